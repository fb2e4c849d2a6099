import { ROLES, type Role, type ClientActor, type UserActor } from '../common/actor.js';
import { fromGlobalId, toGlobalId } from '../common/id.js';

/** Seconds that an access token lives (security.md, Authentication). */
export const ACCESS_TOKEN_LIFE_S = 300;
/** The JWT type of access tokens: no other JWT of ours or of others passes as one (RFC 9068, section 2.1). */
export const ACCESS_TOKEN_TYPE = 'at+jwt';
/** The one algorithm that access tokens are signed with. */
export const ACCESS_TOKEN_ALGORITHM = 'EdDSA';
/** `client_id` in tokens of people, who sign in through Cordon's own programs. */
export const PEOPLE_CLIENT_ID = 'cordon';

/** Who a token speaks for: an actor that no request has been given to yet. */
export type TokenSubject = PersonSubject | Omit<ClientActor, 'requestId'>;

/** A person, with the ways by which they proved who they are (`amr` of RFC 8176), which is for the log alone. */
export type PersonSubject = Omit<UserActor, 'requestId'> & { readonly amr?: readonly string[] | undefined };

/** The claims of ours beside the registered ones (`iss`, `aud`, `iat`, `exp`, `jti`). */
export interface SubjectClaims {
  /** Global id of the user or client. */
  readonly sub: string;
  readonly client_id: string;
  /** Global id of the member. */
  readonly member: string;
  readonly epoch: number;
  /** Of people. */
  readonly roles?: readonly string[];
  /** Of people: when they proved who they are, in seconds since 1970 (RFC 9470, section 6.2.1). */
  readonly auth_time?: number;
  /** Of people: how (RFC 8176). */
  readonly amr?: readonly string[];
  /** Of people: global id of the session. */
  readonly sid?: string;
  /** Of clients: scopes with a space between (RFC 8693, section 4.2). */
  readonly scope?: string;
}

/** Writes a subject as claims. */
export function claimsOf(subject: TokenSubject): SubjectClaims {
  const common = { member: toGlobalId('member', subject.memberId), epoch: subject.epoch };
  if (subject.kind === 'user') {
    const { userId, roles, authenticatedAt, amr, sessionId } = subject;
    return {
      ...common,
      sub: toGlobalId('user', userId),
      client_id: PEOPLE_CLIENT_ID,
      roles,
      auth_time: Math.floor(authenticatedAt.getTime() / 1000),
      ...(amr === undefined ? {} : { amr }),
      ...(sessionId === undefined ? {} : { sid: toGlobalId('session', sessionId) }),
    };
  }
  const sub = toGlobalId('client', subject.clientId);
  return { ...common, sub, client_id: sub, scope: subject.scopes.join(' ') };
}

/**
 * Reads a subject from the claims of a verified token, or undefined when they are not of the shape that `claimsOf`
 * writes. Strict though we signed it: a token of another kind must not become an actor by accident.
 */
export function subjectOf(claims: Readonly<Record<string, unknown>>): TokenSubject | undefined {
  const { sub, member, epoch, client_id: clientOfToken, roles, scope, auth_time: authTime, sid } = claims;
  if (typeof sub !== 'string' || typeof member !== 'string' || !isEpoch(epoch)) return undefined;
  const memberId = fromGlobalId('member', member);
  if (memberId === undefined) return undefined;

  const userId = fromGlobalId('user', sub);
  if (userId !== undefined) {
    if (clientOfToken !== PEOPLE_CLIENT_ID || scope !== undefined || !isRoles(roles)) return undefined;
    if (!isTime(authTime)) return undefined;
    const sessionId = typeof sid === 'string' ? fromGlobalId('session', sid) : undefined;
    if (sid !== undefined && sessionId === undefined) return undefined;
    const authenticatedAt = new Date(authTime * 1000);
    return { kind: 'user', memberId, userId, epoch, roles, authenticatedAt, ...(sessionId && { sessionId }) };
  }
  const clientId = fromGlobalId('client', sub);
  const isOfPerson = roles !== undefined || authTime !== undefined || sid !== undefined;
  if (clientId === undefined || clientOfToken !== sub || isOfPerson || typeof scope !== 'string') {
    return undefined;
  }
  return { kind: 'client', memberId, clientId, epoch, scopes: scope === '' ? [] : scope.split(' ') };
}

/** Seconds since 1970, of which a Date can be made. */
function isTime(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 1e11;
}

function isEpoch(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isRoles(value: unknown): value is Role[] {
  return Array.isArray(value) && value.every((role) => (ROLES as readonly unknown[]).includes(role));
}
