import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';

import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { idOf } from '../../common/id-in.js';
import { split } from '../payload.js';
import { MemberLimitService } from './member-limit.service.js';
import {
  MemberLimits,
  SetMemberLimitsInput,
  SetMemberLimitsPayload,
  toMemberLimits,
} from './member-limit.types.js';

/** How much of the service members may use. */
@Resolver(() => MemberLimits)
export class MemberLimitResolver {
  constructor(private readonly service: MemberLimitService) {}

  @Query(() => MemberLimits, {
    nullable: true,
    description:
      "How much of the service a member may use: of the own member, or of any for the coalition's admins; null where there is none.",
  })
  @Requires('limit:read')
  async memberLimits(
    @CurrentActor() actor: Actor,
    @Args('memberId', { type: () => ID, description: 'The member.' }) memberId: string,
  ): Promise<Readonly<MemberLimits> | null> {
    const seen = await this.service.find(actor, idOf('member', memberId));
    return seen === undefined ? null : toMemberLimits(seen);
  }

  @Mutation(() => SetMemberLimitsPayload, {
    description: 'Sets how much of the service a member may use, in place of what was set before.',
  })
  @Requires('limit:manage')
  async setMemberLimits(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which member, how much, and why.' }) input: SetMemberLimitsInput,
  ): Promise<Readonly<SetMemberLimitsPayload>> {
    const result = await this.service.set(actor, {
      memberId: idOf('member', input.memberId),
      ratePointsMax: input.ratePointsMax ?? null,
      screeningQuotaMax: input.screeningQuotaMax ?? null,
      reason: input.reason,
    });
    const [seen, userErrors] = split(result);
    return { limits: seen === undefined ? null : toMemberLimits(seen), userErrors };
  }
}
