import { itHasTheSteps, type WrittenStep } from '../../test/support/life-cycle.js';
import {
  ALERT_STATUSES,
  ALERT_VERBS,
  type AlertStatus,
  type AlertVerb,
  takeAlertStep,
} from './alert-status.js';

/** Written by hand from product.md, Life cycles, Alert; it closes from each, where its reason is gone. */
const ALLOWED: readonly WrittenStep<AlertStatus, AlertVerb>[] = [
  ['RAISED', 'DELIVER', 'DELIVERED'],
  ['RAISED', 'CLOSE', 'CLOSED'],
  ['DELIVERED', 'ACKNOWLEDGE', 'ACKNOWLEDGED'],
  ['DELIVERED', 'CLOSE', 'CLOSED'],
  ['ACKNOWLEDGED', 'CLOSE', 'CLOSED'],
];

describe('the life of an alert', () => {
  itHasTheSteps({
    statuses: ALERT_STATUSES,
    verbs: ALERT_VERBS,
    allowed: ALLOWED,
    take: takeAlertStep,
    field: 'alertId',
  });
});
