import type { Role } from '../../common/actor.js';
import type { MemberId, PasskeyId, UserId } from '../../common/id.js';
import { accessRule, type NamedStatement } from '../../database/index.js';

/** A passkey as its owner sees it. */
export interface PasskeyRow {
  readonly id: PasskeyId;
  readonly name: string;
  readonly synced: boolean;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

/** What verifying an answer needs. */
export interface PasskeyCredential {
  readonly id: PasskeyId;
  readonly userId: UserId;
  readonly memberId: MemberId;
  readonly epoch: number;
  readonly roles: readonly Role[];
  readonly publicKey: Buffer;
  readonly providerRequired: boolean;
}

/** By passkey_credential_key. Inactive people's too: entering the transaction as the actor refuses those. */
export const SELECT_PASSKEY: NamedStatement = {
  name: 'auth.selectPasskey',
  text: `select k.id, k.user_id as "userId", p.member_id as "memberId", p.epoch, u.roles, k.public_key as "publicKey",
      exists (select 1 from identity_provider i where i.member_id = p.member_id and i.required) as "providerRequired"
    from passkey k join app_user u on u.id = k.user_id join principal p on p.id = k.user_id
    where k.credential_id = $1`,
};

/**
 * Takes a signature's count, once: it has to rise, or stay at 0 with authenticators that do not count. Of two answers with
 * one count, the second finds it taken: one of them comes from a copy (WebAuthn, section 7.2, step 22).
 */
export const TAKE_COUNTER: NamedStatement = {
  name: 'auth.takePasskeyCounter',
  text: `update passkey set counter = $2, used_at = $3
    where id = $1 and (counter < $2::bigint or (counter = 0 and $2::bigint = 0)) returning id`,
};

/** Two registrations of one person at the same moment are counted one after the other. */
export const LOCK_PASSKEYS: NamedStatement = {
  name: 'auth.lockPasskeys',
  text: `select pg_advisory_xact_lock(hashtextextended('cordon.passkey:' || $1, 0))`,
};

/** By app_user_pkey: how the authenticator names whose passkey it is. */
export const SELECT_OWNER: NamedStatement = {
  name: 'auth.selectPasskeyOwner',
  text: `select email, name from app_user where id = $1`,
};

export const INSERT_PASSKEY: NamedStatement = {
  name: 'auth.insertPasskey',
  text: `insert into passkey (id, user_id, name, credential_id, public_key, counter, transports, synced, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (credential_id) do nothing returning id`,
};

/** By passkey_user. */
export const SELECT_OWN_PASSKEYS: NamedStatement = {
  name: 'auth.selectOwnPasskeys',
  text: `select id, name, synced, created_at as "createdAt", used_at as "usedAt" from passkey
    where ${accessRule('passkey.list-own', 'user_id = $1')} order by created_at, id limit $2`,
};

export const SELECT_OWN_CREDENTIALS: NamedStatement = {
  name: 'auth.selectOwnCredentials',
  text: `select credential_id as "credentialId", transports from passkey where user_id = $1 order by created_at limit $2`,
};

export const DELETE_OWN_PASSKEY: NamedStatement = {
  name: 'auth.deleteOwnPasskey',
  text: `delete from passkey where id = $1 and ${accessRule('passkey.remove-own', 'user_id = $2')} returning id`,
};
