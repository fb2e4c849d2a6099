import { Injectable } from '@nestjs/common';

import type { UserActor } from '../common/actor.js';
import { UnauthenticatedError } from '../common/refusal.js';
import { Database } from '../database/index.js';
import { PasswordProof, type PasswordRequest } from './password-proof.js';
import type { ProofResult, ProvedPerson } from './proved-person.js';
import type { SessionKind } from './session-rule.js';
import { Sessions } from './sessions.js';
import { SignInRefusals } from './sign-in-refusals.js';
import type { RefusalReason } from './sign-in-refused.js';

/** A person who has signed in. */
export interface SignedIn {
  readonly actor: UserActor;
  /** The factors that were shown, by their names in RFC 8176. */
  readonly amr: readonly string[];
  /** A program's refresh token, or what a browser's cookie holds. */
  readonly token: string;
  /** Seconds that the session may last. */
  readonly leftS: number;
}

/** Signs people in: a proof, of whichever kind, becomes a session. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly refusals: SignInRefusals,
    private readonly passwords: PasswordProof,
    private readonly sessions: Sessions,
  ) {}

  /** @throws SignInRefused */
  byPassword(request: PasswordRequest, kind: SessionKind, requestId: string): Promise<SignedIn> {
    return this.by(() => this.passwords.prove(request), kind, requestId);
  }

  /**
   * Has `prove` say who it is, and starts their session.
   *
   * @throws SignInRefused, one answer after one time for every reason.
   */
  async by(prove: () => Promise<ProofResult>, kind: SessionKind, requestId: string): Promise<SignedIn> {
    const begunAt = this.refusals.begin();
    const result = await prove();
    if (!result.ok) throw await this.refusals.refuse(begunAt, result.failure);
    const begun = await this.begin(result.person, kind, requestId);
    if (typeof begun !== 'string') return begun;
    const { userId, proof } = result.person;
    throw await this.refusals.refuse(begunAt, { method: proof.method, why: begun, userId });
  }

  /** Entering as the actor is what knows whether person and member are active. */
  private async begin(
    person: ProvedPerson,
    kind: SessionKind,
    requestId: string,
  ): Promise<SignedIn | RefusalReason> {
    const { memberId, userId, epoch, roles, proof, spend } = person;
    const notSpent = await this.database.asSystem('sign_in', spend);
    if (notSpent !== undefined) return notSpent;
    const entering = { kind: 'user', memberId, userId, epoch, roles, requestId } as const;
    const authenticated: UserActor = { ...entering, authenticatedAt: proof.authenticatedAt };
    try {
      return await this.database.asActor(authenticated, async (tx) => {
        const { sessionId, token, leftS } = await this.sessions.start(tx, authenticated, kind, proof);
        return { actor: { ...authenticated, sessionId }, amr: proof.amr, token, leftS };
      });
    } catch (error) {
      if (error instanceof UnauthenticatedError) return 'NOT_ACTIVE';
      throw error;
    }
  }
}
