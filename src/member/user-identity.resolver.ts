import { Args, Mutation, Resolver } from '@nestjs/graphql';

import { CurrentActor, Requires } from '../access/index.js';
import type { Actor } from '../common/actor.js';
import { idOf } from '../common/id-in.js';
import { split } from './payload.js';
import { personOf } from './person-of.js';
import { UserIdentityService } from './user-identity.service.js';
import {
  AttachUserIdentityInput,
  AttachUserIdentityPayload,
  CreateUserInvitationInput,
  CreateUserInvitationPayload,
  DetachUserIdentityInput,
  DetachUserIdentityPayload,
} from './user-identity.types.js';

/** By which account at the member's provider its people sign in. */
@Resolver()
export class UserIdentityResolver {
  constructor(private readonly service: UserIdentityService) {}

  @Mutation(() => CreateUserInvitationPayload, {
    description:
      "Makes an address by which a user links an account at the own member's identity provider, once. It replaces the one before.",
  })
  @Requires('provider:manage')
  async createUserInvitation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Whom.' }) { userId }: CreateUserInvitationInput,
  ): Promise<Readonly<CreateUserInvitationPayload>> {
    const [told, userErrors] = split(await this.service.invite(personOf(actor), idOf('user', userId)));
    return { url: told?.url ?? null, expiresAt: told?.expiresAt ?? null, userErrors };
  }

  @Mutation(() => AttachUserIdentityPayload, {
    description:
      "Links an account at the own member's identity provider to a user, by the account's subject.",
  })
  @Requires('provider:manage')
  async attachUserIdentity(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which user, which account.' })
    { userId, subject }: AttachUserIdentityInput,
  ): Promise<Readonly<AttachUserIdentityPayload>> {
    const result = await this.service.attach(personOf(actor), idOf('user', userId), subject);
    const [attached, userErrors] = split(result);
    return { userId: attached === undefined ? null : userId, userErrors };
  }

  @Mutation(() => DetachUserIdentityPayload, {
    description: 'Takes the account away by which a user signs in, and ends its sessions.',
  })
  @Requires('provider:manage')
  async detachUserIdentity(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which user.' }) { userId }: DetachUserIdentityInput,
  ): Promise<Readonly<DetachUserIdentityPayload>> {
    const [detached, userErrors] = split(await this.service.detach(personOf(actor), idOf('user', userId)));
    return { userId: detached === undefined ? null : userId, userErrors };
  }
}
