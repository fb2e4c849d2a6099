import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';

import { CurrentActor, Requires } from '../access/index.js';
import { Passkeys } from '../auth/index.js';
import type { Actor } from '../common/actor.js';
import { accepted, refused, type Result } from '../common/refusal.js';
import { idOf } from '../common/id-in.js';
import { Passkey, RemovePasskeyInput, RemovePasskeyPayload, toPasskey } from './passkey.types.js';
import { split } from './payload.js';
import { personOf } from './person-of.js';

/** The passkeys of whoever asks. */
@Resolver(() => Passkey)
export class PasskeyResolver {
  constructor(private readonly passkeys: Passkeys) {}

  @Query(() => [Passkey], {
    name: 'passkeys',
    description: 'Your own passkeys, in the order they were made, at most 20.',
  })
  @Requires('passkey:manage')
  async ownPasskeys(@CurrentActor() actor: Actor): Promise<readonly Readonly<Passkey>[]> {
    return (await this.passkeys.list(personOf(actor))).map(toPasskey);
  }

  @Mutation(() => RemovePasskeyPayload, {
    description: 'Removes one of your own passkeys: it signs nobody in from now on.',
  })
  @Requires('passkey:manage')
  async removePasskey(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which passkey.' }) { passkeyId }: RemovePasskeyInput,
  ): Promise<Readonly<RemovePasskeyPayload>> {
    const isRemoved = await this.passkeys.remove(personOf(actor), idOf('passkey', passkeyId));
    const result: Result<string, 'NOT_FOUND'> = isRemoved
      ? accepted(passkeyId)
      : refused({
          code: 'NOT_FOUND',
          field: ['passkeyId'],
          message: 'There is no such passkey of yours.',
        });
    const [removed, userErrors] = split(result);
    return { passkeyId: removed ?? null, userErrors };
  }
}
