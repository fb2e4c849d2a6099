import { type Step, takeStep, type Transitions } from '../common/life-cycle.js';

/** Where an alert stands (product.md, Life cycles, Alert). */
export const ALERT_STATUSES = ['RAISED', 'DELIVERED', 'ACKNOWLEDGED', 'CLOSED'] as const;

export type AlertStatus = (typeof ALERT_STATUSES)[number];

/**
 * What happens to an alert. DELIVER: somebody, or a machine, of the member was handed it. ACKNOWLEDGE: the member says that
 * it has read it. CLOSE: nothing waits for the member any more, whether it did what was asked or the reason is gone.
 */
export const ALERT_VERBS = ['DELIVER', 'ACKNOWLEDGE', 'CLOSE'] as const;

export type AlertVerb = (typeof ALERT_VERBS)[number];

/**
 * The whole life cycle. What is not written here is refused with NOT_ALLOWED_IN_STATE, and by a trigger of the table. That an
 * alert is overdue is no status: it is shown beside (overdue.ts), and changes nothing of what may be done.
 */
export const ALERT_TRANSITIONS: Transitions<AlertStatus, AlertVerb> = {
  RAISED: { DELIVER: 'DELIVERED', CLOSE: 'CLOSED' },
  DELIVERED: { ACKNOWLEDGE: 'ACKNOWLEDGED', CLOSE: 'CLOSED' },
  ACKNOWLEDGED: { CLOSE: 'CLOSED' },
  CLOSED: {},
};

/** What is to be done where a step is not open. */
const INSTEAD: Readonly<Record<AlertVerb, string>> = {
  DELIVER: 'it was handed over before.',
  ACKNOWLEDGE: 'there is nothing to acknowledge any more.',
  CLOSE: 'nothing waits to be done any more.',
};

/** The status after `verb`, or NOT_ALLOWED_IN_STATE where the life cycle does not have the step. */
export function takeAlertStep(status: AlertStatus, verb: AlertVerb): Step<AlertStatus> {
  const message = `The alert is ${status}: ${INSTEAD[verb]}`;
  return takeStep(ALERT_TRANSITIONS, { status, verb }, { field: 'alertId', message });
}
