import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { fromGlobalId } from '../../common/id.js';
import { refused } from '../../common/refusal.js';
import { type Connection, pageRequestOf, toConnection } from '../../graphql/index.js';
import { DISPUTE_NOT_FOUND } from '../dispute-refusal.js';
import { type DisputeResult, DisputeService, type DisputeTarget } from '../dispute.service.js';
import { DisputeSides } from '../dispute-sides.service.js';
import { AnswerDisputeInput, AppealDisputeInput, DisputesArgs, FileDisputeInput } from './dispute.inputs.js';
import {
  AnswerDisputePayload,
  AppealDisputePayload,
  DisputeConnection,
  DisputeType,
  FileDisputePayload,
} from './dispute.types.js';
import { toDispute, toDisputePayload } from './to-dispute.js';

/** What the sides of a dispute do and see. */
@Resolver(() => DisputeType)
export class DisputeResolver {
  constructor(
    private readonly service: DisputeService,
    private readonly sides: DisputeSides,
  ) {}

  @Query(() => DisputeType, {
    name: 'dispute',
    nullable: true,
    description: 'A dispute. Null when there is none in which you have a part.',
  })
  @Requires('dispute:read')
  async find(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Its id.' }) globalId: string,
  ): Promise<DisputeType | null> {
    const id = fromGlobalId('dispute', globalId);
    const dispute = id && (await this.service.find(actor, id));
    return dispute === undefined ? null : toDispute(dispute);
  }

  @Query(() => DisputeConnection, {
    name: 'disputes',
    description:
      'Disputes, newest first: those that your member filed or reported to, and for analysts those that they may decide.',
  })
  @Requires('dispute:read')
  async list(@CurrentActor() actor: Actor, @Args() args: DisputesArgs): Promise<Connection<DisputeType>> {
    const page = await this.service.list(actor, {
      parts: args.filter?.parts ?? undefined,
      statuses: args.filter?.statuses ?? undefined,
      page: pageRequestOf(args),
    });
    return toConnection(page, toDispute);
  }

  @Mutation(() => FileDisputePayload, {
    description:
      'Challenges a listing that you see. It is shown as disputed until it is decided. Those who reported have ten days to answer; who does not answer loses. Once filed it is not taken back.',
  })
  @Requires('dispute:file')
  async fileDispute(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is disputed, and why.' }) input: FileDisputeInput,
  ): Promise<FileDisputePayload> {
    return toDisputePayload(await this.file(actor, input));
  }

  @Mutation(() => AnswerDisputePayload, {
    description: 'Answers a dispute of what your member reported, once and in time.',
  })
  @Requires('dispute:answer')
  async answerDispute(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which dispute, and the answer.' })
    { disputeId, answer, statement }: AnswerDisputeInput,
  ): Promise<AnswerDisputePayload> {
    const id = fromGlobalId('dispute', disputeId);
    return toDisputePayload(
      id === undefined
        ? refused(DISPUTE_NOT_FOUND)
        : await this.sides.answer(actor, { disputeId: id, answer, statement }),
    );
  }

  @Mutation(() => AppealDisputePayload, {
    description:
      'Appeals the ruling on a dispute that your member filed or reported to. Two people who had no part in it decide, and finally.',
  })
  @Requires('dispute:file')
  async appealDispute(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which dispute, and why.' }) { disputeId, statement }: AppealDisputeInput,
  ): Promise<AppealDisputePayload> {
    const id = fromGlobalId('dispute', disputeId);
    return toDisputePayload(
      id === undefined
        ? refused(DISPUTE_NOT_FOUND)
        : await this.sides.appeal(actor, { disputeId: id, statement }),
    );
  }

  private async file(actor: Actor, input: FileDisputeInput): Promise<DisputeResult> {
    const { merchantId, indicatorId } = input;
    if ((merchantId == null) === (indicatorId == null))
      return refused({
        code: 'REQUIRED',
        field: ['merchantId'],
        message: 'Give either a merchantId or an indicatorId.',
      });
    const target = targetOf(input);
    if (target === undefined)
      return refused({
        code: 'NOT_FOUND',
        field: [merchantId == null ? 'indicatorId' : 'merchantId'],
        message: 'There is no such listing.',
      });
    return this.service.file(actor, target, {
      grounds: input.grounds,
      statement: input.statement,
      clientReference: input.clientReference,
      ownReference: input.ownReference ?? null,
      onBehalfOf: input.onBehalfOf ?? null,
      disclosed: input.discloseMember ?? false,
    });
  }
}

/** An id that cannot be one is the id of nothing. */
function targetOf({ merchantId, indicatorId }: FileDisputeInput): DisputeTarget | undefined {
  if (merchantId != null) {
    const id = fromGlobalId('merchant', merchantId);
    return id && { merchantId: id };
  }
  const id = fromGlobalId('indicator', indicatorId ?? '');
  return id && { indicatorId: id };
}
