import { Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
  type VerifiedAuthenticationResponse,
} from '@simplewebauthn/server';

import type { UserId } from '../../common/id.js';
import { Clock } from '../../common/clock.js';
import { Config } from '../../config/index.js';
import { Database, type Tx } from '../../database/index.js';
import { AMR_DEVICE_PASSKEY, AMR_SYNCED_PASSKEY } from '../proof.js';
import { failed, type ProofResult } from '../proved-person.js';
import { SignInAttempts } from '../sign-in-attempts.js';
import type { RefusalReason } from '../sign-in-refused.js';
import { Tickets } from '../tickets.js';
import { type Assertion, challengeOf } from './passkey-response.js';
import { SELECT_PASSKEY, TAKE_COUNTER, type PasskeyCredential } from './passkey.statements.js';
import { relyingPartyOf } from './relying-party.js';
import { userHandleOf } from './user-handle.js';

/** Seconds that a person has to touch their authenticator. */
export const CHALLENGE_LIFE_S = 300;

/** Checks what a passkey answers to a challenge of ours. */
@Injectable()
export class PasskeyProof {
  constructor(
    private readonly database: Database,
    private readonly tickets: Tickets,
    private readonly attempts: SignInAttempts,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** A challenge to sign in by whichever passkey the browser has for this host; or, for a step-up, of this person. */
  async challenge(stepUpOf?: UserId): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const ticket =
      stepUpOf === undefined
        ? this.tickets.issue('passkey-sign-in', {}, CHALLENGE_LIFE_S)
        : this.tickets.issue('passkey-step-up', { userId: stepUpOf }, CHALLENGE_LIFE_S);
    return generateAuthenticationOptions({
      rpID: relyingPartyOf(this.config.publicUrl).id,
      challenge: new Uint8Array(Buffer.from(ticket, 'base64url')),
      userVerification: 'required',
      timeout: CHALLENGE_LIFE_S * 1000,
    });
  }

  /**
   * The person whose passkey answered. The authenticator must have verified its user (PIN, finger, face): the passkey is
   * both factors. A challenge is taken by the first answer to it, right or wrong.
   */
  async prove(assertion: Assertion, network: Buffer, stepUpOf?: UserId): Promise<ProofResult> {
    if (!(await this.attempts.takeOfNetwork(network))) return fails('NO_TRIES_LEFT');
    const challenge = challengeOf(assertion.response.clientDataJSON);
    const content = await this.tickets.take(
      stepUpOf === undefined ? 'passkey-sign-in' : 'passkey-step-up',
      challenge ?? '',
    );
    if (challenge === undefined || content === undefined) return fails('FLOW_INVALID', stepUpOf);
    if (content['userId'] !== stepUpOf) return fails('OTHER_PERSON', stepUpOf);

    const credentialId = Buffer.from(assertion.rawId, 'base64url');
    const [passkey] = await this.database.systemStatement<PasskeyCredential>('sign_in', SELECT_PASSKEY, [
      credentialId,
    ]);
    if (passkey === undefined) return fails('UNKNOWN_PASSKEY', stepUpOf);
    const verified = await this.verify(assertion, challenge, passkey);
    if (verified === undefined) return fails('WRONG_SIGNATURE', passkey.userId);
    if (passkey.providerRequired && stepUpOf === undefined) return fails('PROVIDER_REQUIRED', passkey.userId);

    const { newCounter, credentialDeviceType } = verified.authenticationInfo;
    const { userId, memberId, epoch, roles } = passkey;
    const amr = credentialDeviceType === 'multiDevice' ? AMR_SYNCED_PASSKEY : AMR_DEVICE_PASSKEY;
    const proof = { method: 'PASSKEY', amr, authenticatedAt: this.clock.now() } as const;
    const spend = async (tx: Tx): Promise<RefusalReason | undefined> => {
      const taken = await tx.statement(TAKE_COUNTER, [passkey.id, newCounter, this.clock.now()]);
      if (taken.length === 0) return 'COUNTER_FELL';
      await this.attempts.giveBackOfNetwork(tx, network);
      return undefined;
    };
    return { ok: true, person: { userId, memberId, epoch, roles, proof, spend } };
  }

  private async verify(
    assertion: Assertion,
    challenge: string,
    { userId, publicKey }: PasskeyCredential,
  ): Promise<VerifiedAuthenticationResponse | undefined> {
    const { userHandle, ...answer } = assertion.response;
    if (userHandle !== undefined && userHandle !== userHandleOf(userId).toString('base64url'))
      return undefined;
    const { id, origin } = relyingPartyOf(this.config.publicUrl);
    try {
      const verified = await verifyAuthenticationResponse({
        response: { ...assertion, clientExtensionResults: {}, response: answer },
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: id,
        requireUserVerification: true,
        // The count is checked by TAKE_COUNTER, which is right for two answers at the same moment as well.
        credential: { id: assertion.id, publicKey: new Uint8Array(publicKey), counter: 0 },
      });
      return verified.verified ? verified : undefined;
    } catch {
      // The library throws for whatever does not fit, and has no other answer to it.
      return undefined;
    }
  }
}

function fails(why: RefusalReason, userId?: UserId): ProofResult {
  return failed({ method: 'PASSKEY', why, userId });
}
