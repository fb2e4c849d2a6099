import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { type CoalitionPurpose, CoalitionPurposeEnum, CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { fromGlobalId } from '../../common/id.js';
import { type Connection, pageRequestOf, toConnection } from '../../graphql/index.js';
import { PossibleMatches } from '../review/possible-matches.service.js';
import { ReviewCounts } from '../review/review-counts.service.js';
import type { ReviewFigures } from '../review/review-figures.js';
import { idIn } from '../../common/id-in.js';
import { PossibleMatchesArgs } from './possible-match.inputs.js';
import { ComparedMatchType, PossibleMatchConnection, PossibleMatchType } from './possible-match.types.js';
import { ReviewFiguresType } from './review-figures.types.js';
import { toComparedMatch, toPossibleMatch } from './to-possible-match.js';

/** Analysts read what the engine leaves to them, and how far they agree with it. */
@Resolver(() => PossibleMatchType)
export class PossibleMatchResolver {
  constructor(
    private readonly matches: PossibleMatches,
    private readonly counts: ReviewCounts,
  ) {}

  @Query(() => PossibleMatchConnection, {
    description:
      'Pairs of merchants that may be one and wait for an analyst. Reading it is logged. Numbers by which it is ordered may change from page to page.',
  })
  @Requires('merchant:judge')
  async possibleMatches(
    @CurrentActor() actor: Actor,
    @Args() args: PossibleMatchesArgs,
  ): Promise<Connection<PossibleMatchType>> {
    const { filter, orderBy, purpose } = args;
    const page = await this.matches.list(actor, {
      filter: {
        tiers: filter?.tiers ?? undefined,
        reasons: filter?.reasons ?? undefined,
        merchantId: idIn('merchant', filter?.merchantId),
        leftOpen: filter?.leftOpen ?? false,
      },
      orderBy,
      purpose,
      page: pageRequestOf(args),
    });
    return toConnection(page, toPossibleMatch);
  }

  @Query(() => ComparedMatchType, {
    nullable: true,
    description:
      'A possible match side by side, with the evidence, whether or not it was decided. Null when there is none that you may see.',
  })
  @Requires('merchant:judge')
  async possibleMatch(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Its id.' }) globalId: string,
    @Args('purpose', { type: () => CoalitionPurposeEnum, description: 'Why you read it.' })
    purpose: CoalitionPurpose,
  ): Promise<ComparedMatchType | null> {
    const id = fromGlobalId('judgement', globalId);
    const match = id && (await this.matches.find(actor, { id, purpose }));
    return match === undefined ? null : toComparedMatch(match);
  }

  @Query(() => ReviewFiguresType, {
    description:
      'How far analysts agree with the engine, and with each other. Decisions that were undone do not count.',
  })
  @Requires('merchant:judge')
  reviewFigures(@CurrentActor() actor: Actor): Promise<ReviewFigures> {
    return this.counts.figures(actor);
  }
}
