import { Injectable } from '@nestjs/common';
import { addBusinessDays, Alerts } from '../alert/index.js';
import { AuditLog } from '../audit/index.js';
import { Clock } from '../common/clock.js';
import type { HandlingScopeId, IndicatorId, MemberId, RecallId } from '../common/id.js';
import { type BackgroundLoop, BackgroundWork, Database, type Tx } from '../database/index.js';
import { MemberEvents } from '../event/index.js';
import { ACKNOWLEDGE_DAYS, ACT_DAYS } from './recall.js';
import {
  CARRY_OVER,
  FIND_GOING_ON,
  FIND_RECIPIENTS,
  FORGET_DELIVERIES,
  INSERT_RECIPIENTS,
  LOCK_UNSETTLED,
  MOVE_SEARCH,
  SETTLE,
} from './sql/find-recipients.js';

/** How often it is looked whether something is to be recalled that nobody in this process planned. */
const POLL_MS = 500;
/** Members that one transaction tells. */
const RECIPIENTS_MAX = 250;

interface UnsettledRecall {
  readonly id: RecallId;
  readonly handlingScopeId: HandlingScopeId;
  readonly onlyMemberId: MemberId | null;
  readonly lookedUpTo: MemberId | null;
  readonly lastSearch: boolean;
  /** Whether all are over that began before it was planned. */
  readonly allOver: boolean;
}

interface Received {
  readonly memberId: MemberId;
  readonly country: string;
  readonly indicatorIds: readonly IndicatorId[];
}

interface GoingOn {
  readonly memberId: MemberId;
  readonly indicatorId: IndicatorId;
  readonly goesOnAs: IndicatorId;
}

/**
 * Looks for everyone who received what is withdrawn, and tells them: in batches of members in the order of their ids, each a
 * transaction that leaves behind how far it got. Any number of instances share the recalls; one that dies leaves its batch
 * undone, and the next goes on from there.
 *
 * What is decisive is how things stand for the member when it is told. Where it sees the same value listed (the merchant has
 * another handle or a narrower handling that includes it, or it is listed again) nothing is withdrawn from it: it holds from
 * then on what goes on, and hears when that ends.
 *
 * A search is the last one where all transactions were over that may have handed out something unseen.
 */
@Injectable()
export class RecallSearch {
  readonly #loop: Pick<BackgroundLoop, 'nudge'>;

  constructor(
    private readonly database: Database,
    private readonly alerts: Alerts,
    private readonly events: MemberEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    work: BackgroundWork,
  ) {
    this.#loop = work.add('RecallSearch', () => this.round(), POLL_MS);
  }

  /** There are recalls now: to be called once they are committed. */
  nudge(): void {
    this.#loop.nudge();
  }

  /** Goes on until every recall is settled that is in no other's hands, or waits for a transaction under way. */
  async settleAll(): Promise<void> {
    await this.round();
  }

  /** Each recall once; gives whether there may be more of it right away: what waits for others is for the next poll. */
  private async round(): Promise<boolean> {
    const seen: RecallId[] = [];
    for (;;) {
      const looked = await this.database.asSystem('resolver', (tx) => this.step(tx, seen));
      if (looked === undefined) return false;
      if (looked.waits) seen.push(looked.id);
    }
  }

  /** One batch of one recall, but for those that were seen. */
  private async step(
    tx: Tx,
    seen: readonly RecallId[],
  ): Promise<{ readonly id: RecallId; readonly waits: boolean } | undefined> {
    const [recall] = await tx.statement<UnsettledRecall>(LOCK_UNSETTLED, [seen]);
    if (recall === undefined) return undefined;
    const { id, lookedUpTo, onlyMemberId } = recall;
    const lastSearch = lookedUpTo === null ? recall.allOver : recall.lastSearch;
    const found = await tx.statement<Received>(FIND_RECIPIENTS, [
      id,
      onlyMemberId,
      lookedUpTo,
      RECIPIENTS_MAX,
    ]);
    if (found.length > 0) await this.tell(tx, recall, found);
    const last = found.length === RECIPIENTS_MAX ? (found.at(-1)?.memberId ?? null) : null;
    const over = last === null && lastSearch;
    if (over) await tx.statement(SETTLE, [id, this.clock.now()]);
    else await tx.statement(MOVE_SEARCH, [id, last, lastSearch]);
    return { id, waits: last === null && !over };
  }

  private async tell(tx: Tx, recall: UnsettledRecall, found: readonly Received[]): Promise<void> {
    const pairs = found.flatMap(({ memberId, indicatorIds }) =>
      indicatorIds.map((indicatorId) => ({ memberId, indicatorId })),
    );
    const going = await tx.statement<GoingOn>(FIND_GOING_ON, [
      recall.id,
      pairs.map(({ memberId }) => memberId),
      pairs.map(({ indicatorId }) => indicatorId),
      this.clock.now(),
    ]);
    await this.moveDeliveries(tx, pairs, going);
    const kept = new Set(going.map(({ memberId, indicatorId }) => `${memberId} ${indicatorId}`));
    const recipients = found
      .map((received) => ({
        ...received,
        indicatorIds: received.indicatorIds.filter((id) => !kept.has(`${received.memberId} ${id}`)),
      }))
      .filter(({ indicatorIds }) => indicatorIds.length > 0);
    if (recipients.length === 0) return;
    await tx.statement(INSERT_RECIPIENTS, [
      recall.id,
      recall.handlingScopeId,
      recipients.map(({ memberId }) => memberId),
      recipients.map(({ indicatorIds }) => `{${indicatorIds.join(',')}}`),
    ]);
    await this.raise(tx, recall.id, recipients);
  }

  private async moveDeliveries(
    tx: Tx,
    pairs: readonly { readonly memberId: MemberId; readonly indicatorId: IndicatorId }[],
    going: readonly GoingOn[],
  ): Promise<void> {
    await tx.statement(FORGET_DELIVERIES, [
      pairs.map(({ memberId }) => memberId),
      pairs.map(({ indicatorId }) => indicatorId),
    ]);
    await tx.statement(CARRY_OVER, [
      going.map(({ memberId }) => memberId),
      going.map(({ goesOnAs }) => goesOnAs),
      this.clock.now(),
    ]);
  }

  private async raise(tx: Tx, recallId: RecallId, recipients: readonly Received[]): Promise<void> {
    const now = this.clock.now();
    const raised = await this.alerts.raise(
      tx,
      recipients.map(({ memberId, country }) => ({
        memberId,
        kind: 'RECALL' as const,
        objectId: recallId,
        acknowledgeBy: addBusinessDays(now, ACKNOWLEDGE_DAYS, country),
        actBy: addBusinessDays(now, ACT_DAYS, country),
      })),
    );
    // Whoever is told already of the recall has received more of what it withdraws.
    const isNew = new Set(raised.map(({ memberId }) => memberId));
    await this.events.write(
      tx,
      recipients.map(({ memberId }) => ({
        memberId,
        kind: isNew.has(memberId) ? 'RECALL_RAISED' : 'RECALL_WIDENED',
        objectId: recallId,
      })),
    );
    await this.audit.append(tx, null, {
      action: 'recall.raise',
      objectKind: 'recall',
      objectIds: [recallId],
      detail: { recipients: recipients.length },
    });
  }
}
