import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type CoalitionPurpose, CoalitionPurposeEnum, CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { fromGlobalId, type IndicatorId } from '../../common/id.js';
import { refused } from '../../common/refusal.js';
import { DisputeCare } from '../dispute-care.service.js';
import { DISPUTE_NOT_FOUND, RULING_NOT_FOUND } from '../dispute-refusal.js';
import { DisputeReviews, type RulingResult } from '../dispute-review.service.js';
import { AnswerDisputeInCareInput, ApproveDisputeRulingInput, RuleDisputeInput } from './dispute.inputs.js';
import {
  AnswerDisputeInCarePayload,
  ApproveDisputeRulingPayload,
  DisputeReviewType,
  RuleDisputePayload,
} from './dispute.types.js';
import { toDisputePayload, toDisputeReview, toRulingPayload } from './to-dispute.js';

/** Deciding disputes, and answering those of members that have left. */
@Resolver()
export class DisputeReviewResolver {
  constructor(
    private readonly reviews: DisputeReviews,
    private readonly care: DisputeCare,
  ) {}

  @Query(() => DisputeReviewType, {
    nullable: true,
    description:
      'A dispute as those see it who decide it. Null when there is none, and for who has another part in it.',
  })
  @Requires('dispute:rule')
  async disputeReview(
    @CurrentActor() actor: Actor,
    @Args('disputeId', { type: () => ID, description: 'The dispute.' }) globalId: string,
    @Args('purpose', { type: () => CoalitionPurposeEnum, description: 'Why you read it.' })
    purpose: CoalitionPurpose,
  ): Promise<DisputeReviewType | null> {
    const id = fromGlobalId('dispute', globalId);
    const review = id && (await this.reviews.find(actor, { id, purpose }));
    return review === undefined ? null : toDisputeReview(review);
  }

  @Mutation(() => AnswerDisputeInCarePayload, {
    description:
      'Stands by what members that have left had reported, where you have no part in the dispute and may read their reports. You are on that side from then on, and decide nothing of it.',
  })
  @Requires('dispute:rule')
  async answerDisputeInCare(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The answer.' }) { disputeId, statement }: AnswerDisputeInCareInput,
  ): Promise<AnswerDisputeInCarePayload> {
    const id = fromGlobalId('dispute', disputeId);
    return toDisputePayload(
      id === undefined
        ? refused(DISPUTE_NOT_FOUND)
        : await this.care.standBy(actor, { disputeId: id, statement }),
    );
  }

  @Mutation(() => RuleDisputePayload, {
    description:
      'Proposes how a dispute is decided, and approves it. What takes something off the list, and every ruling on appeal, needs a second person.',
  })
  @Requires('dispute:rule')
  async ruleDispute(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The ruling.' }) input: RuleDisputeInput,
  ): Promise<RuleDisputePayload> {
    return toRulingPayload(await this.rule(actor, input));
  }

  @Mutation(() => ApproveDisputeRulingPayload, {
    description:
      'Approves a ruling that another reviewer has proposed. The last approval that it needs puts it in force.',
  })
  @Requires('dispute:rule')
  async approveDisputeRuling(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which ruling.' }) { rulingId }: ApproveDisputeRulingInput,
  ): Promise<ApproveDisputeRulingPayload> {
    const id = fromGlobalId('disputeRuling', rulingId);
    return toRulingPayload(
      id === undefined ? refused(RULING_NOT_FOUND) : await this.reviews.approve(actor, id),
    );
  }

  private async rule(
    actor: Actor,
    { disputeId, outcome, indicatorIds, reason }: RuleDisputeInput,
  ): Promise<RulingResult> {
    const id = fromGlobalId('dispute', disputeId);
    if (id === undefined) return refused(DISPUTE_NOT_FOUND);
    const named: IndicatorId[] = [];
    for (const globalId of indicatorIds ?? []) {
      const indicatorId = fromGlobalId('indicator', globalId);
      if (indicatorId === undefined)
        return refused({
          code: 'NOT_FOUND',
          field: ['indicatorIds'],
          message: 'One of them is not listed of the disputed merchant.',
        });
      named.push(indicatorId);
    }
    return this.reviews.rule(actor, { disputeId: id, outcome, indicatorIds: named, reason });
  }
}
