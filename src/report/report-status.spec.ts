import { itHasTheSteps, type WrittenStep } from '../../test/support/life-cycle.js';
import {
  describesMerchant,
  REPORT_STATUSES,
  REPORT_VERBS,
  type ReportStatus,
  type ReportVerb,
  takeReportStep,
} from './report-status.js';

/** Written by hand from product.md, Life cycles, Report. */
const ALLOWED: readonly WrittenStep<ReportStatus, ReportVerb>[] = [
  ['SUBMITTED', 'ACCEPT', 'ACCEPTED'],
  ['SUBMITTED', 'ASK', 'NEEDS_INFO'],
  ['SUBMITTED', 'REJECT', 'REJECTED'],
  ['SUBMITTED', 'CORRECT', 'SUBMITTED'],
  ['SUBMITTED', 'WITHDRAW', 'WITHDRAWN'],
  ['NEEDS_INFO', 'CORRECT', 'SUBMITTED'],
  ['NEEDS_INFO', 'WITHDRAW', 'WITHDRAWN'],
  ['ACCEPTED', 'CORRECT', 'ACCEPTED'],
  ['ACCEPTED', 'WITHDRAW', 'WITHDRAWN'],
];

describe('the life of a report', () => {
  itHasTheSteps({
    statuses: REPORT_STATUSES,
    verbs: REPORT_VERBS,
    allowed: ALLOWED,
    take: takeReportStep,
    field: 'reportId',
  });

  it.each([
    ['SUBMITTED', true],
    ['NEEDS_INFO', true],
    ['ACCEPTED', true],
    ['REJECTED', false],
    ['WITHDRAWN', false],
  ] as const)('%s describes its merchant: %s', (status, expected) => {
    expect(describesMerchant(status)).toBe(expected);
  });
});
