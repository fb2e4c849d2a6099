import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import type { AlertId } from '../common/id.js';
import { type Page, type PageRequest, pageOf } from '../common/page.js';
import { refused, type Refusal, type Result } from '../common/refusal.js';
import { Database } from '../database/index.js';
import { isAnalyst } from '../indicator/index.js';
import type { Alert, AlertKind, EscalatedAlerts, Urgency } from './alert.js';
import { alertCursor, alertPlaceOf } from './alert-place.js';
import type { AlertStatus } from './alert-status.js';
import { SELECT_ALERT, SELECT_ALERT_PAGE, SELECT_ESCALATED } from './alert.statements.js';
import { Alerts } from './alerts.js';

/** Groups that the list of escalated alerts names. */
export const ESCALATED_MAX = 200;

/** Narrows a list of alerts. What is left out does not narrow. */
export interface AlertFilter {
  readonly statuses: readonly AlertStatus[] | undefined;
  readonly kinds: readonly AlertKind[] | undefined;
  readonly urgencies: readonly Urgency[] | undefined;
  readonly overdue: boolean | undefined;
}

export type AlertRefusalCode = 'NOT_FOUND' | 'NOT_ALLOWED_IN_STATE';

/** Hands members their news. What was handed over is delivered. */
@Injectable()
export class AlertService {
  constructor(
    private readonly database: Database,
    private readonly alerts: Alerts,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The critical ones first, then the newest. */
  async list(
    actor: Actor,
    { filter, page }: { readonly filter: AlertFilter; readonly page: PageRequest },
  ): Promise<Page<Alert>> {
    const place = page.after === undefined ? undefined : alertPlaceOf(page.after);
    return this.database.asActor(actor, async (tx) => {
      const rows = await tx.statement<Alert>(SELECT_ALERT_PAGE, [
        actor.memberId,
        filter.statuses ?? null,
        filter.kinds ?? null,
        filter.urgencies ?? null,
        filter.overdue ?? null,
        place?.critical ?? null,
        place?.raisedAt ?? null,
        place?.id ?? null,
        this.clock.now(),
        page.first + 1,
      ]);
      const kept = pageOf(rows, page.first, alertCursor);
      const handed = await this.alerts.handOver(tx, actor, kept.rows);
      await this.audit.append(tx, actor, {
        action: 'alert.read',
        objectKind: 'alert',
        objectIds: handed.map(({ id }) => id),
      });
      return { ...kept, rows: handed };
    });
  }

  async find(actor: Actor, id: AlertId): Promise<Alert | undefined> {
    return this.database.asActor(actor, async (tx) => {
      const found = await tx.statement<Alert>(SELECT_ALERT, [actor.memberId, id]);
      const [handed] = await this.alerts.handOver(tx, actor, found);
      await this.audit.append(tx, actor, {
        action: 'alert.read',
        objectKind: 'alert',
        objectIds: handed === undefined ? [] : [handed.id],
      });
      return handed;
    });
  }

  async acknowledge(actor: Actor, id: AlertId): Promise<Result<Alert, AlertRefusalCode>> {
    return this.database.asActor(actor, async (tx): Promise<Result<Alert, AlertRefusalCode>> => {
      const alert = await this.alerts.lock(tx, actor, id);
      if (alert === undefined) return refused(ALERT_NOT_FOUND);
      const acknowledged = await this.alerts.acknowledge(tx, actor, alert);
      if (!acknowledged.ok) return acknowledged;
      await this.audit.append(tx, actor, {
        action: 'alert.acknowledge',
        objectKind: 'alert',
        objectIds: [id],
      });
      return acknowledged;
    });
  }

  /** What members let lie, for the coalition's analysts: counts alone, ESCALATED_MAX groups at most. */
  async escalated(actor: Actor): Promise<EscalatedAlerts[]> {
    return this.database.asActor(actor, async (tx) => {
      const groups = await tx.statement<EscalatedAlerts>(SELECT_ESCALATED, [isAnalyst(actor), ESCALATED_MAX]);
      await this.audit.append(tx, actor, {
        action: 'alert.read-escalated',
        objectKind: 'member',
        objectIds: [...new Set(groups.map(({ memberId }) => memberId))].slice(0, AUDITED_MEMBERS_MAX),
      });
      return groups;
    });
  }
}

/** Members that the audit entry of a look at all that is overdue names: as many as an entry takes. */
const AUDITED_MEMBERS_MAX = 100;

/** The answer for an alert that there is not, and for another member's. */
export const ALERT_NOT_FOUND: Refusal<'NOT_FOUND'> = {
  code: 'NOT_FOUND',
  field: ['alertId'],
  message: 'There is no such alert.',
};
