/** Where a report stands (product.md, Life cycles, Report). */
export const REPORT_STATUSES = ['SUBMITTED', 'ACCEPTED', 'NEEDS_INFO', 'REJECTED', 'WITHDRAWN'] as const;

export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** What may be done to a report. CORRECT is a new version by its reporter; the triage verbs are an analyst's. */
export type ReportVerb = 'ACCEPT' | 'ASK' | 'REJECT' | 'CORRECT' | 'WITHDRAW';

/**
 * The whole life cycle: what each verb makes of each status. What is not written here is refused with
 * NOT_ALLOWED_IN_STATE. A correction answers a question, and keeps an accepted report accepted: the versions before it
 * stay to be compared.
 */
export const REPORT_TRANSITIONS: Readonly<
  Record<ReportStatus, Readonly<Partial<Record<ReportVerb, ReportStatus>>>>
> = {
  SUBMITTED: {
    ACCEPT: 'ACCEPTED',
    ASK: 'NEEDS_INFO',
    REJECT: 'REJECTED',
    CORRECT: 'SUBMITTED',
    WITHDRAW: 'WITHDRAWN',
  },
  NEEDS_INFO: { CORRECT: 'SUBMITTED', WITHDRAW: 'WITHDRAWN' },
  ACCEPTED: { CORRECT: 'ACCEPTED', WITHDRAW: 'WITHDRAWN' },
  REJECTED: {},
  WITHDRAWN: {},
};

/** The status after `verb`, or undefined when the life cycle does not have the step. */
export function reportStatusAfter(status: ReportStatus, verb: ReportVerb): ReportStatus | undefined {
  return REPORT_TRANSITIONS[status][verb];
}

/** Whether the report still says something of its merchant: such reports are resolved, whatever triage will decide. */
export function describesMerchant(status: ReportStatus): boolean {
  return status !== 'REJECTED' && status !== 'WITHDRAWN';
}
