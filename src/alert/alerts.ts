import { Injectable } from '@nestjs/common';
import { type Actor, principalId } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { type AlertId, type MemberId, newId } from '../common/id.js';
import { accepted, type Result } from '../common/refusal.js';
import type { Tx } from '../database/index.js';
import { MemberEvents } from '../event/index.js';
import type { Alert, AlertAbout, AlertKind, NewAlert } from './alert.js';
import { takeAlertStep } from './alert-status.js';
import {
  ACKNOWLEDGE_ALERT,
  CLOSE_ALERTS,
  DELIVER_ALERTS,
  HEIGHTEN_ALERTS,
  LOCK_ALERT,
  RAISE_ALERTS,
  SELECT_ALERTS_ABOUT,
} from './alert.statements.js';

/** What the parts that have news for members need: they say what it is about, and this keeps what becomes of it. */
@Injectable()
export class Alerts {
  constructor(
    private readonly events: MemberEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * Raises news, each once for its member, kind and object; gives what was not raised before. In a transaction of the role
   * `resolver`.
   */
  async raise(tx: Tx, alerts: readonly NewAlert[]): Promise<readonly AlertAbout[]> {
    if (alerts.length === 0) return [];
    const raised = await tx.statement<AlertAbout>(RAISE_ALERTS, [
      alerts.map(() => newId('alert')),
      alerts.map(({ memberId }) => memberId),
      alerts.map(({ kind }) => kind),
      alerts.map(({ objectId }) => objectId),
      alerts.map(({ urgency = 'NORMAL' }) => urgency),
      alerts.map(({ acknowledgeBy }) => acknowledgeBy),
      alerts.map(({ actBy }) => actBy ?? null),
      this.clock.now(),
    ]);
    await this.tell(tx, 'ALERT_RAISED', raised);
    return raised;
  }

  /**
   * Makes news critical that was not; gives what of it is closed, which stays closed: nobody is told of that by this. In a
   * transaction of the role `resolver`.
   */
  async heighten(tx: Tx, kind: AlertKind, objectIds: readonly string[]): Promise<readonly AlertAbout[]> {
    if (objectIds.length === 0) return [];
    const heightened = await tx.statement<AlertAbout & Pick<Alert, 'status'>>(HEIGHTEN_ALERTS, [
      kind,
      objectIds,
    ]);
    const open = heightened.filter(({ status }) => status !== 'CLOSED');
    await this.tell(tx, 'ALERT_HEIGHTENED', open);
    return heightened.filter(({ status }) => status === 'CLOSED');
  }

  /**
   * Closes the news about an object, or about several of one kind: for one member, or for all that were told; gives what was
   * open. An actor's transaction closes that of its own member, one of the role `resolver` that of any.
   */
  async close(
    tx: Tx,
    {
      kind,
      objectId,
      memberId,
    }: {
      readonly kind: AlertKind;
      readonly objectId: string | readonly string[];
      readonly memberId?: MemberId;
    },
  ): Promise<readonly AlertAbout[]> {
    const objectIds = typeof objectId === 'string' ? [objectId] : objectId;
    if (objectIds.length === 0) return [];
    const values = [kind, objectIds, memberId ?? null, this.clock.now()];
    const closed = await tx.statement<AlertAbout>(CLOSE_ALERTS, values);
    await this.tell(tx, 'ALERT_CLOSED', closed);
    return closed;
  }

  /** The own member's news about these objects, by the object's id. */
  async about(
    tx: Tx,
    actor: Actor,
    kind: AlertKind,
    objectIds: readonly string[],
  ): Promise<ReadonlyMap<string, Alert>> {
    if (objectIds.length === 0) return new Map();
    const alerts = await tx.statement<Alert>(SELECT_ALERTS_ABOUT, [actor.memberId, kind, objectIds]);
    return new Map(alerts.map((alert) => [alert.objectId, alert]));
  }

  /** Notes that the actor is handed these, and gives them as they stand from now on. */
  async handOver(tx: Tx, actor: Actor, alerts: readonly Alert[]): Promise<Alert[]> {
    const deliveredAt = this.clock.now();
    const delivered = alerts.map((alert) => {
      const step = takeAlertStep(alert.status, 'DELIVER');
      return step.ok ? { ...alert, status: step.value, deliveredAt } : alert;
    });
    const ids = alerts.filter(({ status }) => status === 'RAISED').map(({ id }) => id);
    if (ids.length > 0) await tx.statement(DELIVER_ALERTS, [actor.memberId, ids, deliveredAt]);
    return delivered;
  }

  /** The own member's alert of this id, until the transaction is over as nobody else changes it. */
  async lock(tx: Tx, actor: Actor, id: AlertId): Promise<Alert | undefined> {
    const [alert] = await tx.statement<Alert>(LOCK_ALERT, [actor.memberId, id]);
    return alert;
  }

  /** Notes that the actor's member has read one that the caller has locked. */
  async acknowledge(tx: Tx, actor: Actor, alert: Alert): Promise<Result<Alert, 'NOT_ALLOWED_IN_STATE'>> {
    // Whoever names it has it in hand, whether or not it was handed over by a list.
    const [handed = alert] = await this.handOver(tx, actor, [alert]);
    const step = takeAlertStep(handed.status, 'ACKNOWLEDGE');
    if (!step.ok) return step;
    const acknowledgedAt = this.clock.now();
    await tx.statement(ACKNOWLEDGE_ALERT, [actor.memberId, alert.id, acknowledgedAt, principalId(actor)]);
    await this.tell(tx, 'ALERT_ACKNOWLEDGED', [alert]);
    return accepted({ ...handed, status: step.value, acknowledgedAt });
  }

  private tell(
    tx: Tx,
    kind: 'ALERT_RAISED' | 'ALERT_HEIGHTENED' | 'ALERT_ACKNOWLEDGED' | 'ALERT_CLOSED',
    alerts: readonly Pick<Alert, 'id' | 'memberId'>[],
  ): Promise<void> {
    return this.events.write(
      tx,
      alerts.map(({ id, memberId }) => ({ memberId, kind, objectId: id })),
    );
  }
}
