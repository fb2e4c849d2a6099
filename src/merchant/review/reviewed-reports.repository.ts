import { Injectable } from '@nestjs/common';
import type { MerchantId, ReportId } from '../../common/id.js';
import { accessRule, type Tx } from '../../database/index.js';
import { openToAnalyst } from './sql/open-to-analyst.js';
import { REPORTS_SHOWN_MAX, type ReviewedReport } from './reviewed-merchant.js';

const IS_OPEN = accessRule('review.reports', openToAnalyst('d.id'));

/**
 * What the reports of a merchant say, for analysts alone. Reports are a higher part's: of their tables this part reads
 * what a review shows, by SQL, and imports nothing.
 */
@Injectable()
export class ReviewedReportRepository {
  /** The reports that stand, `first` first, then the newest. By description_merchant. */
  ofMerchant(tx: Tx, merchantId: MerchantId, first: ReportId): Promise<ReviewedReport[]> {
    return tx.query<ReviewedReport>(
      `select r.id, v.reason, v.basis, r.status, d.received_at as "receivedAt", v.identifiers
       from description d
       join report r on r.id = d.id
       join report_version v on v.report_id = r.id and v.version = r.version
       where ${IS_OPEN} and d.merchant_id = $1 and d.active
       order by d.id <> $2, d.received_at desc, d.id limit ${REPORTS_SHOWN_MAX}`,
      [merchantId, first],
    );
  }
}
