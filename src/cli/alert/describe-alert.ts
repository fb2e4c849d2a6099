import type { AlertKind, AlertStatus } from '../codes.js';
import { deadline, minute } from '../shown-text.js';
import { detailLines, tableLines } from '../table.js';

/** News for a member, as the service shows it. */
export interface ShownAlert {
  readonly id: string;
  readonly kind: AlertKind;
  readonly urgency: string;
  readonly status: AlertStatus;
  readonly raisedAt: string;
  readonly acknowledgeBy: string;
  readonly actBy: string | null;
  readonly overdue: boolean;
  readonly deliveredAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly closedAt: string | null;
}

/** One of them with what it is about, where that is told without a purpose. */
export interface ShownAlertWithObject extends ShownAlert {
  readonly recall: { readonly id: string } | null;
  readonly dispute: { readonly id: string } | null;
}

/** What alerts tell of a notice, which is read for a purpose. */
export const TELLS_OF_NOTICE: readonly AlertKind[] = ['NOTICE', 'CHILD_AT_RISK'];

/** Alerts as a table. */
export function alertTable(alerts: readonly ShownAlert[]): readonly string[] {
  return tableLines(
    ['ALERT', 'ABOUT', 'URGENCY', 'STATUS', 'DUE'],
    alerts.map((alert) => [alert.id, alert.kind, alert.urgency, alert.status, due(alert)]),
  );
}

/** One alert, with what to type to see what it is about. */
export function alertLines(alert: ShownAlertWithObject, noticeId: string | undefined): readonly string[] {
  return [
    ...detailLines([
      ['Alert', alert.id],
      ['About', alert.kind],
      ['Urgency', alert.urgency],
      ['Status', alert.overdue ? `${alert.status}, OVERDUE` : alert.status],
      ['Raised', minute(alert.raisedAt)],
      ['To be acknowledged by', minute(alert.acknowledgeBy)],
      ['To be acted on by', alert.actBy && minute(alert.actBy)],
      ['Delivered', alert.deliveredAt && minute(alert.deliveredAt)],
      ['Acknowledged', alert.acknowledgedAt && minute(alert.acknowledgedAt)],
      ['Closed', alert.closedAt && minute(alert.closedAt)],
    ]),
    ...nextLines(alert, noticeId),
  ];
}

function nextLines(
  { id, kind, status, recall, dispute }: ShownAlertWithObject,
  noticeId: string | undefined,
): readonly string[] {
  const about =
    recall !== null
      ? [`cordon recall show ${recall.id}`]
      : dispute !== null
        ? [`cordon dispute show ${dispute.id}`]
        : noticeId !== undefined
          ? [`cordon notice show ${noticeId} --purpose ...`]
          : TELLS_OF_NOTICE.includes(kind) && status !== 'CLOSED'
            ? [`cordon alert show ${id} --purpose ...`]
            : [];
  const waits = status === 'RAISED' || status === 'DELIVERED';
  return [...about, ...(waits ? [`cordon alert acknowledge ${id}`] : [])].map((line) => `Next: ${line}`);
}

/** The next time by which something is to be done; none once it is closed. */
function due({ status, acknowledgeBy, actBy, overdue }: ShownAlert): string {
  if (status === 'CLOSED') return '';
  return deadline(status === 'ACKNOWLEDGED' ? actBy : acknowledgeBy, overdue);
}
