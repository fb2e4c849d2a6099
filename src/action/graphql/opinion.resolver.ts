import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { toGlobalId } from '../../common/id.js';
import { toUserErrors } from '../../graphql/index.js';
import { IndicatorType } from '../../indicator/index.js';
import type { Opinion } from '../opinion/opinion.js';
import { OpinionReader } from '../opinion/opinion-reader.service.js';
import { OpinionService } from '../opinion/opinion.service.js';
import { idOf } from '../../common/id-in.js';
import {
  GiveOpinionInput,
  GiveOpinionPayload,
  IndicatorOpinionsType,
  type OpinionType,
  WithdrawOpinionInput,
  WithdrawOpinionPayload,
} from './opinion.types.js';

/** Giving opinions of indicators, and reading what members think beside the indicator. */
@Resolver(() => IndicatorType)
export class OpinionResolver {
  constructor(
    private readonly opinions: OpinionService,
    private readonly reader: OpinionReader,
  ) {}

  @ResolveField('opinions', () => IndicatorOpinionsType, { description: 'What members think of it.' })
  async opinionsOf(
    @CurrentActor() actor: Actor,
    @Parent() { id }: IndicatorType,
  ): Promise<IndicatorOpinionsType> {
    const { bands, own } = await this.reader.read(actor, idOf('indicator', id));
    return {
      confirmed: bands.CONFIRMED,
      seenToo: bands.SEEN_TOO,
      outdated: bands.OUTDATED,
      falsePositive: bands.FALSE_POSITIVE,
      own: own === null ? null : toOpinion(own),
    };
  }

  @Mutation(() => GiveOpinionPayload, {
    description:
      'Says what your member thinks of an indicator that you may see. Two unrelated members that call it a false positive make it disputed.',
  })
  @Requires('opinion:give')
  async giveOpinion(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The indicator, and the opinion.' }) input: GiveOpinionInput,
  ): Promise<GiveOpinionPayload> {
    const result = await this.opinions.give(actor, {
      indicatorId: idOf('indicator', input.indicatorId),
      kind: input.opinion,
      note: input.note ?? undefined,
    });
    if (!result.ok)
      return { opinion: null, urlPathDropped: false, userErrors: toUserErrors(result.refusals) };
    const { opinion, urlPathDropped } = result.value;
    return { opinion: toOpinion(opinion), urlPathDropped, userErrors: [] };
  }

  @Mutation(() => WithdrawOpinionPayload, {
    description: 'Takes the opinion back that your member holds of an indicator.',
  })
  @Requires('opinion:give')
  async withdrawOpinion(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which.' }) { indicatorId }: WithdrawOpinionInput,
  ): Promise<WithdrawOpinionPayload> {
    const result = await this.opinions.withdraw(actor, { indicatorId: idOf('indicator', indicatorId) });
    return result.ok
      ? { opinion: toOpinion(result.value), userErrors: [] }
      : { opinion: null, userErrors: toUserErrors(result.refusals) };
  }
}

/** An opinion as its own member sees it. */
function toOpinion({ indicatorId, kind, note, givenAt }: Opinion): OpinionType {
  return { indicatorId: toGlobalId('indicator', indicatorId), kind, note, givenAt };
}
