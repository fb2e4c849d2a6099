import type { Role } from '../common/actor.js';
import type { MemberId, SessionId, UserId } from '../common/id.js';
import { accessRule, type NamedStatement } from '../database/index.js';
import type { SignInMethod } from './proof.js';
import type { SessionKind, SessionTimes } from './session-rule.js';

/** A session with the person that it is of. */
export interface SessionRow extends SessionTimes {
  readonly sessionId: SessionId;
  readonly refreshHash: Buffer;
  readonly userId: UserId;
  readonly memberId: MemberId;
  /** The person's epoch as it stands now. */
  readonly epoch: number;
  readonly roles: readonly Role[];
  readonly amr: readonly string[];
  readonly authenticatedAt: Date;
}

/** A session as its person sees it. */
export interface OwnSessionRow extends SessionTimes {
  readonly id: SessionId;
  readonly kind: SessionKind;
  readonly method: SignInMethod;
  readonly authenticatedAt: Date;
}

export const INSERT_SESSION: NamedStatement = {
  name: 'auth.insertSession',
  text: `insert into session (id, user_id, refresh_hash, started_at, used_at, kind, method, amr, authenticated_at, epoch)
    values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9)`,
};

const SELECT = `select s.id as "sessionId", s.started_at as "startedAt", s.used_at as "usedAt", s.ended_at as "endedAt",
    s.refresh_hash as "refreshHash", s.user_id as "userId", p.member_id as "memberId", p.epoch, u.roles, s.amr,
    s.authenticated_at as "authenticatedAt"
  from session s join app_user u on u.id = s.user_id join principal p on p.id = s.user_id`;

/** By session_pkey, locked: of two that present one token, the second sees what the first has made of it. */
export const LOCK_PROGRAM_SESSION: NamedStatement = {
  name: 'auth.lockProgramSession',
  text: `${SELECT} where s.id = $1 and s.kind = 'PROGRAM' for update of s`,
};

/**
 * By session_pkey. A browser's session is of one epoch: a change of the person's roles, and every other change of their
 * power, ends it without anybody having to think of it.
 */
export const SELECT_BROWSER_SESSION: NamedStatement = {
  name: 'auth.selectBrowserSession',
  text: `${SELECT} where s.id = $1 and s.kind = 'BROWSER' and s.epoch = p.epoch and p.active`,
};

/** Of two requests at the same moment one writes; the other finds it written. */
export const TOUCH_SESSION: NamedStatement = {
  name: 'auth.touchSession',
  text: `update session set used_at = $2 where id = $1 and used_at < $3`,
};

export const ROTATE_SESSION: NamedStatement = {
  name: 'auth.rotateSession',
  text: `update session set refresh_hash = $2, used_at = $3 where id = $1`,
};

export const END_SESSION: NamedStatement = {
  name: 'auth.endSession',
  text: `update session set ended_at = $2 where id = $1 and ended_at is null returning id`,
};

/** A new proof, and with it a new secret: what was stolen before is worth nothing after. */
export const STEP_UP_SESSION: NamedStatement = {
  name: 'auth.stepUpSession',
  text: `update session set refresh_hash = $3, used_at = $4, method = $5, amr = $6, authenticated_at = $7
    where id = $1 and user_id = $2 and ended_at is null and kind = 'BROWSER'
    returning started_at as "startedAt", used_at as "usedAt", ended_at as "endedAt"`,
};

export const END_OWN_SESSION: NamedStatement = {
  name: 'auth.endOwnSession',
  text: `update session set ended_at = $3
    where id = $1 and ${accessRule('session.end-own', 'user_id = $2')} and ended_at is null and started_at > $4 and used_at >= $5
    returning id`,
};

/** By session_by_user: whoever else is signed in as the person $1 is no longer; the session $2 goes on. */
export const END_OTHER_SESSIONS: NamedStatement = {
  name: 'auth.endOtherSessions',
  text: `update session set ended_at = $3
    where ${accessRule('session.end-others', 'user_id = $1')} and id is distinct from $2 and ended_at is null`,
};

/** By session_by_user. Those that are over are not shown, ended or not. */
export const SELECT_OWN_SESSIONS: NamedStatement = {
  name: 'auth.selectOwnSessions',
  text: `select s.id, s.kind, s.method, s.started_at as "startedAt", s.used_at as "usedAt", s.ended_at as "endedAt",
      s.authenticated_at as "authenticatedAt"
    from session s join principal p on p.id = s.user_id
    where ${accessRule('session.list-own', 's.user_id = $1')} and s.ended_at is null and s.started_at > $2 and s.used_at >= $3
      and (s.kind = 'PROGRAM' or s.epoch = p.epoch)
    order by s.used_at desc, s.id limit $4`,
};

export const END_SESSIONS_OF_USER: NamedStatement = {
  name: 'auth.endSessionsOfUser',
  text: `select end_sessions(array[$1::uuid], $2)`,
};

export const END_SESSIONS_OF_MEMBER: NamedStatement = {
  name: 'auth.endSessionsOfMember',
  text: `select end_sessions(array(select id from principal where member_id = $1 and kind = 'USER'), $2)`,
};

/** By session_start: sessions that have lived for as long as any may. */
export const DELETE_OLD_SESSIONS: NamedStatement = {
  name: 'auth.deleteOldSessions',
  text: `delete from session where id in (select id from session where started_at <= $1 order by started_at limit 20)`,
};
