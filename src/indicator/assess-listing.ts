import type { ReportBasis } from '../config/index.js';
import { REPORT_REASONS, type ReportReason } from '../report/index.js';
import { type Confidence, decideConfidence } from './confidence.js';
import { addYears, weekStart } from './week.js';

/** What the assessment of a listing needs of one accepted report. */
export interface AssessedReport {
  readonly reason: ReportReason;
  readonly basis: ReportBasis;
  /** Equal for reports that relay one source. */
  readonly sourceKey: string;
  readonly acceptedAt: Date;
}

/** What the reports of one merchant, as seen within one scope, come to. */
export interface Assessment {
  readonly reason: ReportReason;
  readonly confidence: Confidence;
  readonly sourceCount: number;
  readonly validFrom: Date;
  readonly validUntil: Date;
}

interface Source {
  readonly reasons: ReportReason[];
  readonly bases: ReportBasis[];
  firstAcceptedAt: Date;
}

/**
 * Assesses a listing at the moment `now`, or undefined when its life is over.
 *
 * Each independent source counts from its first acceptance and lives as long as its gravest reason does; a second report
 * of the same source adds nothing to the life (product.md, rules 2 and 9). Sources whose life is over no longer count.
 * The listing ends with the source that lives longest; its reason is the gravest of the living ones. Times are given
 * to the week, rounded down, so that a listing never outlives its reason.
 */
export function assessListing(reports: readonly AssessedReport[], now: Date): Assessment | undefined {
  const living = [...sourcesOf(reports).values()]
    .map((source) => ({ ...source, validUntil: endOf(source) }))
    .filter(({ validUntil }) => validUntil > now);
  const reason = gravest(living.flatMap(({ reasons }) => reasons));
  if (reason === undefined) return undefined;
  return {
    reason,
    confidence: decideConfidence(living.map(({ bases }) => bases)),
    sourceCount: living.length,
    validFrom: new Date(
      Math.min(...living.map(({ firstAcceptedAt }) => weekStart(firstAcceptedAt).getTime())),
    ),
    validUntil: new Date(Math.max(...living.map(({ validUntil }) => validUntil.getTime()))),
  };
}

function sourcesOf(reports: readonly AssessedReport[]): Map<string, Source> {
  const sources = new Map<string, Source>();
  for (const { reason, basis, sourceKey, acceptedAt } of reports) {
    const source = sources.get(sourceKey);
    if (source === undefined) {
      sources.set(sourceKey, { reasons: [reason], bases: [basis], firstAcceptedAt: acceptedAt });
      continue;
    }
    source.reasons.push(reason);
    source.bases.push(basis);
    if (acceptedAt < source.firstAcceptedAt) source.firstAcceptedAt = acceptedAt;
  }
  return sources;
}

function endOf({ reasons, firstAcceptedAt }: Source): Date {
  const lifeYears = Math.max(...reasons.map((reason) => REPORT_REASONS[reason].lifeYears));
  return addYears(weekStart(firstAcceptedAt), lifeYears);
}

/** REPORT_REASONS lists them gravest first. */
function gravest(reasons: readonly ReportReason[]): ReportReason | undefined {
  const order = Object.keys(REPORT_REASONS) as ReportReason[];
  return order.find((reason) => reasons.includes(reason));
}
