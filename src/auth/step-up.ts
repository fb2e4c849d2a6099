import { Injectable } from '@nestjs/common';

import type { Actor, UserActor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import { UnauthenticatedError } from '../common/refusal.js';
import { Database, type NamedStatement } from '../database/index.js';
import { BrowserSessions } from './browser/browser-sessions.js';
import { PasswordProof, type PasswordRequest } from './password-proof.js';
import type { ProofResult } from './proved-person.js';
import type { StartedSession } from './sessions.js';
import { SignInRefusals } from './sign-in-refusals.js';

/** By app_user_pkey. */
const SELECT_EMAIL: NamedStatement = {
  name: 'auth.selectEmail',
  text: `select email from app_user where id = $1`,
};

/** Has somebody who is signed in with a browser prove anew who they are: their session goes on, under a new secret. */
@Injectable()
export class StepUp {
  constructor(
    private readonly database: Database,
    private readonly refusals: SignInRefusals,
    private readonly passwords: PasswordProof,
    private readonly sessions: BrowserSessions,
  ) {}

  /** @throws SignInRefused */
  async byPassword(actor: Actor, request: Omit<PasswordRequest, 'email'>): Promise<StartedSession> {
    return this.by(actor, async (person) => {
      const [user] = await this.database.systemStatement<{ email: string }>('sign_in', SELECT_EMAIL, [
        person.userId,
      ]);
      return this.passwords.prove({ ...request, email: user?.email ?? '' });
    });
  }

  /**
   * Has `prove` say who it is, which must be the person whose session it is.
   *
   * @throws SignInRefused
   */
  async by(actor: Actor, prove: (person: UserActor) => Promise<ProofResult>): Promise<StartedSession> {
    assert(actor.kind === 'user', 'no machine holds session:manage');
    const begunAt = this.refusals.begin();
    const result = await prove(actor);
    if (!result.ok) throw await this.refusals.refuse(begunAt, result.failure);
    const { userId, proof, spend } = result.person;
    const { method } = proof;
    const refuse = (why: 'OTHER_PERSON' | 'NOT_ACTIVE'): Promise<Error> =>
      this.refusals.refuse(begunAt, { method, why, userId: actor.userId });
    if (userId !== actor.userId) throw await refuse('OTHER_PERSON');

    const notSpent = await this.database.asSystem('sign_in', spend);
    if (notSpent !== undefined)
      throw await this.refusals.refuse(begunAt, { method, why: notSpent, userId: actor.userId });
    const session = await this.enter(actor, proof);
    if (session === undefined) throw await refuse('NOT_ACTIVE');
    return session;
  }

  private async enter(
    actor: UserActor,
    proof: Parameters<BrowserSessions['stepUp']>[2],
  ): Promise<StartedSession | undefined> {
    try {
      return await this.database.asActor(actor, (tx) => this.sessions.stepUp(tx, actor, proof));
    } catch (error) {
      if (error instanceof UnauthenticatedError) return undefined;
      throw error;
    }
  }
}
