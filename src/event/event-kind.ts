import type { Permission } from '../access/index.js';
import type { IdByKind } from '../common/id.js';

/** What an event is about, and the permission by which that is read: who may not read it is not told of it. */
export const EVENT_SUBJECTS = {
  alert: 'alert:read',
  notice: 'alert:read',
  recall: 'alert:read',
  disposition: 'action:read',
  action: 'action:read',
  indicator: 'indicator:read',
  dispute: 'dispute:read',
  report: 'report:read',
} as const satisfies Readonly<Partial<Record<keyof IdByKind, Permission>>>;

export type EventSubject = keyof typeof EVENT_SUBJECTS;

/**
 * Everything that a member hears of, with what it is about.
 *
 * None of them says why: a notice ends, and an alert is closed, in the same way for a withdrawal, a hold and a narrower
 * handling (product.md, rule 5); of a dispute each side hears its own part and the common steps (rule 4).
 */
export const EVENT_KINDS = {
  ALERT_RAISED: 'alert',
  ALERT_HEIGHTENED: 'alert',
  ALERT_ACKNOWLEDGED: 'alert',
  ALERT_CLOSED: 'alert',
  ALERT_ESCALATED: 'alert',
  NOTICE_RAISED: 'notice',
  NOTICE_WIDENED: 'notice',
  NOTICE_ANSWERED: 'notice',
  NOTICE_FORWARDED: 'notice',
  NOTICE_ENDED: 'notice',
  DISPOSITION_RECORDED: 'disposition',
  ACTION_RECORDED: 'action',
  ACTION_CORRECTED: 'action',
  ACTION_WITHDRAWN: 'action',
  OPINION_GIVEN: 'indicator',
  OPINION_WITHDRAWN: 'indicator',
  DISPUTE_FILED: 'dispute',
  DISPUTE_ANSWER_ASKED: 'dispute',
  DISPUTE_ANSWERED: 'dispute',
  DISPUTE_ANSWER_LAPSED: 'dispute',
  DISPUTE_IN_REVIEW: 'dispute',
  DISPUTE_RULED: 'dispute',
  DISPUTE_APPEALED: 'dispute',
  DISPUTE_ENDED: 'dispute',
  RECALL_RAISED: 'recall',
  RECALL_WIDENED: 'recall',
  RECALL_CLOSED: 'recall',
  REPORT_ACCEPTED: 'report',
  REPORT_NEEDS_INFO: 'report',
  REPORT_REJECTED: 'report',
  REPORT_WITHDRAWN: 'report',
} as const satisfies Readonly<Record<string, EventSubject>>;

export type EventKind = keyof typeof EVENT_KINDS;

/** Whether a text names a kind of event. */
export function isEventKind(text: string): text is EventKind {
  return Object.hasOwn(EVENT_KINDS, text);
}

/** All of them, in the order of the table. */
export const ALL_EVENT_KINDS: readonly EventKind[] = Object.keys(EVENT_KINDS).filter(isEventKind);
