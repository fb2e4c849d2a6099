import { Injectable } from '@nestjs/common';

import { CLIENT_SCOPES } from '../access/index.js';
import { AuditLog } from '../audit/index.js';
import { ClientAccounts, ClientKeySets } from '../auth/index.js';
import type { Actor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import type { ClientId } from '../common/id.js';
import { pageOf, type Page, type PageRequest } from '../common/page.js';
import { accepted, refused, type Refusal, type Result } from '../common/refusal.js';
import { Database, type Tx } from '../database/index.js';
import { timeCursor, timePlace } from '../graphql/index.js';
import { checkClientKeys, type GivenKeys } from './check-client-keys.js';
import { clientById, clientPage, lockClient, type ClientRow } from './client.statements.js';
import { refuseName, tidyName, type TextRefusalCode } from './member-text.js';
import { clientNotFound } from './not-found.js';

/** A client as a member asks for it. Without keys it gets a secret. */
export interface CreateClient extends GivenKeys {
  readonly name: string;
  readonly scopes: readonly string[];
  /** Whether it must prove its key with every request. */
  readonly dpopRequired: boolean;
}

/** A client with the secret that is told once; without one where it has keys. */
export interface ClientWithSecret {
  readonly client: ClientRow;
  readonly secret: string | undefined;
}

export type ClientRefusalCode =
  | TextRefusalCode
  | 'NOT_FOUND'
  | 'SCOPE_NOT_GRANTABLE'
  | 'INVALID_KEY'
  | 'INVALID_URL'
  | 'NOT_ALLOWED_IN_STATE';

type ClientResult<Value> = Result<Value, ClientRefusalCode>;

/** Machine credentials of the actor's own member. */
@Injectable()
export class ClientService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly accounts: ClientAccounts,
    private readonly keySets: ClientKeySets,
  ) {}

  /** In the order they were made. */
  async clients(actor: Actor, { first, after }: PageRequest): Promise<Page<ClientRow>> {
    const place = after === undefined ? undefined : timePlace(after);
    return this.database.asActor(actor, async (tx) => {
      const rows = await clientPage(tx, actor.memberId, place, first + 1);
      const page = pageOf(rows, first, ({ createdAt, id }) => timeCursor({ at: createdAt, id }));
      const objectIds = page.rows.map((row) => row.id);
      await this.audit.append(tx, actor, { action: 'client.read', objectKind: 'client', objectIds });
      return page;
    });
  }

  async create(actor: Actor, input: CreateClient): Promise<ClientResult<ClientWithSecret>> {
    const scopes = [...new Set(input.scopes)];
    const faults: Refusal<ClientRefusalCode>[] = [
      ...refuseName(input.name, 'name'),
      ...refuseScopes(input.scopes),
    ];
    const keys = await checkClientKeys(input, actor.memberId, this.keySets);
    if (faults.length > 0 || !keys.ok) return refused(...faults, ...(keys.ok ? [] : keys.refusals));

    const { dpopRequired } = input;
    return this.database.asActor(actor, async (tx) => {
      const { clientId, secret } = await this.accounts.create(tx, {
        memberId: actor.memberId,
        name: tidyName(input.name),
        scopes,
        dpopRequired,
        ...keys.value,
      });
      const hasKeys = keys.value !== undefined;
      await this.append(tx, actor, 'client.create', clientId, { scopes, hasKeys, dpopRequired });
      const client = await clientById(tx, clientId, actor.memberId);
      assert(client !== undefined, 'a client just made is there');
      return accepted({ client, secret });
    });
  }

  /** Has the client prove itself by other keys: an address is fetched before anything is locked. */
  async setKeys(actor: Actor, clientId: ClientId, given: GivenKeys): Promise<ClientResult<ClientRow>> {
    const checked = await checkClientKeys(given, actor.memberId, this.keySets);
    if (!checked.ok) return checked;
    const keys = checked.value;
    if (keys === undefined) return refused(noKeys());
    return this.change(actor, clientId, async (tx) => {
      await this.accounts.setKeys(tx, clientId, keys);
      await this.append(tx, actor, 'client.set-keys', clientId, { byAddress: 'jwksUri' in keys });
      return this.changed(tx, actor, clientId);
    });
  }

  /** Sets whether the client must prove its key with every request. */
  async setDpop(actor: Actor, clientId: ClientId, isRequired: boolean): Promise<ClientResult<ClientRow>> {
    return this.change(actor, clientId, async (tx) => {
      await this.accounts.setDpop(tx, clientId, isRequired);
      await this.append(tx, actor, 'client.set-dpop', clientId, { required: isRequired });
      return this.changed(tx, actor, clientId);
    });
  }

  /** Replaces the secret: the old one, and tokens it was exchanged for, are refused at once. */
  async rotateSecret(actor: Actor, clientId: ClientId): Promise<ClientResult<ClientWithSecret>> {
    return this.change(actor, clientId, async (tx, client): Promise<ClientResult<ClientWithSecret>> => {
      const secret = await this.accounts.rotateSecret(tx, clientId);
      if (secret === undefined) return refused(hasNoSecret());
      await this.append(tx, actor, 'client.rotate-secret', clientId);
      return accepted({ client, secret });
    });
  }

  async deactivate(actor: Actor, clientId: ClientId): Promise<ClientResult<ClientRow>> {
    return this.change(actor, clientId, async (tx, client) => {
      await this.accounts.deactivate(tx, clientId);
      await this.append(tx, actor, 'client.deactivate', clientId);
      return accepted({ ...client, active: false });
    });
  }

  private async change<Value>(
    actor: Actor,
    clientId: ClientId,
    work: (tx: Tx, client: ClientRow) => Promise<ClientResult<Value>>,
  ): Promise<ClientResult<Value>> {
    return this.database.asActor(actor, async (tx): Promise<ClientResult<Value>> => {
      const client = await lockClient(tx, clientId, actor.memberId);
      if (client === undefined) return refused(clientNotFound());
      if (!client.active) return refused(inactive());
      return work(tx, client);
    });
  }

  private async changed(tx: Tx, actor: Actor, clientId: ClientId): Promise<ClientResult<ClientRow>> {
    const client = await clientById(tx, clientId, actor.memberId);
    assert(client !== undefined, 'a client that is locked is there');
    return accepted(client);
  }

  private append(
    tx: Tx,
    actor: Actor,
    action: string,
    clientId: ClientId,
    detail?: Readonly<Record<string, readonly string[] | boolean>>,
  ): Promise<void> {
    return this.audit.append(tx, actor, { action, objectKind: 'client', objectIds: [clientId], detail });
  }
}

function refuseScopes(scopes: readonly string[]): Refusal<'SCOPE_NOT_GRANTABLE' | 'REQUIRED'>[] {
  if (scopes.length === 0) {
    return [
      { code: 'REQUIRED', field: ['scopes'], message: `Name what it may do: ${CLIENT_SCOPES.join(', ')}.` },
    ];
  }
  const grantable: readonly string[] = CLIENT_SCOPES;
  const message = `A machine may be given ${CLIENT_SCOPES.join(', ')}.`;
  return scopes.flatMap((scope, index) =>
    grantable.includes(scope)
      ? []
      : [{ code: 'SCOPE_NOT_GRANTABLE' as const, field: ['scopes', String(index)], message }],
  );
}

function noKeys(): Refusal<'INVALID_KEY'> {
  return { code: 'INVALID_KEY', field: ['jwks'], message: 'Give the keys, or the address where they are.' };
}

function hasNoSecret(): Refusal<'NOT_ALLOWED_IN_STATE'> {
  const message = 'The client proves itself by its own keys and has no secret.';
  return { code: 'NOT_ALLOWED_IN_STATE', field: ['clientId'], message };
}

function inactive(): Refusal<'NOT_ALLOWED_IN_STATE'> {
  return {
    code: 'NOT_ALLOWED_IN_STATE',
    field: ['clientId'],
    message: 'The client is deactivated, for good.',
  };
}
