import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { fromGlobalId } from '../../common/id.js';
import {
  type Connection,
  PageArgs,
  pageRequestOf,
  RequestContext,
  toConnection,
  toUserErrors,
} from '../../graphql/index.js';
import { toSubjectInput } from '../../report/index.js';
import { ScreeningService } from '../screening.service.js';
import { ScreenMerchantsInput } from './screening.inputs.js';
import { ScreeningConnection, ScreeningType, ScreenMerchantsPayload } from './screening.types.js';
import { toScreening } from './to-screening.js';

/** Screening merchants, and reading the answers again. */
@Resolver(() => ScreeningType)
export class ScreeningResolver {
  constructor(private readonly screenings: ScreeningService) {}

  @Mutation(() => ScreenMerchantsPayload, {
    description:
      'Asks whether merchants are listed, as far as you may see. Each question is stored with its answer: `screening` gives it back.',
  })
  @Requires('screening:run')
  async screenMerchants(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The merchants, and why you ask.' }) input: ScreenMerchantsInput,
    @Context() context: RequestContext,
  ): Promise<ScreenMerchantsPayload> {
    const result = await this.screenings.screen(actor, {
      purpose: input.purpose,
      merchants: input.merchants.map((merchant) => ({
        ref: merchant.ref,
        subject: toSubjectInput(merchant),
      })),
    });
    if (!result.ok) return { screenings: [], userErrors: toUserErrors(result.refusals) };
    const { screenings, quota } = result.value;
    context.extensions.screeningQuota = { ...quota, refillsAt: quota.refillsAt.toISOString() };
    return { screenings: screenings.map(toScreening), userErrors: [] };
  }

  @Query(() => ScreeningType, {
    name: 'screening',
    nullable: true,
    description: 'A screening of your own member, with the answer as it was given. Null when there is none.',
  })
  @Requires('screening:read')
  async find(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Its id.' }) globalId: string,
  ): Promise<ScreeningType | null> {
    const id = fromGlobalId('screening', globalId);
    const screening = id && (await this.screenings.find(actor, id));
    return screening === undefined ? null : toScreening(screening);
  }

  @Query(() => ScreeningConnection, {
    name: 'screenings',
    description: 'Screenings of your own member, newest first.',
  })
  @Requires('screening:read')
  async list(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<Connection<ScreeningType>> {
    return toConnection(await this.screenings.list(actor, pageRequestOf(args)), toScreening);
  }
}
