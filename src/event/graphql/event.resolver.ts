import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { type Connection, pageRequestOf } from '../../graphql/index.js';
import { EventFeed } from '../event-feed.service.js';
import { EventsArgs } from './event.inputs.js';
import { EventConnection, EventType } from './event.types.js';
import { toEvent } from './to-event.js';

/** What concerns a member, to be followed. */
@Resolver(() => EventType)
export class EventResolver {
  constructor(private readonly feed: EventFeed) {}

  @Query(() => EventConnection, {
    description:
      'What happened that concerns your member, oldest first, of what you may read. Start without `after`, then go on from `endCursor`: nothing is skipped. Where events behind it are not kept any more you are told so by CURSOR_EXPIRED: read the lists that you keep a copy of, and start anew.',
  })
  @Requires('event:read')
  async events(@CurrentActor() actor: Actor, @Args() args: EventsArgs): Promise<Connection<EventType>> {
    const { first, after } = pageRequestOf(args);
    const page = await this.feed.read(actor, { kinds: args.kinds ?? undefined, first, after });
    const edges = page.events.map((event) => ({ cursor: event.cursor, node: toEvent(event) }));
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: { hasNextPage: page.hasNextPage, endCursor: page.endCursor },
    };
  }
}
