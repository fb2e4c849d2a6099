import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { fromGlobalId, toGlobalId } from '../../common/id.js';
import { refused, type Result } from '../../common/refusal.js';
import { toUserErrors } from '../../graphql/index.js';
import { type Judgement, type JudgementRefusalCode, Judgements } from '../judgements.service.js';
import {
  type JudgementType,
  RecordJudgementInput,
  RecordJudgementPayload,
  WithdrawJudgementInput,
  WithdrawJudgementPayload,
} from './judgement.types.js';

/** Analysts decide which reports are about one merchant. */
@Resolver()
export class JudgementResolver {
  constructor(private readonly judgements: Judgements) {}

  @Mutation(() => RecordJudgementPayload, {
    description:
      'Decides whether two reports are about one merchant. It overrides the engine, and takes the place of an earlier judgement.',
  })
  @Requires('merchant:judge')
  async recordJudgement(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The decision.' }) input: RecordJudgementInput,
  ): Promise<RecordJudgementPayload> {
    const reportIds = input.reportIds
      .map((id) => fromGlobalId('report', id))
      .filter((id) => id !== undefined);
    if (reportIds.length < input.reportIds.length)
      return toPayload(
        refused({ code: 'NOT_FOUND', field: ['reportIds'], message: 'There is no such pair of reports.' }),
      );
    return toPayload(
      await this.judgements.record(actor, { reportIds, verdict: input.verdict, reason: input.reason }),
    );
  }

  @Mutation(() => WithdrawJudgementPayload, {
    description:
      'Withdraws a judgement: both reports are resolved again as if it had not been made. It stays in the history.',
  })
  @Requires('merchant:judge')
  async withdrawJudgement(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The judgement.' }) input: WithdrawJudgementInput,
  ): Promise<WithdrawJudgementPayload> {
    const judgementId = fromGlobalId('judgement', input.judgementId);
    return toPayload(
      judgementId === undefined
        ? refused({ code: 'NOT_FOUND', field: ['judgementId'], message: 'There is no such judgement.' })
        : await this.judgements.withdraw(actor, { judgementId, reason: input.reason }),
    );
  }
}

function toPayload(result: Result<Judgement, JudgementRefusalCode>): RecordJudgementPayload {
  return result.ok
    ? { judgement: toJudgementType(result.value), userErrors: [] }
    : { judgement: null, userErrors: toUserErrors(result.refusals) };
}

function toJudgementType(judgement: Judgement): JudgementType {
  return {
    ...judgement,
    id: toGlobalId('judgement', judgement.id),
    reportIds: judgement.reportIds.map((id) => toGlobalId('report', id)),
  };
}
