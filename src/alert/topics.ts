import type { AlertId } from '../common/id.js';

/** Written when alerts are raised: for what tells members of them by other ways. */
export const ALERTS_RAISED = 'alert.raised';

export interface AlertsRaised {
  readonly alertIds: readonly AlertId[];
}

/** Written when alerts are overdue and put before the coalition's analysts. */
export const ALERTS_ESCALATED = 'alert.escalated';

export interface AlertsEscalated {
  readonly alertIds: readonly AlertId[];
}
