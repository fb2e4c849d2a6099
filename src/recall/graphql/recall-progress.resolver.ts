import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { fromGlobalId } from '../../common/id.js';
import { type Connection, PageArgs, pageRequestOf, toConnection } from '../../graphql/index.js';
import { RecallProgressService } from '../recall-progress.service.js';
import {
  RecallProgressConnection,
  RecallProgressType,
  WaitingRecipientConnection,
  type WaitingRecipientType,
} from './recall.types.js';
import { toRecallProgress, toWaitingRecipient } from './to-recall.js';

/** Whether recalls reach whom they are for. */
@Resolver(() => RecallProgressType)
export class RecallProgressResolver {
  constructor(private readonly service: RecallProgressService) {}

  @Query(() => RecallProgressType, {
    name: 'recallProgress',
    nullable: true,
    description: 'What has become of a recall. Null when there is none whose handling you may see.',
  })
  @Requires('alert:oversee')
  async find(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The recall.' }) globalId: string,
  ): Promise<RecallProgressType | null> {
    const id = fromGlobalId('recall', globalId);
    const progress = id && (await this.service.find(actor, id));
    return progress === undefined ? null : toRecallProgress(progress);
  }

  @Query(() => RecallProgressConnection, {
    name: 'openRecalls',
    description: 'Recalls that somebody has still to acknowledge, oldest first, as far as you may see them.',
  })
  @Requires('alert:oversee')
  async list(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<Connection<RecallProgressType>> {
    return toConnection(await this.service.open(actor, pageRequestOf(args)), toRecallProgress);
  }

  @ResolveField('waiting', () => WaitingRecipientConnection, { description: 'Who has not acknowledged.' })
  async waitingFor(
    @CurrentActor() actor: Actor,
    @Parent() { recallId }: RecallProgressType,
    @Args() args: PageArgs,
  ): Promise<Connection<WaitingRecipientType>> {
    return toConnection(await this.service.waiting(actor, recallId, pageRequestOf(args)), toWaitingRecipient);
  }
}
