import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';

import { CurrentActor, Requires } from '../access/index.js';
import type { Actor } from '../common/actor.js';
import { idOf } from '../common/id-in.js';
import { IdentityProviderService } from './identity-provider.service.js';
import {
  IdentityProvider,
  RemoveIdentityProviderInput,
  RemoveIdentityProviderPayload,
  SetIdentityProviderInput,
  SetIdentityProviderPayload,
  SetIdentityProviderRequiredInput,
  SetIdentityProviderRequiredPayload,
  toIdentityProvider,
} from './identity-provider.types.js';
import { split } from './payload.js';
import { personOf } from './person-of.js';

/** The identity provider of the own member. */
@Resolver(() => IdentityProvider)
export class IdentityProviderResolver {
  constructor(private readonly service: IdentityProviderService) {}

  @Query(() => IdentityProvider, {
    nullable: true,
    description: "The own member's identity provider; null while it has none.",
  })
  @Requires('provider:manage')
  async identityProvider(@CurrentActor() actor: Actor): Promise<Readonly<IdentityProvider> | null> {
    const seen = await this.service.ofMember(personOf(actor));
    return seen === undefined ? null : toIdentityProvider(seen);
  }

  @Mutation(() => SetIdentityProviderPayload, {
    description:
      "Sets or replaces the own member's identity provider. With another issuer, people have to be linked anew.",
  })
  @Requires('provider:manage')
  async setIdentityProvider(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The provider.' }) input: SetIdentityProviderInput,
  ): Promise<Readonly<SetIdentityProviderPayload>> {
    const { issuer, clientId, clientSecret, acceptedAcr } = input;
    const given = {
      issuer,
      clientId,
      clientSecret: clientSecret ?? undefined,
      acceptedAcr: [...new Set(acceptedAcr ?? [])],
    };
    const [seen, userErrors] = split(await this.service.set(personOf(actor), given));
    return { identityProvider: seen === undefined ? null : toIdentityProvider(seen), userErrors };
  }

  @Mutation(() => SetIdentityProviderRequiredPayload, {
    description:
      'Has people of the own member sign in by its provider alone, or by the other ways as well. The first takes a session that began at the provider; sessions that began otherwise end.',
  })
  @Requires('provider:manage')
  async setIdentityProviderRequired(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which of both.' }) { required }: SetIdentityProviderRequiredInput,
  ): Promise<Readonly<SetIdentityProviderRequiredPayload>> {
    const [seen, userErrors] = split(await this.service.setRequired(personOf(actor), required));
    return { identityProvider: seen === undefined ? null : toIdentityProvider(seen), userErrors };
  }

  @Mutation(() => RemoveIdentityProviderPayload, {
    description: "Removes the own member's identity provider: people sign in by password or passkey again.",
  })
  @Requires('provider:manage')
  async removeIdentityProvider(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which provider.' }) { identityProviderId }: RemoveIdentityProviderInput,
  ): Promise<Readonly<RemoveIdentityProviderPayload>> {
    const id = idOf('identityProvider', identityProviderId);
    const [removed, userErrors] = split(await this.service.remove(personOf(actor), id));
    return { identityProviderId: removed === undefined ? null : identityProviderId, userErrors };
  }
}
