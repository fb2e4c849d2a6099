import type { AlertStatus } from './alert-status.js';
import { isOverdue } from './overdue.js';

const at = (day: number): Date => new Date(Date.UTC(2026, 5, day));

/** To be acknowledged by the 2nd and acted on by the 6th, looked at on the day given. */
const ROWS: readonly (readonly [AlertStatus, number, boolean])[] = [
  ['RAISED', 1, false],
  ['RAISED', 2, true],
  ['DELIVERED', 1, false],
  ['DELIVERED', 2, true],
  ['ACKNOWLEDGED', 2, false],
  ['ACKNOWLEDGED', 5, false],
  ['ACKNOWLEDGED', 6, true],
  ['CLOSED', 6, false],
];

describe('an alert', () => {
  it.each(ROWS)('that is %s is on day %i overdue: %s', (status, day, overdue) => {
    expect(isOverdue({ status, acknowledgeBy: at(2), actBy: at(6) }, at(day))).toBe(overdue);
  });

  it('that asks for no more than reading is never overdue once it is acknowledged', () => {
    expect(isOverdue({ status: 'ACKNOWLEDGED', acknowledgeBy: at(2), actBy: null }, at(30))).toBe(false);
  });
});
