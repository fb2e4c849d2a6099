import type { MerchantId, ReportId } from '../../common/id.js';
import type { NormalisedIdentifier } from '../../identifier/index.js';

/** One report of a merchant under review. */
export interface ReviewedReport {
  readonly id: ReportId;
  readonly reason: string;
  readonly basis: string;
  readonly status: string;
  readonly receivedAt: Date;
  readonly identifiers: readonly ReviewedIdentifier[];
}

/** What of an identifier a review looks at. */
export type ReviewedIdentifier = Pick<
  NormalisedIdentifier,
  'type' | 'scope' | 'value' | 'display' | 'keys' | 'exclusiveWithin'
>;

/** One value that a merchant's reports give, as it may be shown. */
export interface ReviewedValue {
  readonly type: string;
  readonly scope: string | null;
  readonly display: string;
  /** How many of the reports give it. */
  readonly reportCount: number;
}

/** One side of a possible match: a merchant with what its reports say of it. */
export interface ReviewedMerchant {
  readonly id: MerchantId;
  readonly reportCount: number;
  /** At most REPORTS_SHOWN_MAX: the one that was compared, then the newest. */
  readonly reports: readonly ReviewedReport[];
  readonly names: readonly ReviewedValue[];
  readonly addresses: readonly ReviewedValue[];
  /** Everything else. */
  readonly identifiers: readonly ReviewedValue[];
}

/** The most reports of one merchant that a review reads and shows. */
export const REPORTS_SHOWN_MAX = 50;

const NAMES: ReadonlySet<string> = new Set(['LEGAL_NAME', 'TRADE_NAME', 'DESCRIPTOR']);

/** Sums a merchant's reports up: each value once, those first that most reports give. */
export function reviewedMerchant(
  id: MerchantId,
  reportCount: number,
  reports: readonly ReviewedReport[],
): ReviewedMerchant {
  const values = valuesOf(reports);
  return {
    id,
    reportCount,
    reports,
    names: values.filter(({ type }) => NAMES.has(type)),
    addresses: values.filter(({ type }) => type === 'ADDRESS'),
    identifiers: values.filter(({ type }) => !NAMES.has(type) && type !== 'ADDRESS'),
  };
}

function valuesOf(reports: readonly ReviewedReport[]): ReviewedValue[] {
  const values = new Map<string, ReviewedValue>();
  for (const { identifiers } of reports) {
    const ofReport = new Map(
      identifiers.map((each) => [JSON.stringify([each.type, each.scope, each.value]), each]),
    );
    for (const [name, { type, scope, display }] of ofReport)
      values.set(name, { type, scope, display, reportCount: (values.get(name)?.reportCount ?? 0) + 1 });
  }
  return [...values.values()].sort((a, b) => b.reportCount - a.reportCount);
}
