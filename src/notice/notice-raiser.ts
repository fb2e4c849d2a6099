import { Injectable } from '@nestjs/common';
import { addBusinessDays, Alerts } from '../alert/index.js';
import { Clock } from '../common/clock.js';
import {
  type IndicatorId,
  type MemberId,
  type MerchantId,
  newId,
  type NoticeId,
  type ServiceRangeId,
} from '../common/id.js';
import type { Tx } from '../database/index.js';
import { MemberEvents } from '../event/index.js';
import { Deliveries } from '../indicator/index.js';
import type { RangeInView } from './ranges-in-view.js';
import {
  ACKNOWLEDGE_WITHIN_DAYS,
  ACT_WITHIN_DAYS,
  NOTICE_ALERTS,
  noticeKey,
  type NoticedView,
  type NoticeOutcome,
  type ServedView,
} from './notice.js';
import { NoticeViews } from './notice-views.js';
import {
  END_NOTICES,
  INSERT_NOTICES,
  REPLACE_SERVED,
  SELECT_OPEN,
  WIDEN_NOTICE,
} from './sql/raise-notices.js';

/** A notice that waits for its member, or was answered, and whose listing goes on. */
interface OpenNotice extends NoticedView {
  readonly id: NoticeId;
  readonly memberId: MemberId;
  /** ISO 3166-1 alpha-2: its business days count. */
  readonly country: string;
  readonly outcome: NoticeOutcome | null;
  readonly serviceRangeIds: readonly ServiceRangeId[];
  readonly indicatorIds: readonly IndicatorId[];
}

/**
 * Brings the notices about merchants up to date with what is listed now. As with a projection, the order of what caused it
 * does not matter and doing it twice changes nothing. In transactions of the role `resolver`.
 *
 * A notice is raised for a member for what others reported: what it reported itself it knows, and being told whenever another
 * has reported the same would tell it how many did (product.md, rule 4).
 */
@Injectable()
export class NoticeRaiser {
  constructor(
    private readonly views: NoticeViews,
    private readonly alerts: Alerts,
    private readonly events: MemberEvents,
    private readonly deliveries: Deliveries,
    private readonly clock: Clock,
  ) {}

  /** `handles` are those under which the merchants stood when something changed: notices may stand under them still. */
  async bringUpToDate(
    tx: Tx,
    merchantIds: readonly MerchantId[],
    handles: readonly MerchantId[],
  ): Promise<void> {
    const now = this.clock.now();
    const { ranges, critical } = await this.views.inView(tx, merchantIds, now);
    await this.replaceServed(tx, merchantIds, handles, ranges);
    await this.end(tx, handles);
    await this.raiseAll(tx, await this.views.serving(tx, ranges));
    await this.heighten(tx, critical);
  }

  /** Raises the notice of a member that another one named: unless the merchant is held by now. */
  async raiseForwarded(tx: Tx, view: ServedView & { readonly merchantId: MerchantId }): Promise<void> {
    if ((await this.views.freeReports(tx, [view.merchantId])).length > 0)
      await this.raiseAll(tx, [view], true);
  }

  /** Raises notices that are not there, and adds what is new to those that are. */
  private async raiseAll(tx: Tx, served: readonly ServedView[], forwarded = false): Promise<void> {
    if (served.length === 0) return;
    const open = await this.openNotices(tx, served);
    const raised = served.filter((view) => !open.has(noticeKey(view)));
    await this.insert(tx, raised, forwarded);
    for (const view of served) {
      const known = open.get(noticeKey(view));
      if (known !== undefined) await this.widen(tx, known, view);
      await this.deliveries.record(tx, view.memberId, view.indicatorIds);
    }
  }

  /**
   * Makes what tells of these views critical, whether it waits or not, and whether its member serves it or was named by another.
   * Who has answered already is told anew, once, by an alert of its own: the alert of the notice is closed for good, and what was
   * done without knowing it may not be enough. Who has forwarded it is not: it does not serve the merchant.
   */
  private async heighten(tx: Tx, views: readonly NoticedView[]): Promise<void> {
    if (views.length === 0) return;
    const open = await this.selectOpen(tx, views);
    const closed = await this.alerts.heighten(
      tx,
      'NOTICE',
      open.map(({ id }) => id),
    );
    const closedIds = new Set(closed.map(({ objectId }) => objectId));
    const now = this.clock.now();
    await this.alerts.raise(
      tx,
      open
        .filter(({ id, outcome }) => outcome === 'ANSWERED' && closedIds.has(id))
        .map(({ id, memberId, country }) => ({
          memberId,
          kind: 'CHILD_AT_RISK',
          objectId: id,
          urgency: 'CRITICAL',
          acknowledgeBy: addBusinessDays(now, ACKNOWLEDGE_WITHIN_DAYS, country),
        })),
    );
  }

  private async replaceServed(
    tx: Tx,
    merchantIds: readonly MerchantId[],
    handles: readonly MerchantId[],
    ranges: readonly RangeInView[],
  ): Promise<void> {
    const wanted = new Map(
      ranges.map((range) => [
        `${range.kind} ${range.value} ${range.merchantViewId} ${range.handlingScopeId}`,
        range,
      ]),
    );
    const rows = [...wanted.values()];
    await tx.statement(REPLACE_SERVED, [
      merchantIds,
      handles,
      rows.map(({ kind }) => kind),
      rows.map(({ value }) => value),
      rows.map(({ merchantViewId }) => merchantViewId),
      rows.map(({ handlingScopeId }) => handlingScopeId),
      rows.map(({ merchantId }) => merchantId),
    ]);
  }

  /** Ends the notices that stand, or stood, under these handles, and of which nothing is listed any more. */
  async end(tx: Tx, handles: readonly MerchantId[]): Promise<void> {
    const ended = await tx.statement<{ id: NoticeId; memberId: MemberId }>(END_NOTICES, [
      handles,
      this.clock.now(),
    ]);
    await this.events.write(
      tx,
      ended.map(({ id, memberId }) => ({ memberId, kind: 'NOTICE_ENDED', objectId: id })),
    );
    for (const kind of NOTICE_ALERTS)
      await this.alerts.close(tx, { kind, objectId: ended.map(({ id }) => id) });
  }

  private async openNotices(tx: Tx, views: readonly NoticedView[]): Promise<ReadonlyMap<string, OpenNotice>> {
    const open = await this.selectOpen(tx, views);
    // Where two merchants became one a member may have two: the earliest goes on being added to.
    return new Map(open.toReversed().map((notice) => [noticeKey(notice), notice]));
  }

  private selectOpen(tx: Tx, views: readonly NoticedView[]): Promise<OpenNotice[]> {
    return tx.statement<OpenNotice>(SELECT_OPEN, [
      views.map(({ merchantViewId }) => merchantViewId),
      views.map(({ handlingScopeId }) => handlingScopeId),
    ]);
  }

  private async insert(tx: Tx, views: readonly ServedView[], forwarded: boolean): Promise<void> {
    if (views.length === 0) return;
    const now = this.clock.now();
    const made = views.map((view) => ({ ...view, id: newId('notice') }));
    const inserted = await tx.statement<{ id: NoticeId }>(INSERT_NOTICES, [
      made.map(({ id }) => id),
      made.map(({ memberId }) => memberId),
      made.map(({ merchantViewId }) => merchantViewId),
      made.map(({ handlingScopeId }) => handlingScopeId),
      made.map(({ serviceRangeIds }) => JSON.stringify(serviceRangeIds)),
      made.map(({ indicatorIds }) => JSON.stringify(indicatorIds)),
      forwarded,
      now,
    ]);
    const insertedIds = new Set(inserted.map(({ id }) => id));
    const raised = made.filter(({ id }) => insertedIds.has(id));
    await this.events.write(
      tx,
      raised.map(({ id, memberId }) => ({ memberId, kind: 'NOTICE_RAISED', objectId: id })),
    );
    await this.alerts.raise(
      tx,
      raised.map(({ id, memberId, country, critical }) => ({
        memberId,
        kind: 'NOTICE',
        objectId: id,
        urgency: critical ? 'CRITICAL' : 'NORMAL',
        acknowledgeBy: addBusinessDays(now, ACKNOWLEDGE_WITHIN_DAYS, country),
        actBy: addBusinessDays(now, ACT_WITHIN_DAYS, country),
      })),
    );
  }

  private async widen(tx: Tx, known: OpenNotice, view: ServedView): Promise<void> {
    const ranges = [...new Set([...known.serviceRangeIds, ...view.serviceRangeIds])].sort();
    const indicators = [...new Set([...known.indicatorIds, ...view.indicatorIds])].sort();
    if (ranges.length === known.serviceRangeIds.length && indicators.length === known.indicatorIds.length)
      return;
    await tx.statement(WIDEN_NOTICE, [known.id, ranges, indicators]);
    const { id, memberId } = known;
    await this.events.write(tx, [{ memberId, kind: 'NOTICE_WIDENED', objectId: id }]);
  }
}
