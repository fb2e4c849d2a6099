import type { Role } from '../common/actor.js';
import type { ClientId, MemberId, UserId } from '../common/id.js';
import type { NamedStatement } from '../database/index.js';
import type { ClientJwks } from './client-jwks.js';

/** What signing a person in needs. */
export interface UserCredential {
  readonly userId: UserId;
  readonly memberId: MemberId;
  readonly epoch: number;
  readonly roles: readonly Role[];
  readonly passwordHash: string;
  readonly totpSecretSealed: Buffer;
  /** A bigint, so a string. */
  readonly totpLastStep: string | null;
  /** Whether the member's people sign in by its own provider alone. */
  readonly providerRequired: boolean;
}

/** What signing a client in needs. */
export interface ClientCredential {
  readonly clientId: ClientId;
  readonly memberId: MemberId;
  readonly epoch: number;
  readonly scopes: readonly string[];
  readonly secretHash: Buffer | null;
  readonly jwks: ClientJwks | null;
  readonly jwksUri: string | null;
  readonly dpopRequired: boolean;
}

/** By app_user_email_key. Inactive ones too: entering the transaction as the actor refuses those. */
export const SELECT_USER_BY_EMAIL: NamedStatement = {
  name: 'auth.selectUserByEmail',
  text: `select u.id as "userId", p.member_id as "memberId", p.epoch, u.roles, u.password_hash as "passwordHash",
      u.totp_secret_sealed as "totpSecretSealed", u.totp_last_step as "totpLastStep",
      exists (select 1 from identity_provider i where i.member_id = p.member_id and i.required) as "providerRequired"
    from app_user u join principal p on p.id = u.id where u.email = $1`,
};

/** By app_user_pkey: what a new password is compared with. */
export const SELECT_OWN_CREDENTIAL: NamedStatement = {
  name: 'auth.selectOwnCredential',
  text: `select email, name, password_hash as "passwordHash" from app_user where id = $1`,
};

export const SET_PASSWORD: NamedStatement = {
  name: 'auth.setPassword',
  text: `update app_user set password_hash = $2 where id = $1`,
};

/** With the step of the code that proved it: that code signs nobody in. */
export const SET_AUTHENTICATOR: NamedStatement = {
  name: 'auth.setAuthenticator',
  text: `update app_user set totp_secret_sealed = $2, totp_last_step = $3 where id = $1`,
};

/** By passkey_user: whoever may manage how the person signs in removes them all. */
export const REMOVE_PASSKEYS: NamedStatement = {
  name: 'auth.removePasskeys',
  text: `select remove_passkeys($1)`,
};

/** By client_pkey. */
export const SELECT_CLIENT: NamedStatement = {
  name: 'auth.selectClient',
  text: `select c.id as "clientId", p.member_id as "memberId", p.epoch, c.scopes, c.secret_hash as "secretHash", c.jwks,
      c.jwks_uri as "jwksUri", c.dpop_required as "dpopRequired"
    from client c join principal p on p.id = c.id where c.id = $1`,
};

/**
 * Takes a TOTP step, once: of two sign-ins with one code at the same moment, the second waits for the first and then
 * finds the step taken.
 */
export const TAKE_TOTP_STEP: NamedStatement = {
  name: 'auth.takeTotpStep',
  text: `update app_user set totp_last_step = $2
    where id = $1 and (totp_last_step is null or totp_last_step < $2) returning id`,
};

/** Takes an assertion's `jti`, once on all instances. */
export const TAKE_ASSERTION: NamedStatement = {
  name: 'auth.takeAssertion',
  text: `insert into client_assertion (client_id, jti, expires_at) values ($1, $2, $3)
    on conflict do nothing returning jti`,
};

/** Forgets assertions that are refused by their age already. By client_assertion_expiry. */
export const DELETE_EXPIRED_ASSERTIONS: NamedStatement = {
  name: 'auth.deleteExpiredAssertions',
  text: `delete from client_assertion where expires_at < $1`,
};
