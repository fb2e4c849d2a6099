import type { ClientId, MemberId, SessionId, UserId } from './id.js';

/** The roles of people (product.md, Roles). A machine client has scopes instead: permissions, named one by one. */
export const ROLES = [
  'SUBMITTER',
  'SCREENER',
  'MEMBER_ADMIN',
  'COALITION_ANALYST',
  'COALITION_ADMIN',
  'LIAISON',
  'AUDITOR',
] as const;

export type Role = (typeof ROLES)[number];

interface ActorBase {
  readonly memberId: MemberId;
  /**
   * Counts changes of the credential's power (roles, scopes, suspension, secret). A token carries the epoch it was
   * issued in; entering the database with an older one is refused, so a change takes effect at the next statement.
   */
  readonly epoch: number;
  /** The request this actor acts in; every audit entry carries it. 1 to 64 characters of [A-Za-z0-9_-]. */
  readonly requestId: string;
}

/** A person of one member. */
export interface UserActor extends ActorBase {
  readonly kind: 'user';
  readonly userId: UserId;
  readonly roles: readonly Role[];
  /** When this person last proved who they are: what grants power asks for a recent proof (access/step-up.ts). */
  readonly authenticatedAt: Date;
  /** The session that the credential belongs to, where the credential names one. */
  readonly sessionId?: SessionId | undefined;
}

/** A machine credential of one member. */
export interface ClientActor extends ActorBase {
  readonly kind: 'client';
  readonly clientId: ClientId;
  readonly scopes: readonly string[];
}

/** Who asks: always on behalf of exactly one member. */
export type Actor = UserActor | ClientActor;

/** The id of the person or machine behind the actor. */
export function principalId(actor: Actor): UserId | ClientId {
  return actor.kind === 'user' ? actor.userId : actor.clientId;
}
