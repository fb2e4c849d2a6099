import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import { Clock } from '../common/clock.js';
import type { AlertId, MemberId } from '../common/id.js';
import { BackgroundWork, Database } from '../database/index.js';
import { MemberEvents } from '../event/index.js';
import { ESCALATE_ALERTS } from './alert.statements.js';

const POLL_MS = 60_000;
/** Alerts that one round takes: as many as an audit entry names. */
const BATCH_MAX = 100;

/** Puts what members let lie before the coalition's analysts, each alert once. Any number of instances share the work. */
@Injectable()
export class AlertEscalation {
  constructor(
    private readonly database: Database,
    private readonly events: MemberEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    work: BackgroundWork,
  ) {
    work.add('AlertEscalation', async () => (await this.sweep()) === BATCH_MAX, POLL_MS);
  }

  /** Escalates what is late by now, BATCH_MAX at most; gives how many. */
  async sweep(): Promise<number> {
    return this.database.asSystem('resolver', async (tx) => {
      const late = await tx.statement<{ id: AlertId; memberId: MemberId }>(ESCALATE_ALERTS, [
        this.clock.now(),
        BATCH_MAX,
      ]);
      if (late.length === 0) return 0;
      await this.events.write(
        tx,
        late.map(({ id, memberId }) => ({ memberId, kind: 'ALERT_ESCALATED', objectId: id })),
      );
      await this.audit.append(tx, null, {
        action: 'alert.escalate',
        objectKind: 'alert',
        objectIds: late.map(({ id }) => id),
      });
      return late.length;
    });
  }
}
