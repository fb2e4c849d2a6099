import { Injectable } from '@nestjs/common';
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  verifyRegistrationResponse,
  type VerifiedRegistrationResponse,
} from '@simplewebauthn/server';

import { AuditLog } from '../../audit/index.js';
import type { UserActor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { newId, type PasskeyId } from '../../common/id.js';
import { PublicError } from '../../common/refusal.js';
import { Config } from '../../config/index.js';
import { Database } from '../../database/index.js';
import { checkText } from '../../identifier/index.js';
import { Tickets } from '../tickets.js';
import { CHALLENGE_LIFE_S } from './passkey-proof.js';
import { type Attestation, challengeOf } from './passkey-response.js';
import {
  DELETE_OWN_PASSKEY,
  INSERT_PASSKEY,
  LOCK_PASSKEYS,
  SELECT_OWN_CREDENTIALS,
  SELECT_OWN_PASSKEYS,
  SELECT_OWNER,
  type PasskeyRow,
} from './passkey.statements.js';
import { relyingPartyOf } from './relying-party.js';
import { userHandleOf } from './user-handle.js';

/** Passkeys that one person has at most. */
export const PASSKEYS_MAX = 20;
/** Characters of a passkey's name. */
export const PASSKEY_NAME_LENGTH_MAX = 60;

/** A person's own passkeys: registering, listing, removing. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly tickets: Tickets,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** What the browser needs to make one. It has to verify its user, and to be found without an address being typed. */
  async challenge(actor: UserActor): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { userId } = actor;
    const { id } = relyingPartyOf(this.config.publicUrl);
    const { email, name, known } = await this.database.asActor(actor, async (tx) => {
      const [user] = await tx.statement<{ email: string; name: string }>(SELECT_OWNER, [userId]);
      const values = [userId, PASSKEYS_MAX];
      const credentials = await tx.statement<{ credentialId: Buffer; transports: string[] }>(
        SELECT_OWN_CREDENTIALS,
        values,
      );
      return { email: user?.email ?? '', name: user?.name ?? '', known: credentials };
    });
    const ticket = this.tickets.issue('passkey-register', { userId }, CHALLENGE_LIFE_S);
    return generateRegistrationOptions({
      rpName: 'Cordon',
      rpID: id,
      userName: email,
      userDisplayName: name,
      userID: new Uint8Array(userHandleOf(userId)),
      challenge: new Uint8Array(Buffer.from(ticket, 'base64url')),
      timeout: CHALLENGE_LIFE_S * 1000,
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId, transports }) => ({
        id: credentialId.toString('base64url'),
        transports,
      })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  }

  /**
   * Keeps a passkey that the browser has made.
   *
   * @throws PublicError BAD_REQUEST when the name or the answer is not taken, or the person has PASSKEYS_MAX.
   */
  async register(actor: UserActor, givenName: string, attestation: Attestation): Promise<PasskeyRow> {
    const name = readName(givenName);
    const challenge = challengeOf(attestation.response.clientDataJSON) ?? '';
    const content = await this.tickets.take('passkey-register', challenge);
    const registered =
      content?.['userId'] === actor.userId ? await this.verify(attestation, challenge) : undefined;
    if (registered === undefined) throw notTaken('The answer does not fit the question: begin again.');

    const { credential, credentialDeviceType } = registered;
    const id = newId('passkey');
    const createdAt = this.clock.now();
    const synced = credentialDeviceType === 'multiDevice';
    await this.database.asActor(actor, async (tx) => {
      await tx.statement(LOCK_PASSKEYS, [actor.userId]);
      const own = await tx.statement(SELECT_OWN_PASSKEYS, [actor.userId, PASSKEYS_MAX]);
      if (own.length >= PASSKEYS_MAX) {
        throw notTaken(`You have ${PASSKEYS_MAX} passkeys: remove one that you no longer use.`);
      }
      const inserted = await tx.statement(INSERT_PASSKEY, [
        ...[
          id,
          actor.userId,
          name,
          Buffer.from(credential.id, 'base64url'),
          Buffer.from(credential.publicKey),
        ],
        ...[credential.counter, attestation.response.transports ?? [], synced, createdAt],
      ]);
      if (inserted.length === 0) throw notTaken('This passkey cannot be registered: make another.');
      await this.audit.append(tx, actor, {
        action: 'passkey.register',
        objectKind: 'passkey',
        objectIds: [id],
        detail: { synced },
      });
    });
    return { id, name, synced, createdAt, usedAt: null };
  }

  /** In the order they were made. */
  async list(actor: UserActor): Promise<readonly PasskeyRow[]> {
    return this.database.asActor(actor, async (tx) => {
      const rows = await tx.statement<PasskeyRow>(SELECT_OWN_PASSKEYS, [actor.userId, PASSKEYS_MAX]);
      const objectIds = rows.map(({ id }) => id);
      await this.audit.append(tx, actor, { action: 'passkey.read', objectKind: 'passkey', objectIds });
      return rows;
    });
  }

  /** False when there is none such, or it is another's. */
  async remove(actor: UserActor, id: PasskeyId): Promise<boolean> {
    return this.database.asActor(actor, async (tx) => {
      const removed = await tx.statement(DELETE_OWN_PASSKEY, [id, actor.userId]);
      if (removed.length === 0) return false;
      await this.audit.append(tx, actor, {
        action: 'passkey.remove',
        objectKind: 'passkey',
        objectIds: [id],
      });
      return true;
    });
  }

  private async verify(
    attestation: Attestation,
    challenge: string,
  ): Promise<NonNullable<VerifiedRegistrationResponse['registrationInfo']> | undefined> {
    const { id, origin } = relyingPartyOf(this.config.publicUrl);
    const { clientDataJSON, attestationObject } = attestation.response;
    try {
      const { registrationInfo } = await verifyRegistrationResponse({
        response: {
          ...attestation,
          clientExtensionResults: {},
          response: { clientDataJSON, attestationObject },
        },
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: id,
        requireUserVerification: true,
      });
      return registrationInfo;
    } catch {
      // The library throws for whatever does not fit, and has no other answer to it.
      return undefined;
    }
  }
}

function readName(given: string): string {
  const name = given.normalize('NFC').trim();
  if (name === '') throw notTaken('Give the passkey a name by which you will know it.');
  const [fault] = checkText(name, ['name'], { lengthMax: PASSKEY_NAME_LENGTH_MAX });
  if (fault !== undefined) throw notTaken(fault.message);
  return name;
}

function notTaken(message: string): PublicError {
  return new PublicError('BAD_REQUEST', message);
}
