import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { fromGlobalId, toGlobalId } from '../../common/id.js';
import { type Connection, PageArgs, pageRequestOf, toConnection } from '../../graphql/index.js';
import { IndicatorService } from '../indicator.service.js';
import { type Purpose, PurposeEnum } from '../purpose.js';
import { VisibleMerchants } from '../visible-merchants.service.js';
import { IndicatorConnection, type IndicatorType } from './indicator.types.js';
import { MerchantType } from './merchant.types.js';
import { toIndicator } from './to-indicator.js';

/** Reading merchants as far as the reader may see them. */
@Resolver(() => MerchantType)
export class MerchantResolver {
  constructor(
    private readonly merchants: VisibleMerchants,
    private readonly indicators: IndicatorService,
  ) {}

  @Query(() => MerchantType, {
    name: 'merchant',
    nullable: true,
    description: 'A merchant that is or was listed. Null when there is none that you may see.',
  })
  // What it shows are indicators, so whoever reads those reads it; `merchant:read` is for merchants with their reports.
  @Requires('indicator:read')
  async find(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Any id that it has or had.' }) globalId: string,
    @Args('purpose', { type: () => PurposeEnum, description: 'Why you read it.' }) purpose: Purpose,
  ): Promise<MerchantType | null> {
    const id = fromGlobalId('merchant', globalId);
    const merchant = id && (await this.merchants.find(actor, { id, purpose }));
    if (merchant === undefined) return null;
    const { status, reasons, handles } = merchant;
    return { id: toGlobalId('merchant', merchant.id), status, reasons, handles, purpose };
  }

  @ResolveField('indicators', () => IndicatorConnection, {
    description: 'Its indicators that are listed now.',
  })
  async indicatorsOf(
    @CurrentActor() actor: Actor,
    @Parent() { handles, purpose }: MerchantType,
    @Args() args: PageArgs,
  ): Promise<Connection<IndicatorType>> {
    const page = await this.indicators.listUnder(actor, { handles, purpose, page: pageRequestOf(args) });
    return toConnection(page, toIndicator);
  }
}
