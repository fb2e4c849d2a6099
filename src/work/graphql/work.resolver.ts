import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { type Connection, pageRequestOf, toConnection } from '../../graphql/index.js';
import { WorkService } from '../work.service.js';
import { toWorkItem } from './to-work-item.js';
import { kindsAskedFor, MyWorkArgs } from './work.args.js';
import { WorkCountType, WorkItemConnection, type WorkItemType } from './work.types.js';

/** What waits for who asks. */
@Resolver()
export class WorkResolver {
  constructor(
    private readonly work: WorkService,
    private readonly clock: Clock,
  ) {}

  @Query(() => WorkItemConnection, {
    description: 'What waits for you, for you to do or for another of your member in your office.',
  })
  @Requires('work:read')
  async myWork(@CurrentActor() actor: Actor, @Args() args: MyWorkArgs): Promise<Connection<WorkItemType>> {
    const page = await this.work.list(actor, { kinds: kindsAskedFor(args), page: pageRequestOf(args) });
    const now = this.clock.now();
    return toConnection(page, (item) => toWorkItem(item, now));
  }

  @Query(() => [WorkCountType], {
    description:
      'How much waits for you, by kind, also where it is nothing; kinds that are not your work are left out.',
  })
  @Requires('work:read')
  async myWorkCounts(@CurrentActor() actor: Actor): Promise<readonly WorkCountType[]> {
    return this.work.counts(actor);
  }
}
