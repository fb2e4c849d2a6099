import { Injectable } from '@nestjs/common';

import { AuditLog } from '../audit/index.js';
import type { UserActor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import type { SessionId } from '../common/id.js';
import { Database } from '../database/index.js';
import { SESSION_IDLE_MINUTES, SESSION_LIFE_HOURS } from './session-rule.js';
import { END_OWN_SESSION, SELECT_OWN_SESSIONS, type OwnSessionRow } from './session.statements.js';

/** Sessions shown at most, the last used first: nobody has as many at once. */
export const OWN_SESSIONS_MAX = 100;

/** A person's view of their own sessions. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Those that go on, the last used first. */
  async list(actor: UserActor): Promise<readonly OwnSessionRow[]> {
    return this.database.asActor(actor, async (tx) => {
      const values = [actor.userId, ...this.bounds(), OWN_SESSIONS_MAX];
      const sessions = await tx.statement<OwnSessionRow>(SELECT_OWN_SESSIONS, values);
      const objectIds = sessions.map(({ id }) => id);
      await this.audit.append(tx, actor, { action: 'session.read', objectKind: 'session', objectIds });
      return sessions;
    });
  }

  /** Ends one at its next use. False when there is none such that goes on, or it is another's. */
  async end(actor: UserActor, sessionId: SessionId): Promise<boolean> {
    return this.database.asActor(actor, async (tx) => {
      const values = [sessionId, actor.userId, this.clock.now(), ...this.bounds()];
      const ended = await tx.statement(END_OWN_SESSION, values);
      if (ended.length === 0) return false;
      await this.audit.append(tx, actor, {
        action: 'session.end',
        objectKind: 'session',
        objectIds: [sessionId],
        detail: { why: 'ended' },
      });
      return true;
    });
  }

  /** A session goes on that began after the first and was used at the second or after it: as sessionLeftS has it. */
  private bounds(): readonly [startedAfter: Date, usedFrom: Date] {
    const now = this.clock.now().getTime();
    return [new Date(now - SESSION_LIFE_HOURS * 3_600_000), new Date(now - SESSION_IDLE_MINUTES * 60_000)];
  }
}
