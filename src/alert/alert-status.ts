/** Where an alert stands (product.md, Life cycles, Alert). */
export const ALERT_STATUSES = ['RAISED', 'DELIVERED', 'ACKNOWLEDGED', 'CLOSED'] as const;

export type AlertStatus = (typeof ALERT_STATUSES)[number];

/**
 * What happens to an alert. DELIVER: somebody, or a machine, of the member was handed it. ACKNOWLEDGE: the member says that
 * it has read it. CLOSE: nothing waits for the member any more, whether it did what was asked or the reason is gone.
 */
export type AlertVerb = 'DELIVER' | 'ACKNOWLEDGE' | 'CLOSE';

/**
 * The whole life cycle. What is not written here is refused with NOT_ALLOWED_IN_STATE, and by a trigger of the table. That an
 * alert is overdue is no status: it is shown beside (overdue.ts), and changes nothing of what may be done.
 */
export const ALERT_TRANSITIONS: Readonly<
  Record<AlertStatus, Readonly<Partial<Record<AlertVerb, AlertStatus>>>>
> = {
  RAISED: { DELIVER: 'DELIVERED', CLOSE: 'CLOSED' },
  DELIVERED: { ACKNOWLEDGE: 'ACKNOWLEDGED', CLOSE: 'CLOSED' },
  ACKNOWLEDGED: { CLOSE: 'CLOSED' },
  CLOSED: {},
};

/** The status after `verb`, or undefined when the life cycle does not have the step. */
export function alertStatusAfter(status: AlertStatus, verb: AlertVerb): AlertStatus | undefined {
  return ALERT_TRANSITIONS[status][verb];
}
