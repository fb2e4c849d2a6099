import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';

import { CurrentActor, Requires } from '../access/index.js';
import type { ClientJwkInput } from '../auth/index.js';
import type { Actor } from '../common/actor.js';
import { PageArgs, pageRequestOf, toConnection, type Connection } from '../graphql/index.js';
import type { GivenKeys } from './check-client-keys.js';
import { ClientService } from './client.service.js';
import {
  Client,
  ClientConnection,
  CreateClientInput,
  CreateClientPayload,
  DeactivateClientInput,
  DeactivateClientPayload,
  RotateClientSecretInput,
  RotateClientSecretPayload,
  SetClientDpopInput,
  SetClientDpopPayload,
  SetClientKeysInput,
  SetClientKeysPayload,
  toClient,
  type ClientKeyInput,
} from './client.types.js';
import { idOf } from '../common/id-in.js';
import { split } from './payload.js';

/** Machine credentials of the own member. */
@Resolver(() => Client)
export class ClientResolver {
  constructor(private readonly service: ClientService) {}

  @Query(() => ClientConnection, { description: "The own member's clients, in the order they were made." })
  @Requires('client:manage')
  async clients(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<Connection<Readonly<Client>>> {
    return toConnection(await this.service.clients(actor, pageRequestOf(args)), toClient);
  }

  @Mutation(() => CreateClientPayload, {
    description: 'Makes a client of the own member, with a secret shown once or with keys of its own.',
  })
  @Requires('client:manage')
  async createClient(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The client.' }) input: CreateClientInput,
  ): Promise<Readonly<CreateClientPayload>> {
    const { name, scopes } = input;
    const create = { name, scopes, dpopRequired: input.dpopRequired ?? false, ...toKeys(input) };
    const [created, userErrors] = split(await this.service.create(actor, create));
    if (created === undefined) return { client: null, clientSecret: null, userErrors };
    return { client: toClient(created.client), clientSecret: created.secret ?? null, userErrors };
  }

  @Mutation(() => RotateClientSecretPayload, {
    description:
      'Replaces the secret of a client: the old one and its tokens are refused from the next request on.',
  })
  @Requires('client:manage')
  async rotateClientSecret(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which client.' }) { clientId }: RotateClientSecretInput,
  ): Promise<Readonly<RotateClientSecretPayload>> {
    const [rotated, userErrors] = split(await this.service.rotateSecret(actor, idOf('client', clientId)));
    if (rotated === undefined) return { client: null, clientSecret: null, userErrors };
    return { client: toClient(rotated.client), clientSecret: rotated.secret ?? null, userErrors };
  }

  @Mutation(() => SetClientKeysPayload, {
    description:
      'Has a client prove itself by other keys. Adding one beside those it has changes nothing else; where one is taken ' +
      'away, or a secret, its tokens are refused from the next request on.',
  })
  @Requires('client:manage')
  async setClientKeys(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which client, and its keys.' }) input: SetClientKeysInput,
  ): Promise<Readonly<SetClientKeysPayload>> {
    const clientId = idOf('client', input.clientId);
    const [client, userErrors] = split(await this.service.setKeys(actor, clientId, toKeys(input)));
    return { client: client === undefined ? null : toClient(client), userErrors };
  }

  @Mutation(() => SetClientDpopPayload, {
    description:
      'Sets whether a client must prove its key with every request. Tokens from before are refused at its next request.',
  })
  @Requires('client:manage')
  async setClientDpop(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which client, and whether.' }) { clientId, required }: SetClientDpopInput,
  ): Promise<Readonly<SetClientDpopPayload>> {
    const [client, userErrors] = split(await this.service.setDpop(actor, idOf('client', clientId), required));
    return { client: client === undefined ? null : toClient(client), userErrors };
  }

  @Mutation(() => DeactivateClientPayload, {
    description: 'Ends a credential for good, at its next request.',
  })
  @Requires('client:manage')
  async deactivateClient(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which client.' }) { clientId }: DeactivateClientInput,
  ): Promise<Readonly<DeactivateClientPayload>> {
    const [client, userErrors] = split(await this.service.deactivate(actor, idOf('client', clientId)));
    return { client: client === undefined ? null : toClient(client), userErrors };
  }
}

function toKeys({ jwks, jwksUri }: Pick<CreateClientInput, 'jwks' | 'jwksUri'>): GivenKeys {
  return { keys: jwks?.keys.map(toJwk), jwksUri: jwksUri ?? undefined };
}

function toJwk({ kty, crv, x, y, kid }: ClientKeyInput): ClientJwkInput {
  return { kty, crv, x, y: y ?? undefined, kid: kid ?? undefined };
}
