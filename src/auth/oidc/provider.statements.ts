import type { Role } from '../../common/actor.js';
import type { IdentityProviderId, MemberId, UserId } from '../../common/id.js';
import { accessRule, type NamedStatement } from '../../database/index.js';
import type { PublicEcJwk } from './provider-key.js';

/** A member's provider as it is stored. */
export interface ProviderRow {
  readonly id: IdentityProviderId;
  readonly memberId: MemberId;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecretSealed: Buffer | null;
  readonly privateKeySealed: Buffer | null;
  readonly publicJwk: PublicEcJwk | null;
  readonly acceptedAcr: readonly string[];
  readonly required: boolean;
  readonly changedAt: Date;
}

/** A person that an account at a provider is linked to, or whom an invitation is for. */
export interface LinkedPerson {
  readonly userId: UserId;
  readonly memberId: MemberId;
  readonly epoch: number;
  readonly roles: readonly Role[];
}

const COLUMNS = `id, member_id as "memberId", issuer, client_id as "clientId", client_secret_sealed as "clientSecretSealed",
  private_key_sealed as "privateKeySealed", public_jwk as "publicJwk", accepted_acr as "acceptedAcr", required,
  changed_at as "changedAt"`;

/** By identity_provider_pkey. */
export const SELECT_PROVIDER: NamedStatement = {
  name: 'auth.selectProvider',
  text: `select ${COLUMNS} from identity_provider where id = $1`,
};

/** By identity_provider_member_key. */
export const SELECT_PROVIDER_OF_MEMBER: NamedStatement = {
  name: 'auth.selectProviderOfMember',
  text: `select ${COLUMNS} from identity_provider where member_id = $1`,
};

export const LOCK_PROVIDER_OF_MEMBER: NamedStatement = {
  name: 'auth.lockProviderOfMember',
  text: `select ${COLUMNS} from identity_provider where member_id = $1 for update`,
};

/** A change of the issuer takes the rule away that people sign in by it alone: nobody is linked to the new one yet. */
export const UPSERT_PROVIDER: NamedStatement = {
  name: 'auth.upsertProvider',
  text: `insert into identity_provider (id, member_id, issuer, client_id, client_secret_sealed, private_key_sealed,
      public_jwk, accepted_acr, required, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, false, $9)
    on conflict (member_id) do update set issuer = excluded.issuer, client_id = excluded.client_id,
      client_secret_sealed = excluded.client_secret_sealed, private_key_sealed = excluded.private_key_sealed,
      public_jwk = excluded.public_jwk, accepted_acr = excluded.accepted_acr, changed_at = excluded.changed_at,
      required = identity_provider.required and identity_provider.issuer = excluded.issuer
    returning ${COLUMNS}`,
};

export const SET_PROVIDER_REQUIRED: NamedStatement = {
  name: 'auth.setProviderRequired',
  text: `update identity_provider set required = $2, changed_at = $3 where member_id = $1 returning ${COLUMNS}`,
};

export const DELETE_PROVIDER: NamedStatement = {
  name: 'auth.deleteProvider',
  text: `delete from identity_provider where ${accessRule('provider.remove-own', 'member_id = $1')} and id = $2 returning ${COLUMNS}`,
};

/**
 * By user_identity_pkey: the account is looked for in the member whose provider vouches for it, and nowhere else. Inactive
 * people's too: entering the transaction as the actor refuses those.
 */
export const SELECT_LINKED_PERSON: NamedStatement = {
  name: 'auth.selectLinkedPerson',
  text: `select i.user_id as "userId", p.member_id as "memberId", p.epoch, u.roles
    from user_identity i join principal p on p.id = i.user_id and p.member_id = i.member_id join app_user u on u.id = p.id
    where i.member_id = $1 and i.issuer = $2 and i.subject = $3`,
};

/** Gives nothing when the account, or the person, has a link already. */
export const INSERT_LINK: NamedStatement = {
  name: 'auth.insertLink',
  text: `insert into user_identity (member_id, issuer, subject, user_id, linked_by, linked_at)
    values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning user_id as "userId"`,
};

export const DELETE_LINK: NamedStatement = {
  name: 'auth.deleteLink',
  text: `delete from user_identity where user_id = $1 and member_id = $2 and issuer = $3 returning user_id as "userId"`,
};

/** By sign_in_invitation_secret_key. */
export const SELECT_INVITED_PERSON: NamedStatement = {
  name: 'auth.selectInvitedPerson',
  text: `select i.user_id as "userId", p.member_id as "memberId", p.epoch, u.roles
    from sign_in_invitation i join principal p on p.id = i.user_id and p.member_id = i.member_id
      join app_user u on u.id = p.id
    where i.secret_hash = $1 and i.member_id = $2 and i.used_at is null and i.expires_at > $3`,
};

/** Takes an invitation, once. */
export const TAKE_INVITATION: NamedStatement = {
  name: 'auth.takeInvitation',
  text: `update sign_in_invitation set used_at = $2 where secret_hash = $1 and used_at is null and expires_at > $2
    returning id`,
};

/** A new invitation replaces those before it: there is one link that works, the last. */
export const DELETE_INVITATIONS: NamedStatement = {
  name: 'auth.deleteInvitations',
  text: `delete from sign_in_invitation where user_id = $1`,
};

export const INSERT_INVITATION: NamedStatement = {
  name: 'auth.insertInvitation',
  text: `insert into sign_in_invitation (id, member_id, user_id, secret_hash, created_by, created_at, expires_at)
    values (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
};
