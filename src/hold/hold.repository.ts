import { Injectable } from '@nestjs/common';
import { type Actor, principalId } from '../common/actor.js';
import type { HoldId, MemberId, MerchantId, ReportId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import type { NormalisedIdentifier } from '../identifier/index.js';
import { isAnalyst } from '../indicator/index.js';
import type { Hold, HoldStep } from './hold.js';
import {
  CHANGE_HOLD,
  END_TERMS,
  INSERT_HOLD,
  INSERT_KEYS,
  INSERT_NAMED,
  INSERT_STEPS,
  LOCK_HOLD,
  SELECT_COVERED,
  SELECT_DESCRIBED,
  SELECT_HOLD,
  SELECT_HOLD_PAGE,
  SELECT_STEPS,
} from './hold.statements.js';
import type { HoldStatus } from './hold-status.js';

/** A hold that no other transaction changes until this one ends. */
export interface LockedHold extends Hold {
  /** What an approval of its release is given to. */
  readonly digest: Buffer;
  /** The members that reported what it covers: their people do not lift it. */
  readonly reporters: readonly MemberId[];
}

/** A hold that is placed, with what it binds by. */
export interface NewHold extends Omit<Hold, 'status'> {
  readonly hashes: readonly string[];
  /** The descriptions of the merchant that it names by its id. */
  readonly descriptionIds: readonly ReportId[];
}

/** A change of status. */
export interface HoldChange {
  readonly from: HoldStatus | null;
  readonly to: HoldStatus;
  readonly reason: string | null;
  readonly at: Date;
}

/** The SQL of holds. What reads them takes the actor, and gives nothing that its member may not see. */
@Injectable()
export class HoldRepository {
  async find(tx: Tx, actor: Actor, id: HoldId): Promise<Hold | undefined> {
    return (await tx.statement<Hold>(SELECT_HOLD, [...readerOf(actor), id]))[0];
  }

  async lock(tx: Tx, actor: Actor, id: HoldId): Promise<LockedHold | undefined> {
    return (await tx.statement<LockedHold>(LOCK_HOLD, [...readerOf(actor), id]))[0];
  }

  /** Newest first. */
  page(
    tx: Tx,
    actor: Actor,
    statuses: readonly HoldStatus[] | undefined,
    after: { readonly placedAt: Date; readonly id: string } | undefined,
    limit: number,
  ): Promise<Hold[]> {
    return tx.statement<Hold>(SELECT_HOLD_PAGE, [
      ...readerOf(actor),
      statuses ?? null,
      after?.placedAt ?? null,
      after?.id ?? null,
      limit,
    ]);
  }

  async histories(
    tx: Tx,
    actor: Actor,
    ids: readonly HoldId[],
  ): Promise<ReadonlyMap<HoldId, readonly HoldStep[]>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.statement<HoldStep & { readonly holdId: HoldId }>(SELECT_STEPS, [
      ...readerOf(actor),
      ids,
    ]);
    return Map.groupBy(rows, ({ holdId }) => holdId);
  }

  /** Stores a hold with what it names, as a request of the actor. */
  async insert(tx: Tx, actor: Actor, hold: NewHold): Promise<void> {
    await tx.statement(INSERT_HOLD, [
      hold.id,
      hold.memberId,
      hold.placedBy,
      !isAnalyst(actor),
      hold.reason,
      JSON.stringify(hold.subject),
      hold.placedAt,
      hold.until,
    ]);
    await tx.statement(INSERT_KEYS, [hold.id, hold.hashes.map((hash) => Buffer.from(hash, 'hex'))]);
    if (hold.descriptionIds.length > 0) await tx.statement(INSERT_NAMED, [hold.id, hold.descriptionIds]);
    const { reason, placedAt: at } = hold;
    await this.noteSteps(tx, actor, [hold], { from: null, to: 'REQUESTED', reason, at });
  }

  /** Changes a hold that the caller has locked, and writes the step into its history. */
  async change(tx: Tx, actor: Actor, hold: Pick<Hold, 'id' | 'until'>, change: HoldChange): Promise<void> {
    await tx.statement(CHANGE_HOLD, [hold.id, change.to, hold.until]);
    await this.noteSteps(tx, actor, [hold], change);
  }

  /** Puts holds whose term is over into review, `limit` at most, and gives them. */
  async endTerms(tx: Tx, now: Date, limit: number): Promise<HoldId[]> {
    const ended = await tx.statement<Pick<Hold, 'id' | 'until'>>(END_TERMS, [now, limit]);
    if (ended.length > 0)
      await this.noteSteps(tx, null, ended, { from: 'ACTIVE', to: 'REVIEW', reason: null, at: now });
    return ended.map(({ id }) => id);
  }

  /** What stands in the merchant that an id answers to: nothing where there is none, and to whoever is no analyst. */
  describedIn(
    tx: Tx,
    actor: Actor,
    merchantId: MerchantId,
  ): Promise<{ id: ReportId; identifiers: Pick<NormalisedIdentifier, 'keys'>[] }[]> {
    return tx.statement(SELECT_DESCRIBED, [isAnalyst(actor), merchantId]);
  }

  /** The merchants that a hold covers, those of most reports first: none to whoever is no analyst. */
  coveredBy(tx: Tx, actor: Actor, id: HoldId): Promise<{ merchantId: MerchantId; reports: number }[]> {
    return tx.statement(SELECT_COVERED, [isAnalyst(actor), id]);
  }

  private async noteSteps(
    tx: Tx,
    actor: Actor | null,
    holds: readonly Pick<Hold, 'id' | 'until'>[],
    { from, to, reason, at }: HoldChange,
  ): Promise<void> {
    const changedBy = actor === null ? null : principalId(actor);
    const [ids, untils] = [holds.map(({ id }) => id), holds.map(({ until }) => until)];
    await tx.statement(INSERT_STEPS, [ids, from, to, untils, reason, changedBy, at]);
  }
}

function readerOf(actor: Actor): readonly [memberId: string, analyst: boolean] {
  return [actor.memberId, isAnalyst(actor)];
}
