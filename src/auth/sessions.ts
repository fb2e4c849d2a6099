import { Injectable } from '@nestjs/common';

import { AuditLog } from '../audit/index.js';
import type { UserActor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { newId, type MemberId, type SessionId, type UserId } from '../common/id.js';
import { Database, type Tx } from '../database/index.js';
import type { PersonSubject } from './access-token.js';
import { invalidRefreshToken } from './oauth-error.js';
import type { Proof } from './proof.js';
import { isSecret, newSecret, secretHash } from './secret.js';
import { sessionLeftS, SESSION_LIFE_HOURS, type SessionKind } from './session-rule.js';
import { readSessionToken, sessionToken } from './session-token.js';
import {
  END_OTHER_SESSIONS,
  END_SESSION,
  END_SESSIONS_OF_MEMBER,
  END_SESSIONS_OF_USER,
  INSERT_SESSION,
  LOCK_PROGRAM_SESSION,
  ROTATE_SESSION,
  type SessionRow,
} from './session.statements.js';

/** A session as a person's program goes on with it. */
export interface ContinuedSession {
  readonly subject: PersonSubject;
  readonly refreshToken: string;
  readonly leftS: number;
}

/** A session that has just begun. */
export interface StartedSession {
  readonly sessionId: SessionId;
  /** A program's refresh token, or what a browser's cookie holds. */
  readonly token: string;
  /** Seconds that it may last. */
  readonly leftS: number;
}

/**
 * People's sessions. A program's refresh token names its session and holds a secret that is replaced with each use;
 * whoever presents an old one, thief or owner, ends the session (RFC 9700, section 4.14.2). What a browser's session
 * does is in browser/browser-sessions.ts.
 */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Starts a session of a person who has just proved who they are, and entered. */
  async start(tx: Tx, actor: UserActor, kind: SessionKind, proof: Proof): Promise<StartedSession> {
    const sessionId = newId('session');
    const secret = newSecret();
    const { method, amr, authenticatedAt } = proof;
    await tx.statement(INSERT_SESSION, [
      sessionId,
      actor.userId,
      secretHash(secret),
      this.clock.now(),
      kind,
      method,
      amr,
      authenticatedAt,
      kind === 'BROWSER' ? actor.epoch : null,
    ]);
    await this.audit.append(tx, actor, {
      action: 'session.start',
      objectKind: 'session',
      objectIds: [sessionId],
      detail: { kind, method, amr },
    });
    return { sessionId, token: sessionToken(sessionId, secret), leftS: SESSION_LIFE_HOURS * 3600 };
  }

  /**
   * Goes on with a program's session. Ending it for the reuse of an old token must be kept although the caller is
   * refused, so the transaction gives the verdict back and the refusal is thrown after it.
   *
   * @throws OAuthError invalid_grant
   */
  async continue(refreshToken: string): Promise<ContinuedSession> {
    const token = readSessionToken(refreshToken);
    if (token === undefined) throw invalidRefreshToken();
    const { sessionId, secret } = token;
    const continued = await this.database.asSystem('sign_in', async (tx) => {
      const [session] = await tx.statement<SessionRow>(LOCK_PROGRAM_SESSION, [sessionId]);
      const leftS = session === undefined ? 0 : sessionLeftS(session, this.clock.now());
      if (session === undefined || leftS === 0) return undefined;
      if (!isSecret(secret, session.refreshHash)) {
        await this.endFor(tx, sessionId, 'reused');
        return undefined;
      }
      const next = newSecret();
      await tx.statement(ROTATE_SESSION, [sessionId, secretHash(next), this.clock.now()]);
      return { subject: subjectOfSession(session), refreshToken: sessionToken(sessionId, next), leftS };
    });
    if (continued === undefined) throw invalidRefreshToken();
    return continued;
  }

  /** Ends the session of a refresh token. Anything else is ignored, as RFC 7009 section 2.2 asks. */
  async revoke(refreshToken: string): Promise<void> {
    const token = readSessionToken(refreshToken);
    if (token === undefined) return;
    await this.database.asSystem('sign_in', async (tx) => {
      const [session] = await tx.statement<SessionRow>(LOCK_PROGRAM_SESSION, [token.sessionId]);
      // An old token ends the session as well: as with `continue`, somebody holds a copy.
      if (session !== undefined && session.endedAt === null)
        await this.endFor(tx, token.sessionId, 'revoked');
    });
  }

  /** Ends every session of a person. */
  async endOfUser(tx: Tx, userId: UserId): Promise<void> {
    await tx.statement(END_SESSIONS_OF_USER, [userId, this.clock.now()]);
  }

  /** Ends every session of a person but the one that they act in. */
  async endOthersOf(tx: Tx, { userId, sessionId }: UserActor): Promise<void> {
    await tx.statement(END_OTHER_SESSIONS, [userId, sessionId ?? null, this.clock.now()]);
  }

  /** Ends every session of a member's people. */
  async endOfMember(tx: Tx, memberId: MemberId): Promise<void> {
    await tx.statement(END_SESSIONS_OF_MEMBER, [memberId, this.clock.now()]);
  }

  private async endFor(tx: Tx, id: SessionId, why: 'reused' | 'revoked'): Promise<void> {
    await tx.statement(END_SESSION, [id, this.clock.now()]);
    await this.audit.append(tx, null, {
      action: 'session.end',
      objectKind: 'session',
      objectIds: [id],
      detail: { why },
    });
  }
}

/** Who a session speaks for. */
export function subjectOfSession(session: SessionRow): PersonSubject {
  const { userId, memberId, epoch, roles, authenticatedAt, amr, sessionId } = session;
  return { kind: 'user', userId, memberId, epoch, roles, authenticatedAt, amr, sessionId };
}
