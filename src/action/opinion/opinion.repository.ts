import { Injectable } from '@nestjs/common';
import { type Actor, principalId } from '../../common/actor.js';
import type { IndicatorId, MerchantId } from '../../common/id.js';
import type { Tx } from '../../database/index.js';
import { isAnalyst } from '../../indicator/index.js';
import type { HeldOpinion, OpinionCount } from './count-opinions.js';
import type { Opinion, OpinionBands } from './opinion.js';
import {
  END_CURRENT,
  INSERT_OPINION,
  LOCK_CURRENT,
  LOCK_TALLIES,
  SELECT_BANDS,
  SELECT_HELD_OPINIONS,
  SELECT_OWN,
  UPDATE_TALLY,
} from './opinion.statements.js';

/** All opinions of an indicator that hold, of active members. For the resolver's own eyes: it names members. */
export interface JudgedIndicator {
  readonly indicatorId: IndicatorId;
  readonly merchantId: MerchantId;
  readonly merchantViewId: MerchantId;
  readonly opinions: readonly HeldOpinion[];
}

/** The SQL of opinions. What takes an actor gives and changes nothing but its own member's, and what may be told. */
@Injectable()
export class OpinionRepository {
  /** The opinion that the actor's member holds, locked until the transaction ends. */
  async lockCurrent(tx: Tx, actor: Actor, indicatorId: IndicatorId): Promise<Opinion | undefined> {
    return (await tx.statement<Opinion>(LOCK_CURRENT, [actor.memberId, indicatorId]))[0];
  }

  async endCurrent(tx: Tx, actor: Actor, indicatorId: IndicatorId, at: Date): Promise<void> {
    await tx.statement(END_CURRENT, [actor.memberId, indicatorId, at]);
  }

  async insert(tx: Tx, actor: Actor, { indicatorId, kind, note, givenAt }: Opinion): Promise<void> {
    const { memberId } = actor;
    await tx.statement(INSERT_OPINION, [memberId, indicatorId, kind, note, principalId(actor), givenAt]);
  }

  own(tx: Tx, actor: Actor, indicatorIds: readonly IndicatorId[]): Promise<Opinion[]> {
    return tx.statement<Opinion>(SELECT_OWN, [actor.memberId, indicatorIds]);
  }

  bands(
    tx: Tx,
    actor: Actor,
    indicatorIds: readonly IndicatorId[],
  ): Promise<(OpinionBands & { readonly indicatorId: IndicatorId })[]> {
    return tx.statement(SELECT_BANDS, [actor.memberId, isAnalyst(actor), indicatorIds]);
  }

  /** Locks what is told of these indicators, and gives those of which the opinions challenge the listing so far. */
  async lockTallies(tx: Tx, indicatorIds: readonly IndicatorId[]): Promise<ReadonlySet<IndicatorId>> {
    const rows = await tx.statement<{ indicatorId: IndicatorId; challenged: boolean }>(LOCK_TALLIES, [
      indicatorIds,
    ]);
    return new Set(rows.filter(({ challenged }) => challenged).map(({ indicatorId }) => indicatorId));
  }

  judged(tx: Tx, indicatorIds: readonly IndicatorId[]): Promise<JudgedIndicator[]> {
    return tx.statement(SELECT_HELD_OPINIONS, [indicatorIds]);
  }

  async updateTally(tx: Tx, indicatorId: IndicatorId, { bands, challenged }: OpinionCount): Promise<void> {
    const { CONFIRMED, SEEN_TOO, OUTDATED, FALSE_POSITIVE } = bands;
    await tx.statement(UPDATE_TALLY, [
      indicatorId,
      CONFIRMED,
      SEEN_TOO,
      OUTDATED,
      FALSE_POSITIVE,
      challenged,
    ]);
  }
}
