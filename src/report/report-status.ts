import { type Step, takeStep, type Transitions } from '../common/life-cycle.js';

/** Where a report stands (product.md, Life cycles, Report). */
export const REPORT_STATUSES = ['SUBMITTED', 'ACCEPTED', 'NEEDS_INFO', 'REJECTED', 'WITHDRAWN'] as const;

export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** What may be done to a report. CORRECT is a new version by its reporter; the triage verbs are an analyst's. */
export const REPORT_VERBS = ['ACCEPT', 'ASK', 'REJECT', 'CORRECT', 'WITHDRAW'] as const;

export type ReportVerb = (typeof REPORT_VERBS)[number];

/**
 * The whole life cycle: what each verb makes of each status. What is not written here is refused with
 * NOT_ALLOWED_IN_STATE. A correction answers a question, and keeps an accepted report accepted: the versions before it
 * stay to be compared.
 */
export const REPORT_TRANSITIONS: Transitions<ReportStatus, ReportVerb> = {
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

/** What is to be done where a step is not open. */
const INSTEAD: Readonly<Record<ReportVerb, string>> = {
  ACCEPT: 'only one that waits for triage is accepted.',
  ASK: 'only of one that waits for triage more is asked.',
  REJECT: 'only one that waits for triage is rejected; an accepted one is withdrawn, or disputed.',
  CORRECT: 'it is corrected no more; report anew what is to be said.',
  WITHDRAW: 'it says nothing any more that could be taken back.',
};

/** The status after `verb`, or NOT_ALLOWED_IN_STATE where the life cycle does not have the step. */
export function takeReportStep(status: ReportStatus, verb: ReportVerb): Step<ReportStatus> {
  const message = `The report is ${status}: ${INSTEAD[verb]}`;
  return takeStep(REPORT_TRANSITIONS, { status, verb }, { field: 'reportId', message });
}

/** Whether the report still says something of its merchant: such reports are resolved, whatever triage will decide. */
export function describesMerchant(status: ReportStatus): boolean {
  return status !== 'REJECTED' && status !== 'WITHDRAWN';
}
