import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type CoalitionPurpose, CoalitionPurposeEnum, CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { fromGlobalId } from '../../common/id.js';
import { refused } from '../../common/refusal.js';
import { type Connection, pageRequestOf, toConnection } from '../../graphql/index.js';
import { MERCHANT_NOT_FOUND } from '../hold-refusal.js';
import { type HoldResult, HoldService } from '../hold.service.js';
import { HoldsArgs, PlaceHoldInput } from './hold.inputs.js';
import { HoldConnection, HoldCoverageType, HoldType, PlaceHoldPayload } from './hold.types.js';
import { toHold, toHoldCoverage, toHoldPayload } from './to-hold.js';

/** Placing holds and looking at them. */
@Resolver(() => HoldType)
export class HoldResolver {
  constructor(private readonly service: HoldService) {}

  @Query(() => HoldType, {
    name: 'hold',
    nullable: true,
    description: 'A hold. Null when there is none that you may see: a liaison sees those of its own member.',
  })
  @Requires('hold:read')
  async find(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Its id.' }) globalId: string,
    @Args('purpose', { type: () => CoalitionPurposeEnum, description: 'Why you read it.' })
    purpose: CoalitionPurpose,
  ): Promise<HoldType | null> {
    const id = fromGlobalId('hold', globalId);
    const hold = id && (await this.service.find(actor, { id, purpose }));
    return hold === undefined ? null : toHold(hold);
  }

  @Query(() => HoldConnection, {
    name: 'holds',
    description: "Holds, newest first: a liaison's are those of its own member, an analyst's all.",
  })
  @Requires('hold:read')
  async list(@CurrentActor() actor: Actor, @Args() args: HoldsArgs): Promise<Connection<HoldType>> {
    const page = await this.service.list(actor, {
      purpose: args.purpose,
      statuses: args.filter?.statuses ?? undefined,
      page: pageRequestOf(args),
    });
    return toConnection(page, toHold);
  }

  @Query(() => HoldCoverageType, {
    nullable: true,
    description: 'What a hold hides now. Null when there is no such hold.',
  })
  @Requires('hold:release')
  async holdCoverage(
    @CurrentActor() actor: Actor,
    @Args('holdId', { type: () => ID, description: 'The hold.' }) globalId: string,
    @Args('purpose', { type: () => CoalitionPurposeEnum, description: 'Why you read it.' })
    purpose: CoalitionPurpose,
  ): Promise<HoldCoverageType | null> {
    const id = fromGlobalId('hold', globalId);
    const coverage = id && (await this.service.coverage(actor, { id, purpose }));
    return coverage === undefined ? null : toHoldCoverage(coverage);
  }

  @Mutation(() => PlaceHoldPayload, {
    description:
      'Asks that nobody act on a merchant. It hides at once, also what is reported only later; an analyst then activates it. The answer is the same whether or not anyone knows the merchant.',
  })
  @Requires('hold:place')
  async placeHold(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The merchant, and why.' }) input: PlaceHoldInput,
  ): Promise<PlaceHoldPayload> {
    return toHoldPayload(await this.place(actor, input));
  }

  private async place(
    actor: Actor,
    { identifiers, country, merchantId, reason }: PlaceHoldInput,
  ): Promise<HoldResult> {
    if ((identifiers == null) === (merchantId == null))
      return refused({
        code: 'REQUIRED',
        field: ['identifiers'],
        message: 'Give either identifiers or a merchantId.',
      });
    if (merchantId == null) {
      const given = (identifiers ?? []).map(({ type, scope, value }) => ({
        type,
        value,
        scope: scope ?? undefined,
      }));
      const subject = { identifiers: given, country: country ?? undefined };
      return this.service.place(actor, { subject, reason });
    }
    const id = fromGlobalId('merchant', merchantId);
    return id === undefined
      ? refused(MERCHANT_NOT_FOUND)
      : this.service.place(actor, { subject: { merchantId: id }, reason });
  }
}
