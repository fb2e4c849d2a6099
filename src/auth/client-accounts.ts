import { Injectable } from '@nestjs/common';

import { Clock } from '../common/clock.js';
import { newId, type ClientId, type MemberId } from '../common/id.js';
import type { NamedStatement, Tx } from '../database/index.js';
import { keepsEveryKey, type ClientJwks } from './client-jwks.js';
import { BUMP_EPOCH, DEACTIVATE_PRINCIPAL, INSERT_PRINCIPAL } from './principal.statements.js';
import { newSecret, secretHash } from './secret.js';

/** What a new machine credential needs. The caller has decided that the scopes may be granted. */
export interface NewClient {
  readonly memberId: MemberId;
  readonly name: string;
  readonly scopes: readonly string[];
  /** Given: the client proves itself by these keys alone. Left out, as `jwksUri`: it gets a secret. */
  readonly jwks?: ClientJwks | undefined;
  /** The address where it publishes them instead. */
  readonly jwksUri?: string | undefined;
  /** Whether it must prove its key with every request (RFC 9449). Left out: not. */
  readonly dpopRequired?: boolean | undefined;
  /** A secret to take instead of a random one, for demonstrations whose credentials are printed. */
  readonly secret?: string | undefined;
  /** The same of the id. */
  readonly clientId?: ClientId | undefined;
}

/** Public keys by which a client proves itself, or where it publishes them. */
export type ClientKeys = { readonly jwks: ClientJwks } | { readonly jwksUri: string };

interface StoredKeys {
  readonly jwks: ClientJwks | null;
  readonly jwksUri: string | null;
}

/** `secret` is told once and cannot be read again; there is none where the client has keys. */
export interface NewClientCredentials {
  readonly clientId: ClientId;
  readonly secret?: string | undefined;
}

const INSERT_CLIENT: NamedStatement = {
  name: 'auth.insertClient',
  text: `insert into client (id, name, scopes, secret_hash, jwks, secret_rotated_at, jwks_uri, dpop_required)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

const SET_SECRET: NamedStatement = {
  name: 'auth.setClientSecret',
  text: `update client set secret_hash = $2, secret_rotated_at = $3
    where id = $1 and secret_hash is not null returning id`,
};

const SELECT_KEYS: NamedStatement = {
  name: 'auth.selectClientKeys',
  text: `select jwks, jwks_uri as "jwksUri" from client where id = $1`,
};

const SET_KEYS: NamedStatement = {
  name: 'auth.setClientKeys',
  text: `update client set secret_hash = null, secret_rotated_at = null, jwks = $2, jwks_uri = $3 where id = $1`,
};

const SET_DPOP: NamedStatement = {
  name: 'auth.setClientDpop',
  text: `update client set dpop_required = $2 where id = $1 and dpop_required <> $2 returning id`,
};

/** The accounts of machines. Who may do what to which is decided by the callers; each of them audits. */
@Injectable()
export class ClientAccounts {
  constructor(private readonly clock: Clock) {}

  async create(tx: Tx, client: NewClient): Promise<NewClientCredentials> {
    const clientId = client.clientId ?? newId('client');
    const now = this.clock.now();
    const hasKeys = client.jwks !== undefined || client.jwksUri !== undefined;
    const secret = hasKeys ? undefined : (client.secret ?? newSecret());
    await tx.statement(INSERT_PRINCIPAL, [clientId, client.memberId, 'CLIENT', now]);
    await tx.statement(INSERT_CLIENT, [
      clientId,
      client.name,
      client.scopes,
      secret === undefined ? null : secretHash(secret),
      client.jwks === undefined ? null : JSON.stringify(client.jwks),
      secret === undefined ? null : now,
      client.jwksUri ?? null,
      client.dpopRequired ?? false,
    ]);
    return { clientId, secret };
  }

  /**
   * Replaces the secret. The old one, and every token it was exchanged for, is refused from now on. Undefined for a
   * client that proves itself by keys: it has no secret.
   */
  async rotateSecret(tx: Tx, clientId: ClientId): Promise<string | undefined> {
    const secret = newSecret();
    const changed = await tx.statement(SET_SECRET, [clientId, secretHash(secret), this.clock.now()]);
    if (changed.length === 0) return undefined;
    await tx.statement(BUMP_EPOCH, [clientId]);
    return secret;
  }

  /**
   * Has the client prove itself by these keys from now on, and by nothing else. Tokens end at once where it could have got
   * them by what it may no longer use: a secret, a key taken away, another address.
   */
  async setKeys(tx: Tx, clientId: ClientId, keys: ClientKeys): Promise<void> {
    const [before] = await tx.statement<StoredKeys>(SELECT_KEYS, [clientId]);
    const jwks = 'jwks' in keys ? keys.jwks : null;
    const jwksUri = 'jwksUri' in keys ? keys.jwksUri : null;
    await tx.statement(SET_KEYS, [clientId, jwks === null ? null : JSON.stringify(jwks), jwksUri]);
    const keepsKeys = before?.jwks != null && jwks !== null && keepsEveryKey(before.jwks, jwks);
    const keepsAddress = before?.jwksUri != null && before.jwksUri === jwksUri;
    if (!keepsKeys && !keepsAddress) await tx.statement(BUMP_EPOCH, [clientId]);
  }

  /** Sets whether the client must prove its key with every request. Where that changes, its tokens end at once. */
  async setDpop(tx: Tx, clientId: ClientId, isRequired: boolean): Promise<void> {
    const changed = await tx.statement(SET_DPOP, [clientId, isRequired]);
    if (changed.length > 0) await tx.statement(BUMP_EPOCH, [clientId]);
  }

  /** Ends a credential for good, tokens at once. */
  async deactivate(tx: Tx, clientId: ClientId): Promise<void> {
    await tx.statement(DEACTIVATE_PRINCIPAL, [clientId]);
  }
}
