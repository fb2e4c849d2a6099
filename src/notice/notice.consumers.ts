import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { MerchantId } from '../common/id.js';
import { OutboxWorker, type Tx } from '../database/index.js';
import {
  CHILD_AT_RISK_LISTED,
  type ChildAtRiskListed,
  FeedFollowers,
  type FollowedChange,
  HANDLES_MOVED,
  type HandlesMoved,
} from '../indicator/index.js';
import { REPORT_NARROWED, type ReportNarrowed } from '../report/index.js';
import { NoticeRaiser } from './notice-raiser.js';
import { NOTICE_FORWARDED, type NoticeForwarded, type ServedView } from './notice.js';
import { SERVICE_RANGE_REGISTERED, type ServiceRangeRegistered } from './service-range/service-range.js';
import { SELECT_CHANGED_VIEWS, SELECT_FORWARDED, SELECT_SERVED_MERCHANTS } from './sql/raise-notices.js';

/** Changes of the feed that one transaction takes. While it lasts no hold is placed. */
const CHANGES_MAX = 100;

/**
 * What causes notices, and ends them: changes of the feed, that a child is at risk, reports that say less, ids that lead
 * elsewhere, ranges registered after something was listed, and members that forward.
 */
@Injectable()
export class NoticeConsumers implements OnModuleInit {
  constructor(
    private readonly raiser: NoticeRaiser,
    private readonly worker: OutboxWorker,
    private readonly clock: Clock,
    followers: FeedFollowers,
  ) {
    followers.add('notice', (tx, changes) => this.follow(tx, changes), { batchMax: CHANGES_MAX });
  }

  onModuleInit(): void {
    this.worker.register<ServiceRangeRegistered>({
      topic: SERVICE_RANGE_REGISTERED,
      batchMax: 10,
      handle: async (tx, events) => {
        const rows = await tx.statement<{ merchantId: MerchantId }>(SELECT_SERVED_MERCHANTS, [
          events.map(({ payload }) => payload.serviceRangeId),
        ]);
        const merchantIds = rows.map(({ merchantId }) => merchantId);
        if (merchantIds.length > 0) await this.raiser.bringUpToDate(tx, merchantIds, []);
      },
    });
    const listAnew = async (
      tx: Tx,
      events: readonly { readonly payload: ChildAtRiskListed | ReportNarrowed }[],
    ): Promise<void> => {
      const merchantIds = new Set(events.flatMap(({ payload }) => payload.merchantIds));
      await this.raiser.bringUpToDate(tx, [...merchantIds], []);
    };
    this.worker.register<ChildAtRiskListed>({
      topic: CHILD_AT_RISK_LISTED,
      batchMax: 10,
      handle: listAnew,
    });
    this.worker.register<ReportNarrowed>({ topic: REPORT_NARROWED, batchMax: 10, handle: listAnew });
    this.worker.register<HandlesMoved>({
      topic: HANDLES_MOVED,
      batchMax: 10,
      handle: (tx, events) =>
        this.raiser.end(tx, [...new Set(events.flatMap(({ payload }) => payload.handles))]),
    });
    this.worker.register<NoticeForwarded>({
      topic: NOTICE_FORWARDED,
      batchMax: 10,
      handle: async (tx, events) => {
        for (const { payload } of events) await this.forward(tx, payload);
      },
    });
  }

  private async follow(tx: Tx, changes: readonly FollowedChange[]): Promise<void> {
    const views = await tx.statement<{ merchantId: MerchantId; merchantViewId: MerchantId }>(
      SELECT_CHANGED_VIEWS,
      [[...new Set(changes.map(({ indicatorId }) => indicatorId))]],
    );
    await this.raiser.bringUpToDate(
      tx,
      [...new Set(views.map(({ merchantId }) => merchantId))],
      [...new Set(views.map(({ merchantViewId }) => merchantViewId))],
    );
  }

  /** By now the listing may have ended, or the member have gone out of the group: then it is told nothing. */
  private async forward(tx: Tx, { noticeId, toMemberId }: NoticeForwarded): Promise<void> {
    const [view] = await tx.statement<
      Omit<ServedView, 'serviceRangeIds'> & { readonly merchantId: MerchantId }
    >(SELECT_FORWARDED, [noticeId, toMemberId, this.clock.now()]);
    if (view !== undefined) await this.raiser.raiseForwarded(tx, { ...view, serviceRangeIds: [] });
  }
}
