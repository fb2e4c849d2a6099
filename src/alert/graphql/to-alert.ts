import { toGlobalId } from '../../common/id.js';
import type { Alert, EscalatedAlerts } from '../alert.js';
import { isOverdue } from '../overdue.js';
import type { AlertType, EscalatedAlertsType } from './alert.types.js';

/** An alert as its member sees it at the moment `now`. */
export function toAlert(alert: Alert, now: Date): AlertType {
  return {
    id: toGlobalId('alert', alert.id),
    kind: alert.kind,
    urgency: alert.urgency,
    status: alert.status,
    raisedAt: alert.raisedAt,
    acknowledgeBy: alert.acknowledgeBy,
    actBy: alert.actBy,
    overdue: isOverdue(alert, now),
    deliveredAt: alert.deliveredAt,
    acknowledgedAt: alert.acknowledgedAt,
    closedAt: alert.closedAt,
    escalatedAt: alert.escalatedAt,
    objectId: alert.objectId,
  };
}

export function toEscalatedAlerts(group: EscalatedAlerts): EscalatedAlertsType {
  const { memberName, kind, urgency, count, since } = group;
  return { memberId: toGlobalId('member', group.memberId), memberName, kind, urgency, count, since };
}
