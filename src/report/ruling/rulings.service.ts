import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import type { DisputeId, ReportId } from '../../common/id.js';
import { type NamedStatement, Outbox, type Tx } from '../../database/index.js';
import { MERCHANT_CHANGED, type MerchantChanged, Merchants } from '../../merchant/index.js';
import { REPORT_NARROWED, type ReportNarrowed } from '../topics.js';

/** What a dispute takes out of listings: a whole report, or those of its identifiers that have these value hashes (hex). */
export interface RuledOut {
  readonly reportId: ReportId;
  readonly valueHashes: readonly string[] | null;
  /** The firm that it names is a victim: what it says goes on as a marker. Default: no. */
  readonly marksIdentity?: boolean;
}

/**
 * Carries out what disputes decide about reports. The report stays as its member wrote it; listings leave out what is ruled
 * out of it. To be called in transactions of the resolver; what is listed follows as with any other change of a report.
 */
@Injectable()
export class Rulings {
  constructor(
    private readonly merchants: Merchants,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes exactly `ruledOut` what the dispute takes out, each report once: what it took out before and is not named any more
   * counts again. Doing it twice changes nothing.
   */
  async apply(tx: Tx, disputeId: DisputeId, ruledOut: readonly RuledOut[]): Promise<void> {
    const now = this.clock.now();
    const lifted = await tx.statement<{ reportId: ReportId }>(LIFT_OTHERS, [
      disputeId,
      ruledOut.map(({ reportId }) => reportId),
      now,
    ]);
    const changed: ReportId[] = lifted.map(({ reportId }) => reportId);
    for (const { reportId, valueHashes, marksIdentity = false } of ruledOut) {
      const hashes = valueHashes?.map((hash) => Buffer.from(hash, 'hex')) ?? null;
      const written = await tx.statement<{ reportId: ReportId }>(RULE_OUT, [
        reportId,
        disputeId,
        hashes,
        now,
        marksIdentity,
      ]);
      changed.push(...written.map((row) => row.reportId));
    }
    if (changed.length === 0) return;
    const merchantIds = await this.merchants.ofDescriptions(tx, changed);
    await this.outbox.put(tx, MERCHANT_CHANGED, { merchantIds } satisfies MerchantChanged);
    await this.outbox.put(tx, REPORT_NARROWED, { merchantIds } satisfies ReportNarrowed);
  }
}

/** Stands on report_ruling_dispute. */
const LIFT_OTHERS: NamedStatement = {
  name: 'report.liftRulings',
  text: `
    update report_ruling set lifted_at = $3
    where dispute_id = $1 and lifted_at is null and not report_id = any($2::uuid[])
    returning report_id as "reportId"`,
};

const RULE_OUT: NamedStatement = {
  name: 'report.ruleOut',
  text: `
    insert into report_ruling as known (report_id, dispute_id, effect, value_hashes, at, marks_identity)
    values ($1, $2, 'WITHDRAWN_BY_RULING', $3::bytea[], $4, $5)
    on conflict (report_id, dispute_id) do update
      set value_hashes = excluded.value_hashes, at = excluded.at, lifted_at = null,
        marks_identity = excluded.marks_identity
      where known.lifted_at is not null or known.value_hashes is distinct from excluded.value_hashes
        or known.marks_identity <> excluded.marks_identity
    returning report_id as "reportId"`,
};
