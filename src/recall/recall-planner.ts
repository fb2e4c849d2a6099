import { Injectable } from '@nestjs/common';
import { newId, type RecallId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import type { FollowedChange, IndicatorStatus } from '../indicator/index.js';
import { groupRemovals, type Removal, type RemovedTogether } from './group-removals.js';
import { recallReason } from './recall-reason.js';
import type { LateDelivery } from './topics.js';
import {
  INSERT_RECALL_INDICATORS,
  INSERT_RECALLS,
  SEARCH_AGAIN,
  SELECT_BEGUN,
  SELECT_LATEST,
  SELECT_REMOVALS,
} from './sql/plan-recalls.js';

/**
 * Makes recalls of what the feed removes. Every removal becomes one, whatever it was for: by which of them somebody has to be
 * told is decided when the recipients are looked for (recall-search.ts). In transactions of the role `resolver`.
 */
@Injectable()
export class RecallPlanner {
  /** Plans what these changes of the feed remove. Whoever calls sees to it that nobody else does at the same time. */
  async plan(tx: Tx, changes: readonly FollowedChange[]): Promise<void> {
    const removed = changes.filter(({ kind }) => kind === 'REMOVED');
    if (removed.length === 0) return;
    const rows = await tx.statement<RemovalRow>(SELECT_REMOVALS, [
      removed.map(({ sequence }) => sequence),
      removed.map(({ indicatorId }) => indicatorId),
    ]);
    const groups = groupRemovals(rows.map(removalOf));
    const begun = await this.begun(tx, groups);
    await tx.statement(SEARCH_AGAIN, [[...begun.values()]]);
    await this.insert(tx, groups, begun);
  }

  /** Plans for a member that had something in hand while it was withdrawn, where the others are told already. */
  async planLate(tx: Tx, { indicatorId, memberId }: LateDelivery): Promise<void> {
    const latest = await tx.statement<Removal>(SELECT_LATEST, [indicatorId, memberId]);
    await this.insert(
      tx,
      latest.map((removal) => ({ ...removal, removals: [removal] })),
      new Map(),
    );
  }

  /** Recalls of which the last batch planned a part: what is removed at once may come in several. */
  private async begun(
    tx: Tx,
    groups: readonly RemovedTogether[],
  ): Promise<ReadonlyMap<RemovedTogether, RecallId>> {
    const rows = await tx.statement<{ no: number; id: RecallId }>(SELECT_BEGUN, [
      groups.map(({ merchantViewId }) => merchantViewId),
      groups.map(({ handlingScopeId }) => handlingScopeId),
      groups.map(({ onlyMemberId }) => onlyMemberId),
      groups.map(({ reason }) => reason),
      groups.map(({ withdrawnAt }) => withdrawnAt),
      groups.flatMap(({ removals }) => removals.map(({ indicatorId }) => indicatorId)),
      groups.flatMap(({ removals }, index) => removals.map(() => index + 1)),
    ]);
    return new Map(
      rows.flatMap(({ no, id }) => {
        const group = groups[no - 1];
        return group === undefined ? [] : [[group, id] as const];
      }),
    );
  }

  private async insert(
    tx: Tx,
    groups: readonly RemovedTogether[],
    begun: ReadonlyMap<RemovedTogether, RecallId>,
  ): Promise<void> {
    const recalls = groups.map((group) => {
      const begunId = begun.get(group);
      return { ...group, id: begunId ?? newId('recall'), isNew: begunId === undefined };
    });
    const made = recalls.filter(({ isNew }) => isNew);
    await tx.statement(INSERT_RECALLS, [
      made.map(({ id }) => id),
      made.map(({ merchantViewId }) => merchantViewId),
      made.map(({ handlingScopeId }) => handlingScopeId),
      made.map(({ onlyMemberId }) => onlyMemberId),
      made.map(({ reason }) => reason),
      made.map(({ withdrawnAt }) => withdrawnAt),
    ]);
    await insertIndicators(
      tx,
      recalls.flatMap(({ id, removals }) => removals.map((removal) => ({ ...removal, recallId: id }))),
    );
  }
}

type RemovalRow = Omit<Removal, 'reason'> & {
  readonly status: IndicatorStatus;
  readonly ruledOut: boolean;
};

function removalOf({ status, ruledOut, ...removal }: RemovalRow): Removal {
  const forOneMember = removal.onlyMemberId !== null;
  return { ...removal, reason: recallReason({ status, ruledOut, forOneMember }) };
}

function insertIndicators(
  tx: Tx,
  rows: readonly (Removal & { readonly recallId: RecallId })[],
): Promise<unknown> {
  return tx.statement(INSERT_RECALL_INDICATORS, [
    rows.map(({ recallId }) => recallId),
    rows.map(({ indicatorId }) => indicatorId),
    rows.map(({ type }) => type),
    rows.map(({ scope }) => scope),
    rows.map(({ display }) => display),
    rows.map(({ valueHash }) => Buffer.from(valueHash, 'hex')),
    rows.map(({ place }) => place),
  ]);
}
