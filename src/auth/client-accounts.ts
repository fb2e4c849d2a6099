import { Injectable } from '@nestjs/common';

import { Clock } from '../common/clock.js';
import { newId, type ClientId, type MemberId } from '../common/id.js';
import type { NamedStatement, Tx } from '../database/index.js';
import type { ClientJwks } from './client-jwks.js';
import { BUMP_EPOCH, DEACTIVATE_PRINCIPAL, INSERT_PRINCIPAL } from './principal.statements.js';
import { newSecret, secretHash } from './secret.js';

/** What a new machine credential needs. The caller has decided that the scopes may be granted. */
export interface NewClient {
  readonly memberId: MemberId;
  readonly name: string;
  readonly scopes: readonly string[];
  /** Given: the client proves itself by these keys alone. Left out: it gets a secret. */
  readonly jwks?: ClientJwks | undefined;
  /** A secret to take instead of a random one, for demonstrations whose credentials are printed. */
  readonly secret?: string | undefined;
  /** The same of the id. */
  readonly clientId?: ClientId | undefined;
}

/** `secret` is told once and cannot be read again; there is none where the client has keys. */
export interface NewClientCredentials {
  readonly clientId: ClientId;
  readonly secret?: string | undefined;
}

const INSERT_CLIENT: NamedStatement = {
  name: 'auth.insertClient',
  text: `insert into client (id, name, scopes, secret_hash, jwks, secret_rotated_at) values ($1, $2, $3, $4, $5, $6)`,
};

const SET_SECRET: NamedStatement = {
  name: 'auth.setClientSecret',
  text: `update client set secret_hash = $2, secret_rotated_at = $3 where id = $1 and jwks is null returning id`,
};

/** The accounts of machines. Who may do what to which is decided by the callers; each of them audits. */
@Injectable()
export class ClientAccounts {
  constructor(private readonly clock: Clock) {}

  async create(tx: Tx, client: NewClient): Promise<NewClientCredentials> {
    const clientId = client.clientId ?? newId('client');
    const now = this.clock.now();
    const secret = client.jwks === undefined ? (client.secret ?? newSecret()) : undefined;
    await tx.statement(INSERT_PRINCIPAL, [clientId, client.memberId, 'CLIENT', now]);
    await tx.statement(INSERT_CLIENT, [
      clientId,
      client.name,
      client.scopes,
      secret === undefined ? null : secretHash(secret),
      client.jwks === undefined ? null : JSON.stringify(client.jwks),
      secret === undefined ? null : now,
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

  /** Ends a credential for good, tokens at once. */
  async deactivate(tx: Tx, clientId: ClientId): Promise<void> {
    await tx.statement(DEACTIVATE_PRINCIPAL, [clientId]);
  }
}
