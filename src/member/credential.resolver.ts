import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';

import { CurrentActor, Requires } from '../access/index.js';
import { OwnCredentials } from '../auth/index.js';
import type { Actor } from '../common/actor.js';
import {
  AuthenticatorOffer,
  ChangeAuthenticatorInput,
  ChangeAuthenticatorPayload,
  ChangePasswordInput,
  ChangePasswordPayload,
} from './credential.types.js';
import { split } from './payload.js';
import { personOf } from './person-of.js';

/** What whoever asks signs in with. */
@Resolver(() => AuthenticatorOffer)
export class CredentialResolver {
  constructor(private readonly credentials: OwnCredentials) {}

  @Mutation(() => ChangePasswordPayload, {
    description: 'Changes your own password. Your other sessions end.',
  })
  @Requires('credential:manage')
  async changePassword(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The new one.' }) { password }: ChangePasswordInput,
  ): Promise<Readonly<ChangePasswordPayload>> {
    const [, userErrors] = split(await this.credentials.changePassword(personOf(actor), password));
    return { changed: userErrors.length === 0, userErrors };
  }

  @Query(() => AuthenticatorOffer, {
    name: 'newAuthenticator',
    description: 'A new secret for your authenticator app. Nothing is changed until `changeAuthenticator`.',
  })
  @Requires('credential:manage')
  async offer(@CurrentActor() actor: Actor): Promise<Readonly<AuthenticatorOffer>> {
    return this.credentials.newAuthenticator(personOf(actor));
  }

  @Mutation(() => ChangeAuthenticatorPayload, {
    description:
      'Takes a new secret of `newAuthenticator` in the place of the one before. Your other sessions end.',
  })
  @Requires('credential:manage')
  async changeAuthenticator(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The ticket, and a code of the new secret.' })
    input: ChangeAuthenticatorInput,
  ): Promise<Readonly<ChangeAuthenticatorPayload>> {
    const [, userErrors] = split(await this.credentials.changeAuthenticator(personOf(actor), input));
    return { changed: userErrors.length === 0, userErrors };
  }
}
