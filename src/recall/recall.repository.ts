import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import type { IndicatorId, RecallId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import type { TimePlace } from '../graphql/index.js';
import { isAnalyst } from '../indicator/index.js';
import type { OwnRecall, RecalledIndicator, RecallProgress, WaitingRecipient } from './recall.js';
import {
  SELECT_OPEN_PROGRESS,
  SELECT_PROGRESS,
  SELECT_RECALL_PAGE,
  SELECT_RECALLED,
  SELECT_RECALLS,
  SELECT_WAITING,
} from './recall.statements.js';

/** A recall, without what its recipient has done about it. */
export type RecallRow = Omit<OwnRecall, 'alert'>;

/** Reads recalls. Every method takes the actor, and gives nothing that its member did not receive or it may not oversee. */
@Injectable()
export class RecallRepository {
  page(
    tx: Tx,
    actor: Actor,
    open: boolean | undefined,
    after: TimePlace | undefined,
    limit: number,
  ): Promise<RecallRow[]> {
    return tx.statement<RecallRow>(SELECT_RECALL_PAGE, [
      actor.memberId,
      open ?? null,
      after?.at ?? null,
      after?.id ?? null,
      limit,
    ]);
  }

  some(tx: Tx, actor: Actor, ids: readonly RecallId[]): Promise<RecallRow[]> {
    return tx.statement<RecallRow>(SELECT_RECALLS, [actor.memberId, ids]);
  }

  recalled(
    tx: Tx,
    actor: Actor,
    id: RecallId,
    after: IndicatorId | undefined,
    limit: number,
  ): Promise<RecalledIndicator[]> {
    return tx.statement<RecalledIndicator>(SELECT_RECALLED, [actor.memberId, id, after ?? null, limit]);
  }

  async progress(tx: Tx, actor: Actor, id: RecallId, now: Date): Promise<RecallProgress | undefined> {
    return (await tx.statement<RecallProgress>(SELECT_PROGRESS, [...overseer(actor), now, id]))[0];
  }

  openProgress(
    tx: Tx,
    actor: Actor,
    after: TimePlace | undefined,
    { limit, now }: { readonly limit: number; readonly now: Date },
  ): Promise<RecallProgress[]> {
    return tx.statement<RecallProgress>(SELECT_OPEN_PROGRESS, [
      ...overseer(actor),
      now,
      after?.at ?? null,
      after?.id ?? null,
      limit,
    ]);
  }

  waiting(
    tx: Tx,
    actor: Actor,
    id: RecallId,
    after: TimePlace | undefined,
    limit: number,
  ): Promise<WaitingRecipient[]> {
    return tx.statement<WaitingRecipient>(SELECT_WAITING, [
      ...overseer(actor),
      id,
      after?.at ?? null,
      after?.id ?? null,
      limit,
    ]);
  }
}

function overseer(actor: Actor): readonly unknown[] {
  return [actor.memberId, isAnalyst(actor)];
}
