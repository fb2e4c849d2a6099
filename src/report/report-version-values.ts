import type { HandlingScopeId, MemberId } from '../common/id.js';
import { contentHash } from './report-content.js';
import type { CheckedReport } from './report-draft.js';
import { sourceKey } from './source-key.js';

/** A checked report as the columns of a version, from `content_hash` to `notices` in the order of the table, and `child_at_risk`. */
export function reportVersionValues(
  report: CheckedReport,
  memberId: MemberId,
  scopeId: HandlingScopeId,
): readonly unknown[] {
  return [
    contentHash(report),
    report.reason,
    report.basis,
    report.externalReference,
    sourceKey({ ...report, memberId }),
    report.paymentMethods,
    report.observedFrom,
    report.observedTo,
    report.actionTaken,
    scopeId,
    report.narrative,
    JSON.stringify(report.identifiers),
    JSON.stringify(report.notices),
    report.childAtRisk,
  ];
}
