import type { UserError } from '../api-types.js';
import type { AlertKind, AlertStatus, Purpose } from '../codes.js';
import { mutation, operation } from '../connect/graphql-client.js';
import type { ShownAlert, ShownAlertWithObject } from './describe-alert.js';

/** Of ShownAlert. */
const ALERT_FIELDS =
  'id kind urgency status raisedAt acknowledgeBy actBy overdue deliveredAt acknowledgedAt closedAt';

export const ALERTS = operation<
  {
    first: number;
    kinds: readonly AlertKind[] | null;
    statuses: readonly AlertStatus[] | null;
    overdue: boolean | null;
  },
  { alerts: { nodes: readonly ShownAlert[] } }
>(`
  query Alerts($first: Int!, $kinds: [AlertKind!], $statuses: [AlertStatus!], $overdue: Boolean) {
    alerts(first: $first, filter: { kinds: $kinds, statuses: $statuses, overdue: $overdue }) {
      nodes { ${ALERT_FIELDS} }
    }
  }
`);

export const ALERT = operation<{ id: string }, { alert: ShownAlertWithObject | null }>(`
  query Alert($id: ID!) {
    alert(id: $id) { ${ALERT_FIELDS} recall { id } dispute { id } }
  }
`);

/** The notice that an alert tells of is read for a purpose. */
export const NOTICE_OF_ALERT = operation<
  { id: string; purpose: Purpose },
  { alert: { readonly notice: { readonly id: string } | null } | null }
>(`
  query NoticeOfAlert($id: ID!, $purpose: Purpose!) {
    alert(id: $id) { notice(purpose: $purpose) { id } }
  }
`);

export interface AlertAnswer {
  readonly alert: ShownAlert | null;
  readonly userErrors: readonly UserError[];
}

export const ACKNOWLEDGE_ALERT = mutation<{ alertId: string }, AlertAnswer>(
  'acknowledgeAlert',
  `alert { ${ALERT_FIELDS} }`,
);
