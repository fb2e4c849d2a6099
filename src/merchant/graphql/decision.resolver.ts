import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { fromGlobalId } from '../../common/id.js';
import { refused } from '../../common/refusal.js';
import { type Connection, pageRequestOf, toConnection } from '../../graphql/index.js';
import { type DecisionResult, ReviewDecisions } from '../review/decisions.service.js';
import {
  DecideMatchInput,
  DecisionsArgs,
  MergeMerchantsInput,
  SplitMerchantInput,
  UndoDecisionInput,
} from './decision.inputs.js';
import {
  DecideMatchPayload,
  MergeMerchantsPayload,
  ReviewDecisionConnection,
  ReviewDecisionType,
  SplitMerchantPayload,
  UndoDecisionPayload,
} from './decision.types.js';
import { idIn } from '../../common/id-in.js';
import { idsIn } from './ids-in.js';
import { toDecision, toDecisionPayload } from './to-decision.js';

/** Analysts decide which reports are one merchant, and undo what was decided. */
@Resolver(() => ReviewDecisionType)
export class DecisionResolver {
  constructor(private readonly service: ReviewDecisions) {}

  @Query(() => ReviewDecisionConnection, {
    description: "Analysts' decisions about merchants, newest first, those included that were undone.",
  })
  @Requires('merchant:judge')
  async decisions(
    @CurrentActor() actor: Actor,
    @Args() args: DecisionsArgs,
  ): Promise<Connection<ReviewDecisionType>> {
    const { filter } = args;
    const page = await this.service.list(actor, {
      purpose: args.purpose,
      filter: {
        kinds: filter?.kinds ?? undefined,
        decidedBy: idIn('user', filter?.decidedBy),
        reportId: idIn('report', filter?.reportId),
        standing: filter?.standing ?? undefined,
      },
      page: pageRequestOf(args),
    });
    return toConnection(page, toDecision);
  }

  @Mutation(() => DecideMatchPayload, {
    description:
      'Decides a possible match, or whether two reports are about one merchant. It overrides the engine. What an analyst decided before is undone first; UNSURE gives way to any other decision.',
  })
  @Requires('merchant:judge')
  async decideMatch(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The decision.' }) input: DecideMatchInput,
  ): Promise<DecideMatchPayload> {
    return toDecisionPayload(await this.decide(actor, input));
  }

  @Mutation(() => MergeMerchantsPayload, {
    description:
      'Makes one merchant of several, whatever the engine says of them. Refused where an analyst judged two of them different. The merger is seen by those who may see the oldest report of each.',
  })
  @Requires('merchant:judge')
  async mergeMerchants(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The merchants.' }) input: MergeMerchantsInput,
  ): Promise<MergeMerchantsPayload> {
    const merchantIds = idsIn('merchant', 'merchantIds', input.merchantIds);
    return toDecisionPayload(
      merchantIds.ok
        ? await this.service.mergeMerchants(actor, { merchantIds: merchantIds.value, reason: input.reason })
        : merchantIds,
    );
  }

  @Mutation(() => SplitMerchantPayload, {
    description:
      'Splits reports off a merchant: each that goes is kept apart from each that stays, whatever they have in common. Those that go stay together as far as their own evidence ties them.',
  })
  @Requires('merchant:judge')
  async splitMerchant(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The merchant and the reports that go.' }) input: SplitMerchantInput,
  ): Promise<SplitMerchantPayload> {
    const merchantId = fromGlobalId('merchant', input.merchantId);
    if (merchantId === undefined) return toDecisionPayload(noSuch('merchantId', 'merchant'));
    const reportIds = idsIn('report', 'reportIds', input.reportIds);
    return toDecisionPayload(
      reportIds.ok
        ? await this.service.splitMerchant(actor, {
            merchantId,
            reportIds: reportIds.value,
            reason: input.reason,
          })
        : reportIds,
    );
  }

  @Mutation(() => UndoDecisionPayload, {
    description:
      'Undoes a decision as a whole: the merchants become what they would be without it, and what it had replaced stands again. It stays in the history.',
  })
  @Requires('merchant:judge')
  async undoDecision(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The decision.' }) input: UndoDecisionInput,
  ): Promise<UndoDecisionPayload> {
    const decisionId = fromGlobalId('decision', input.decisionId);
    return toDecisionPayload(
      decisionId === undefined
        ? noSuch('decisionId', 'decision')
        : await this.service.undo(actor, { decisionId, reason: input.reason }),
    );
  }

  private async decide(
    actor: Actor,
    { possibleMatchId, reportIds, verdict, reason }: DecideMatchInput,
  ): Promise<DecisionResult> {
    if ((possibleMatchId == null) === (reportIds == null))
      return refused({
        code: 'REQUIRED',
        field: ['possibleMatchId'],
        message: 'Give either possibleMatchId or two reportIds.',
      });
    if (possibleMatchId != null) {
      const id = fromGlobalId('judgement', possibleMatchId);
      return id === undefined
        ? noSuch('possibleMatchId', 'possible match')
        : this.service.decideMatch(actor, { subject: { possibleMatchId: id }, verdict, reason });
    }
    const ids = idsIn('report', 'reportIds', reportIds ?? []);
    return ids.ok
      ? this.service.decideMatch(actor, { subject: { reportIds: ids.value }, verdict, reason })
      : noSuch('reportIds', 'pair of reports');
  }
}

function noSuch(field: string, what: string): DecisionResult {
  return refused({ code: 'NOT_FOUND', field: [field], message: `There is no such ${what}.` });
}
