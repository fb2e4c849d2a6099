import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { fromGlobalId } from '../../common/id.js';
import type { Page } from '../../common/page.js';
import { type Connection, pageRequestOf, toConnection } from '../../graphql/index.js';
import { IndicatorFeed } from '../indicator-feed.service.js';
import { type HandledIndicator, IndicatorService } from '../indicator.service.js';
import { type Purpose, PurposeEnum } from '../purpose.js';
import { IndicatorChangesArgs, IndicatorsArgs } from './indicator.inputs.js';
import {
  IndicatorChangeConnection,
  type IndicatorChangeType,
  IndicatorConnection,
  IndicatorType,
} from './indicator.types.js';
import { toIndicator, toIndicatorChange } from './to-indicator.js';

const NOTHING: Page<HandledIndicator> = { rows: [], cursors: [], hasNextPage: false };

/** Reading indicators and following their changes. */
@Resolver(() => IndicatorType)
export class IndicatorResolver {
  constructor(
    private readonly indicators: IndicatorService,
    private readonly feed: IndicatorFeed,
  ) {}

  @Query(() => IndicatorType, {
    name: 'indicator',
    nullable: true,
    description: 'An indicator. Null when there is none that you may see, or it is no longer listed.',
  })
  @Requires('indicator:read')
  async find(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Its id.' }) globalId: string,
    @Args('purpose', { type: () => PurposeEnum, description: 'Why you read it.' }) purpose: Purpose,
  ): Promise<IndicatorType | null> {
    const id = fromGlobalId('indicator', globalId);
    const indicator = id && (await this.indicators.find(actor, { id, purpose }));
    return indicator === undefined ? null : toIndicator(indicator);
  }

  @Query(() => IndicatorConnection, {
    name: 'indicators',
    description:
      'The indicators that you may see and that are listed now. To keep a copy up to date, follow `indicatorChanges` instead.',
  })
  @Requires('indicator:read')
  async list(@CurrentActor() actor: Actor, @Args() args: IndicatorsArgs): Promise<Connection<IndicatorType>> {
    const { types, reasons, merchantId, minimumConfidence } = args.filter ?? {};
    const merchant = merchantId == null ? undefined : fromGlobalId('merchant', merchantId);
    if (merchantId != null && merchant === undefined) return toConnection(NOTHING, toIndicator);
    const page = await this.indicators.list(actor, {
      purpose: args.purpose,
      filter: {
        types: types ?? undefined,
        reasons: reasons ?? undefined,
        minimumConfidence: minimumConfidence ?? undefined,
        merchantId: merchant,
      },
      page: pageRequestOf(args),
    });
    return toConnection(page, toIndicator);
  }

  @Query(() => IndicatorChangeConnection, {
    description:
      'What was listed, changed and removed, oldest first, as far as you may see it. Start without `after`, then go on from `endCursor`: nothing is skipped, however late you come back.',
  })
  @Requires('indicator:read')
  async indicatorChanges(
    @CurrentActor() actor: Actor,
    @Args() args: IndicatorChangesArgs,
  ): Promise<Connection<IndicatorChangeType>> {
    const { first, after } = pageRequestOf(args);
    const page = await this.feed.changes(actor, { purpose: args.purpose, first, after });
    const edges = page.entries.map((entry) => ({ cursor: entry.cursor, node: toIndicatorChange(entry) }));
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: { hasNextPage: page.hasNextPage, endCursor: page.endCursor },
    };
  }
}
