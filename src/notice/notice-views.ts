import { Injectable } from '@nestjs/common';
import type { MemberId, MerchantId, ServiceRangeId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import { HeldMerchants } from '../indicator/index.js';
import { type ListedReport, ListedReports } from '../report/index.js';
import { type NoticedView, noticeKey, type ServedView } from './notice.js';
import {
  criticalViews,
  type RangeInView,
  rangesInViews,
  type SharedValue,
  type Standing,
} from './ranges-in-view.js';
import { SELECT_SERVING, SELECT_SHARED_VALUES, SELECT_STANDINGS } from './sql/raise-notices.js';

/** Finds what notices are to be raised of: what is listed of merchants now, in which ranges it lies, and who serves them. */
@Injectable()
export class NoticeViews {
  constructor(
    private readonly held: HeldMerchants,
    private readonly reports: ListedReports,
  ) {}

  /** In which ranges what is listed now of these merchants lies, and the views of which a child is said to be at risk. */
  async inView(
    tx: Tx,
    merchantIds: readonly MerchantId[],
    now: Date,
  ): Promise<{ readonly ranges: readonly RangeInView[]; readonly critical: readonly NoticedView[] }> {
    const free = await this.freeReports(tx, merchantIds);
    const shared = await tx.statement<SharedValue>(SELECT_SHARED_VALUES, [merchantIds, now]);
    const standings = await tx.statement<Standing>(SELECT_STANDINGS, [
      free.map(({ ownMerchantId }) => ownMerchantId),
      free.map(({ handlingScopeId }) => handlingScopeId),
    ]);
    return { ranges: rangesInViews(free, standings, shared), critical: criticalViews(free, standings) };
  }

  /** The accepted reports of those that are not held. A hold that is being placed waits until what follows is committed. */
  async freeReports(tx: Tx, merchantIds: readonly MerchantId[]): Promise<readonly ListedReport[]> {
    await this.held.keepHolds(tx);
    const reports = await this.reports.ofMerchants(tx, merchantIds);
    const heldFor = await this.held.among(tx, merchantIds, reports);
    return reports.filter(({ merchantId }) => !heldFor.has(merchantId));
  }

  /** Who serves these ranges, each member once for each view. */
  async serving(tx: Tx, ranges: readonly RangeInView[]): Promise<readonly ServedView[]> {
    const rows = await tx.statement<{
      place: number;
      serviceRangeId: ServiceRangeId;
      memberId: MemberId;
      country: string;
    }>(SELECT_SERVING, [
      ranges.map(({ kind }) => kind),
      ranges.map(({ value }) => value),
      ranges.map(({ handlingScopeId }) => handlingScopeId),
    ]);
    const news = rows.flatMap(({ place, ...serving }) => {
      const range = ranges[place];
      return range === undefined || range.reporters.includes(serving.memberId) ? [] : [{ ...serving, range }];
    });
    const byView = Map.groupBy(news, ({ memberId, range }) => noticeKey({ ...range, memberId }));
    return [...byView.values()].flatMap((ofView) =>
      ofView.slice(0, 1).map(({ memberId, country, range }) => ({
        memberId,
        country,
        merchantViewId: range.merchantViewId,
        handlingScopeId: range.handlingScopeId,
        serviceRangeIds: [...new Set(ofView.map(({ serviceRangeId }) => serviceRangeId))].sort(),
        indicatorIds: [...new Set(ofView.map((row) => row.range.indicatorId))].sort(),
        critical: range.critical,
      })),
    );
  }
}
