import { Injectable } from '@nestjs/common';

import { AuditLog } from '../../audit/index.js';
import { Clock } from '../../common/clock.js';
import type { UserActor } from '../../common/actor.js';
import type { SessionId } from '../../common/id.js';
import { Database, type Tx } from '../../database/index.js';
import type { PersonSubject } from '../access-token.js';
import type { Proof } from '../proof.js';
import { isSecret, newSecret, secretHash } from '../secret.js';
import { sessionLeftS, type SessionTimes } from '../session-rule.js';
import { readSessionToken, sessionToken } from '../session-token.js';
import {
  END_SESSION,
  SELECT_BROWSER_SESSION,
  STEP_UP_SESSION,
  TOUCH_SESSION,
  type SessionRow,
} from '../session.statements.js';
import { subjectOfSession, type StartedSession } from '../sessions.js';

/** A session's use is written at most so often: it may end by so much earlier, and never later. */
const TOUCH_EVERY_MS = 60_000;

/** Sessions that a cookie goes on with. Unlike a refresh token a cookie is presented many times at once, so it stays. */
@Injectable()
export class BrowserSessions {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Who the cookie's session is of, as they are now; undefined when it is over. Asked with every request: it has ended at
   * once when it is ended, or when the person's power changed. That the member is active is asked on entering.
   */
  async subjectOf(token: string): Promise<PersonSubject | undefined> {
    const presented = readSessionToken(token);
    if (presented === undefined) return undefined;
    const { sessionId, secret } = presented;
    const now = this.clock.now();
    return this.database.asSystem('sign_in', async (tx) => {
      const [session] = await tx.statement<SessionRow>(SELECT_BROWSER_SESSION, [sessionId]);
      if (session === undefined || !isSecret(secret, session.refreshHash)) return undefined;
      if (sessionLeftS(session, now) === 0) return undefined;
      const touchedBefore = new Date(now.getTime() - TOUCH_EVERY_MS);
      if (session.usedAt < touchedBefore) await tx.statement(TOUCH_SESSION, [sessionId, now, touchedBefore]);
      return subjectOfSession(session);
    });
  }

  /** The same for a session that Cordon itself has named in a ticket of the browser, whose cookie does not come along. */
  async subjectOfId(sessionId: SessionId): Promise<PersonSubject | undefined> {
    const [session] = await this.database.systemStatement<SessionRow>('sign_in', SELECT_BROWSER_SESSION, [
      sessionId,
    ]);
    if (session === undefined || sessionLeftS(session, this.clock.now()) === 0) return undefined;
    return subjectOfSession(session);
  }

  /**
   * Keeps a new proof with the session that the actor is in, under a new secret. Undefined when it is no browser's
   * session, or over.
   */
  async stepUp(tx: Tx, actor: UserActor, proof: Proof): Promise<StartedSession | undefined> {
    const { sessionId, userId } = actor;
    if (sessionId === undefined) return undefined;
    const secret = newSecret();
    const { method, amr, authenticatedAt } = proof;
    const changed = await tx.statement<SessionTimes>(STEP_UP_SESSION, [
      ...[sessionId, userId, secretHash(secret), this.clock.now()],
      ...[method, amr, authenticatedAt],
    ]);
    if (changed[0] === undefined) return undefined;
    await this.audit.append(tx, actor, {
      action: 'session.step-up',
      objectKind: 'session',
      objectIds: [sessionId],
      detail: { method, amr },
    });
    return {
      sessionId,
      token: sessionToken(sessionId, secret),
      leftS: sessionLeftS(changed[0], this.clock.now()),
    };
  }

  /** Ends the session of a cookie. Whatever else is presented is ignored: the browser forgets it in any case. */
  async end(token: string): Promise<void> {
    const presented = readSessionToken(token);
    if (presented === undefined) return;
    await this.database.asSystem('sign_in', async (tx) => {
      const [session] = await tx.statement<SessionRow>(SELECT_BROWSER_SESSION, [presented.sessionId]);
      if (session === undefined || !isSecret(presented.secret, session.refreshHash)) return;
      const ended = await tx.statement(END_SESSION, [presented.sessionId, this.clock.now()]);
      if (ended.length === 0) return;
      await this.audit.append(tx, null, {
        action: 'session.end',
        objectKind: 'session',
        objectIds: [presented.sessionId],
        detail: { why: 'signed-out' },
      });
    });
  }
}
