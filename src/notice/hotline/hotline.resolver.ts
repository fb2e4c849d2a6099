import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { toUserErrors } from '../../graphql/index.js';
import { SetHotlineTelephoneInput, SetHotlineTelephonePayload } from './hotline.types.js';
import { Hotlines } from './hotlines.service.js';

/** By which number hotlines are called. */
@Resolver()
export class HotlineResolver {
  constructor(private readonly hotlines: Hotlines) {}

  @Mutation(() => SetHotlineTelephonePayload, {
    description:
      'Says by which number your member, a hotline, is called: critical notices name it to whoever is to act.',
  })
  @Requires('hotline:manage')
  async setHotlineTelephone(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The number.' }) { telephone }: SetHotlineTelephoneInput,
  ): Promise<SetHotlineTelephonePayload> {
    const result = await this.hotlines.setTelephone(actor, telephone);
    return result.ok
      ? { telephone: result.value, userErrors: [] }
      : { telephone: null, userErrors: toUserErrors(result.refusals) };
  }
}
