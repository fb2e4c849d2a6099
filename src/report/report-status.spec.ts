import {
  describesMerchant,
  REPORT_STATUSES,
  type ReportStatus,
  reportStatusAfter,
  type ReportVerb,
} from './report-status.js';

const VERBS: readonly ReportVerb[] = ['ACCEPT', 'ASK', 'REJECT', 'CORRECT', 'WITHDRAW'];

/** Written by hand from product.md, Life cycles, Report. */
const ALLOWED: readonly (readonly [ReportStatus, ReportVerb, ReportStatus])[] = [
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
  it.each(ALLOWED)('%s by %s becomes %s', (status, verb, next) => {
    expect(reportStatusAfter(status, verb)).toBe(next);
  });

  const refusedSteps = REPORT_STATUSES.flatMap((status) =>
    VERBS.map((verb) => [status, verb] as const),
  ).filter(([status, verb]) => !ALLOWED.some(([from, by]) => from === status && by === verb));

  it.each(refusedSteps)('%s has no step %s', (status, verb) => {
    expect(reportStatusAfter(status, verb)).toBeUndefined();
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
