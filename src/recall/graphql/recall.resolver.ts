import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import { ActionType, toAction } from '../../action/index.js';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { fromGlobalId } from '../../common/id.js';
import { type Connection, PageArgs, pageRequestOf, toConnection, toUserErrors } from '../../graphql/index.js';
import { RECALL_NOT_FOUND, RecallService } from '../recall.service.js';
import { CloseRecallInput, RecallsArgs } from './recall.inputs.js';
import {
  CloseRecallPayload,
  RecallConnection,
  RecalledIndicatorConnection,
  type RecalledIndicatorType,
  RecallType,
} from './recall.types.js';
import { toRecall, toRecalledIndicator } from './to-recall.js';

/** What is recalled of what a member received. */
@Resolver(() => RecallType)
export class RecallResolver {
  constructor(
    private readonly service: RecallService,
    private readonly clock: Clock,
  ) {}

  @Query(() => RecallType, {
    name: 'recall',
    nullable: true,
    description: 'A recall of something that your member received. Null when there is none.',
  })
  @Requires('alert:read')
  async find(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Its id.' }) globalId: string,
  ): Promise<RecallType | null> {
    const id = fromGlobalId('recall', globalId);
    const recall = id && (await this.service.find(actor, id));
    return recall === undefined ? null : toRecall(recall, this.clock.now());
  }

  @Query(() => RecallConnection, {
    name: 'recalls',
    description: 'Recalls of what your member received, newest first. What is handed over is delivered.',
  })
  @Requires('alert:read')
  async list(@CurrentActor() actor: Actor, @Args() args: RecallsArgs): Promise<Connection<RecallType>> {
    const page = await this.service.list(actor, {
      open: args.filter?.open ?? undefined,
      page: pageRequestOf(args),
    });
    const now = this.clock.now();
    return toConnection(page, (recall) => toRecall(recall, now));
  }

  @ResolveField('indicators', () => RecalledIndicatorConnection, {
    description: 'What your member received, as it was shown.',
  })
  async indicatorsOf(
    @CurrentActor() actor: Actor,
    @Parent() { recallId }: RecallType,
    @Args() args: PageArgs,
  ): Promise<Connection<RecalledIndicatorType>> {
    const page = await this.service.indicators(actor, recallId, pageRequestOf(args));
    return toConnection(page, toRecalledIndicator);
  }

  @ResolveField('derivedActions', () => [ActionType], {
    description:
      'What your member did, and stands by, on account of it, newest first, at most 100. Empty for whoever may not read its actions.',
  })
  async derivedActionsOf(
    @CurrentActor() actor: Actor,
    @Parent() { recallId }: RecallType,
  ): Promise<readonly ActionType[]> {
    return (await this.service.derivedActions(actor, recallId)).map(toAction);
  }

  @Mutation(() => CloseRecallPayload, {
    description:
      'Says that your member has put right what rested on a recall, once. It acknowledges it, where that was not done.',
  })
  @Requires('alert:acknowledge')
  async closeRecall(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which recall.' }) { recallId }: CloseRecallInput,
  ): Promise<CloseRecallPayload> {
    const id = fromGlobalId('recall', recallId);
    if (id === undefined) return { recall: null, userErrors: toUserErrors([RECALL_NOT_FOUND]) };
    const result = await this.service.close(actor, id);
    return result.ok
      ? { recall: toRecall(result.value, this.clock.now()), userErrors: [] }
      : { recall: null, userErrors: toUserErrors(result.refusals) };
  }
}
