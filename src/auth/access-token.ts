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
export type TokenSubject = Omit<UserActor, 'requestId'> | Omit<ClientActor, 'requestId'>;

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
  /** Of clients: scopes with a space between (RFC 8693, section 4.2). */
  readonly scope?: string;
}

/** Writes a subject as claims. */
export function claimsOf(subject: TokenSubject): SubjectClaims {
  const common = { member: toGlobalId('member', subject.memberId), epoch: subject.epoch };
  if (subject.kind === 'user') {
    const sub = toGlobalId('user', subject.userId);
    return { ...common, sub, client_id: PEOPLE_CLIENT_ID, roles: subject.roles };
  }
  const sub = toGlobalId('client', subject.clientId);
  return { ...common, sub, client_id: sub, scope: subject.scopes.join(' ') };
}

/**
 * Reads a subject from the claims of a verified token, or undefined when they are not of the shape that `claimsOf`
 * writes. Strict though we signed it: a token of another kind must not become an actor by accident.
 */
export function subjectOf(claims: Readonly<Record<string, unknown>>): TokenSubject | undefined {
  const { sub, member, epoch, client_id: clientOfToken, roles, scope } = claims;
  if (typeof sub !== 'string' || typeof member !== 'string' || !isEpoch(epoch)) return undefined;
  const memberId = fromGlobalId('member', member);
  if (memberId === undefined) return undefined;

  const userId = fromGlobalId('user', sub);
  if (userId !== undefined) {
    if (clientOfToken !== PEOPLE_CLIENT_ID || scope !== undefined || !isRoles(roles)) return undefined;
    return { kind: 'user', memberId, userId, epoch, roles };
  }
  const clientId = fromGlobalId('client', sub);
  if (clientId === undefined || clientOfToken !== sub || roles !== undefined || typeof scope !== 'string') {
    return undefined;
  }
  return { kind: 'client', memberId, clientId, epoch, scopes: scope === '' ? [] : scope.split(' ') };
}

function isEpoch(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isRoles(value: unknown): value is Role[] {
  return Array.isArray(value) && value.every((role) => (ROLES as readonly unknown[]).includes(role));
}
