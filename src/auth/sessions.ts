import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { AuditLog } from '../audit/index.js';
import type { Actor, Role } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import type { MemberId, UserId } from '../common/id.js';
import { Database, type NamedStatement, type Tx } from '../database/index.js';
import { invalidRefreshToken } from './oauth-error.js';
import { isSecret, newSecret, secretHash } from './secret.js';
import { sessionLeftS, SESSION_LIFE_HOURS, type SessionTimes } from './session-rule.js';

interface SessionRow extends SessionTimes {
  readonly refreshHash: Buffer;
  readonly userId: UserId;
  readonly memberId: MemberId;
  readonly epoch: number;
  readonly roles: readonly Role[];
}

/** A session as a person's program goes on with it. */
export interface ContinuedSession {
  readonly subject: {
    readonly userId: UserId;
    readonly memberId: MemberId;
    readonly epoch: number;
    readonly roles: readonly Role[];
  };
  readonly refreshToken: string;
  readonly leftS: number;
}

const INSERT: NamedStatement = {
  name: 'auth.insertSession',
  text: `insert into session (id, user_id, refresh_hash, started_at, used_at) values ($1, $2, $3, $4, $4)`,
};

/** By session_pkey, locked: of two that present one token, the second sees what the first has made of it. */
const SELECT_FOR_UPDATE: NamedStatement = {
  name: 'auth.selectSession',
  text: `select s.started_at as "startedAt", s.used_at as "usedAt", s.ended_at as "endedAt",
      s.refresh_hash as "refreshHash", s.user_id as "userId", p.member_id as "memberId", p.epoch, u.roles
    from session s join app_user u on u.id = s.user_id join principal p on p.id = s.user_id
    where s.id = $1 for update of s`,
};

const ROTATE: NamedStatement = {
  name: 'auth.rotateSession',
  text: `update session set refresh_hash = $2, used_at = $3 where id = $1`,
};

const END: NamedStatement = {
  name: 'auth.endSession',
  text: `update session set ended_at = $2 where id = $1 and ended_at is null`,
};

const END_OF_USER: NamedStatement = {
  name: 'auth.endSessionsOfUser',
  text: `update session set ended_at = $2 where user_id = $1 and ended_at is null`,
};

const END_OF_MEMBER: NamedStatement = {
  name: 'auth.endSessionsOfMember',
  text: `update session set ended_at = $2 where ended_at is null
    and user_id in (select id from principal where member_id = $1 and kind = 'USER')`,
};

const TOKEN = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/;

/**
 * People's sessions. A refresh token names its session and holds a secret that is replaced with each use; whoever
 * presents an old one, thief or owner, ends the session (RFC 9700, section 4.14.2).
 */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Starts a session of a person who has just proved who they are. Gives its refresh token. */
  async start(tx: Tx, actor: Actor, userId: UserId): Promise<{ refreshToken: string; leftS: number }> {
    const id = randomUUID();
    const secret = newSecret();
    await tx.statement(INSERT, [id, userId, secretHash(secret), this.clock.now()]);
    await this.audit.append(tx, actor, { action: 'session.start', objectKind: 'session', objectIds: [id] });
    return { refreshToken: `${id}.${secret}`, leftS: SESSION_LIFE_HOURS * 3600 };
  }

  /**
   * Goes on with a session. Ending it for the reuse of an old token must be kept although the caller is refused, so
   * the transaction gives the verdict back and the refusal is thrown after it.
   *
   * @throws OAuthError invalid_grant
   */
  async continue(refreshToken: string): Promise<ContinuedSession> {
    const [, id, secret] = TOKEN.exec(refreshToken) ?? [];
    if (id === undefined || secret === undefined) throw invalidRefreshToken();
    const continued = await this.database.asSystem('sign_in', async (tx) => {
      const [session] = await tx.statement<SessionRow>(SELECT_FOR_UPDATE, [id]);
      const leftS = session === undefined ? 0 : sessionLeftS(session, this.clock.now());
      if (session === undefined || leftS === 0) return undefined;
      if (!isSecret(secret, session.refreshHash)) {
        await this.endFor(tx, id, 'reused');
        return undefined;
      }
      const next = newSecret();
      await tx.statement(ROTATE, [id, secretHash(next), this.clock.now()]);
      const { userId, memberId, epoch, roles } = session;
      return { subject: { userId, memberId, epoch, roles }, refreshToken: `${id}.${next}`, leftS };
    });
    if (continued === undefined) throw invalidRefreshToken();
    return continued;
  }

  /** Ends the session of a refresh token. Anything else is ignored, as RFC 7009 section 2.2 asks. */
  async revoke(refreshToken: string): Promise<void> {
    const [, id, secret] = TOKEN.exec(refreshToken) ?? [];
    if (id === undefined || secret === undefined) return;
    await this.database.asSystem('sign_in', async (tx) => {
      const [session] = await tx.statement<SessionRow>(SELECT_FOR_UPDATE, [id]);
      // An old token ends the session as well: as with `continue`, somebody holds a copy.
      if (session !== undefined && session.endedAt === null) await this.endFor(tx, id, 'revoked');
    });
  }

  /** Ends every session of a person. */
  async endOfUser(tx: Tx, userId: UserId): Promise<void> {
    await tx.statement(END_OF_USER, [userId, this.clock.now()]);
  }

  /** Ends every session of a member's people. */
  async endOfMember(tx: Tx, memberId: MemberId): Promise<void> {
    await tx.statement(END_OF_MEMBER, [memberId, this.clock.now()]);
  }

  private async endFor(tx: Tx, id: string, why: 'reused' | 'revoked'): Promise<void> {
    await tx.statement(END, [id, this.clock.now()]);
    await this.audit.append(tx, null, {
      action: 'session.end',
      objectKind: 'session',
      objectIds: [id],
      detail: { why },
    });
  }
}
