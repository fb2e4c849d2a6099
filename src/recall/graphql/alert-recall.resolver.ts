import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor } from '../../access/index.js';
import { AlertType } from '../../alert/index.js';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import type { RecallId } from '../../common/id.js';
import { RecallService } from '../recall.service.js';
import { RecallType } from './recall.types.js';
import { toRecall } from './to-recall.js';

/** What an alert of the kind RECALL is about. */
@Resolver(() => AlertType)
export class AlertRecallResolver {
  constructor(
    private readonly service: RecallService,
    private readonly clock: Clock,
  ) {}

  @ResolveField('recall', () => RecallType, {
    nullable: true,
    description: 'What is recalled, where the alert tells of that.',
  })
  async recallOf(
    @CurrentActor() actor: Actor,
    @Parent() { kind, objectId }: AlertType,
  ): Promise<RecallType | null> {
    if (kind !== 'RECALL') return null;
    const recall = await this.service.ofAlert(actor, objectId as RecallId);
    return recall === undefined ? null : toRecall(recall, this.clock.now());
  }
}
