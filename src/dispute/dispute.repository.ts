import { Injectable } from '@nestjs/common';
import { type Actor, principalId } from '../common/actor.js';
import type { DisputeId, IndicatorId, MerchantId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import { isAnalyst } from '../indicator/index.js';
import type { DisputeTexts } from './check-dispute.js';
import type { Dispute, DisputeAnswer, DisputePart } from './dispute.js';
import type { DisputePlace } from './dispute-place.js';
import {
  ANSWER_DISPUTE,
  APPEAL_DISPUTE,
  INSERT_APPEAL,
  INSERT_DISPUTE,
  INSERT_FILER,
  LOCK_DISPUTE,
  LOCK_FILING,
  SELECT_CORRECTED,
  SELECT_DISPUTABLE,
  SELECT_DISPUTE,
  SELECT_DISPUTE_PAGE,
  SELECT_DISPUTES,
  SELECT_FILED,
  SELECT_HANDLE,
  SELECT_OPEN,
} from './dispute.statements.js';
import type { DisputeStatus } from './dispute-status.js';

/** A dispute that no other transaction changes until this one ends. */
export type LockedDispute = Pick<
  Dispute,
  'id' | 'part' | 'status' | 'stage' | 'ruledAt' | 'filedAt' | 'handles'
>;

/** A dispute that is filed. */
export interface NewDispute {
  readonly id: DisputeId;
  readonly handles: readonly MerchantId[];
  readonly texts: DisputeTexts;
  readonly contentHash: Buffer;
  readonly filedAt: Date;
  readonly answerBy: Date;
}

/** The SQL of disputes. Every method takes the actor, and gives nothing of a dispute in which it has no part. */
@Injectable()
export class DisputeRepository {
  async find(tx: Tx, actor: Actor, id: DisputeId): Promise<Dispute | undefined> {
    return (await tx.statement<Dispute>(SELECT_DISPUTE, [...readerOf(actor), id]))[0];
  }

  among(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Dispute[]> {
    return tx.statement<Dispute>(SELECT_DISPUTES, [...readerOf(actor), ids]);
  }

  async lock(tx: Tx, actor: Actor, id: DisputeId): Promise<LockedDispute | undefined> {
    return (await tx.statement<LockedDispute>(LOCK_DISPUTE, [...readerOf(actor), id]))[0];
  }

  /** Newest first. */
  page(
    tx: Tx,
    actor: Actor,
    filter: {
      readonly parts: readonly DisputePart[] | undefined;
      readonly statuses: readonly DisputeStatus[] | undefined;
    },
    after: DisputePlace | undefined,
    limit: number,
  ): Promise<Dispute[]> {
    return tx.statement<Dispute>(SELECT_DISPUTE_PAGE, [
      ...readerOf(actor),
      filter.parts ?? null,
      filter.statuses ?? null,
      after?.filedAt ?? null,
      after?.id ?? null,
      limit,
    ]);
  }

  /** Lets the actor's member file nothing else until the transaction ends. */
  async lockFiling(tx: Tx, actor: Actor): Promise<void> {
    await tx.statement(LOCK_FILING, [actor.memberId]);
  }

  /** What was filed before under this reference of the filer's own. */
  async filed(
    tx: Tx,
    actor: Actor,
    { clientReference, onBehalfOf }: DisputeTexts,
  ): Promise<{ readonly id: DisputeId; readonly contentHash: Buffer } | undefined> {
    const values = [actor.memberId, principalId(actor), clientReference, onBehalfOf !== null];
    return (await tx.statement<{ id: DisputeId; contentHash: Buffer }>(SELECT_FILED, values))[0];
  }

  /** Whether the filer has an open dispute about a merchant that goes by one of these handles. */
  async hasOpen(
    tx: Tx,
    actor: Actor,
    handles: readonly MerchantId[],
    { onBehalfOf }: DisputeTexts,
  ): Promise<boolean> {
    const values = [actor.memberId, principalId(actor), handles, onBehalfOf !== null];
    return (await tx.statement(SELECT_OPEN, values)).length > 0;
  }

  /** Those of these handles under which something is listed that may be disputed. */
  async disputable(
    tx: Tx,
    actor: Actor,
    handles: readonly MerchantId[],
    now: Date,
  ): Promise<readonly MerchantId[]> {
    const values = [actor.memberId, isAnalyst(actor), now, handles];
    const rows = await tx.statement<{ handle: MerchantId }>(SELECT_DISPUTABLE, values);
    const listed = new Set(rows.map(({ handle }) => handle));
    return handles.filter((handle) => listed.has(handle));
  }

  /** The handle under which an indicator is listed that may be disputed. */
  async handleOf(tx: Tx, actor: Actor, id: IndicatorId, now: Date): Promise<MerchantId | undefined> {
    const values = [actor.memberId, isAnalyst(actor), now, id];
    return (await tx.statement<{ handle: MerchantId }>(SELECT_HANDLE, values))[0]?.handle;
  }

  async insert(tx: Tx, actor: Actor, dispute: NewDispute): Promise<void> {
    const { id, handles, texts, contentHash, filedAt } = dispute;
    const { grounds, statement, clientReference, ownReference, onBehalfOf, disclosed } = texts;
    await tx.statement(INSERT_DISPUTE, [id, handles, grounds, statement, filedAt, dispute.answerBy]);
    await tx.statement(INSERT_FILER, [
      id,
      actor.memberId,
      principalId(actor),
      clientReference,
      contentHash,
      ownReference,
      onBehalfOf,
      disclosed,
    ]);
  }

  /** Gives whether the answer was taken: one of a side that has not answered, in time. */
  async answer(
    tx: Tx,
    actor: Actor,
    id: DisputeId,
    answer: { readonly answer: DisputeAnswer; readonly statement: string; readonly at: Date },
  ): Promise<boolean> {
    const values = [actor.memberId, id, answer.answer, answer.statement, principalId(actor), answer.at];
    return (await tx.statement(ANSWER_DISPUTE, values)).length > 0;
  }

  /** Whether the actor's member has corrected one of its disputed reports since the dispute was filed. */
  async hasCorrected(tx: Tx, actor: Actor, id: DisputeId): Promise<boolean> {
    return (await tx.statement(SELECT_CORRECTED, [actor.memberId, id])).length > 0;
  }

  async appeal(tx: Tx, actor: Actor, id: DisputeId, statement: string, at: Date): Promise<void> {
    await tx.statement(INSERT_APPEAL, [id, actor.memberId, principalId(actor), statement, at]);
    await tx.statement(APPEAL_DISPUTE, [id]);
  }
}

/** Who reads disputes: $1 to $3 of their statements. */
export function readerOf(actor: Actor): readonly [memberId: string, principal: string, analyst: boolean] {
  return [actor.memberId, principalId(actor), isAnalyst(actor)];
}
