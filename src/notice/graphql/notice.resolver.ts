import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { fromGlobalId } from '../../common/id.js';
import { type Connection, PageArgs, pageRequestOf, toConnection } from '../../graphql/index.js';
import {
  IndicatorConnection,
  IndicatorService,
  type IndicatorType,
  type Purpose,
  PurposeEnum,
  toIndicator,
} from '../../indicator/index.js';
import { NoticeService } from '../notice.service.js';
import { NoticesArgs } from './notice.inputs.js';
import { NoticeConnection, NoticeType } from './notice.types.js';
import { toNotice } from './to-notice.js';

/** What a member is to act on. */
@Resolver(() => NoticeType)
export class NoticeResolver {
  constructor(
    private readonly service: NoticeService,
    private readonly indicators: IndicatorService,
    private readonly clock: Clock,
  ) {}

  @Query(() => NoticeType, {
    name: 'notice',
    nullable: true,
    description: 'A notice of your member. Null when there is none, or its merchant is listed no more.',
  })
  @Requires('alert:read')
  async find(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Its id.' }) globalId: string,
    @Args('purpose', { type: () => PurposeEnum, description: 'Why you read it.' }) purpose: Purpose,
  ): Promise<NoticeType | null> {
    const id = fromGlobalId('notice', globalId);
    const notice = id && (await this.service.find(actor, { id, purpose }));
    return notice === undefined ? null : toNotice(notice, purpose, this.clock.now());
  }

  @Query(() => NoticeConnection, {
    name: 'notices',
    description: 'Listed merchants that your member serves, the critical first, then the newest.',
  })
  @Requires('alert:read')
  async list(@CurrentActor() actor: Actor, @Args() args: NoticesArgs): Promise<Connection<NoticeType>> {
    const { statuses, urgencies, overdue } = args.filter ?? {};
    const page = await this.service.list(actor, {
      purpose: args.purpose,
      filter: {
        statuses: statuses ?? undefined,
        urgencies: urgencies ?? undefined,
        overdue: overdue ?? undefined,
      },
      page: pageRequestOf(args),
    });
    const now = this.clock.now();
    return toConnection(page, (notice) => toNotice(notice, args.purpose, now));
  }

  @ResolveField('indicators', () => IndicatorConnection, {
    description: 'Indicators of the merchant that are listed now.',
  })
  async indicatorsOf(
    @CurrentActor() actor: Actor,
    @Parent() { handle, purpose }: NoticeType,
    @Args() args: PageArgs,
  ): Promise<Connection<IndicatorType>> {
    const page = await this.indicators.listUnder(actor, {
      handles: [handle],
      purpose,
      page: pageRequestOf(args),
    });
    return toConnection(page, toIndicator);
  }
}
