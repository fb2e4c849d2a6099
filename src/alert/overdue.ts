import type { Alert } from './alert.js';

/**
 * Whether what an alert asks for is late at the moment `now`: it is not acknowledged by the time for that, or not closed by
 * the time to act. At the very moment it is late. What is closed is never late: it is shown as it ended.
 */
export function isOverdue(
  { status, acknowledgeBy, actBy }: Pick<Alert, 'status' | 'acknowledgeBy' | 'actBy'>,
  now: Date,
): boolean {
  if (status === 'CLOSED') return false;
  return (status !== 'ACKNOWLEDGED' && acknowledgeBy <= now) || (actBy !== null && actBy <= now);
}
