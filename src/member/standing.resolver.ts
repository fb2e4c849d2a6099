import { Args, Mutation, Resolver } from '@nestjs/graphql';

import { CurrentActor, Requires } from '../access/index.js';
import type { Actor } from '../common/actor.js';
import { idOf } from '../common/id-in.js';
import { memberAnswer, type MemberAnswer } from './member-payload.js';
import { EndMembershipInput, ResumeMemberInput, SuspendMemberInput } from './member.inputs.js';
import { EndMembershipPayload, ResumeMemberPayload, SuspendMemberPayload } from './member.payloads.js';
import { MemberService } from './member.service.js';
import { Member } from './member.types.js';
import { StandingService } from './standing.service.js';

/** How a membership is suspended, resumed and ended. */
@Resolver(() => Member)
export class StandingResolver {
  constructor(
    private readonly standing: StandingService,
    private readonly members: MemberService,
  ) {}

  @Mutation(() => SuspendMemberPayload, {
    description: 'Suspends a member: its users and clients are refused from their next request on.',
  })
  @Requires('member:suspend')
  async suspendMember(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which member, and why.' }) { memberId, reason }: SuspendMemberInput,
  ): Promise<MemberAnswer> {
    const result = await this.standing.change(actor, 'SUSPEND', idOf('member', memberId), reason);
    return memberAnswer(this.members, actor, result);
  }

  @Mutation(() => ResumeMemberPayload, {
    description: 'Lets a suspended member take part again. Its people sign in anew.',
  })
  @Requires('member:suspend')
  async resumeMember(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which member, and why.' }) { memberId, reason }: ResumeMemberInput,
  ): Promise<MemberAnswer> {
    const result = await this.standing.change(actor, 'RESUME', idOf('member', memberId), reason);
    return memberAnswer(this.members, actor, result);
  }

  @Mutation(() => EndMembershipPayload, {
    description: 'Ends a membership for good. What the member reported stays.',
  })
  @Requires('member:suspend')
  async endMembership(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which member, and why.' }) { memberId, reason }: EndMembershipInput,
  ): Promise<MemberAnswer> {
    const result = await this.standing.change(actor, 'LEAVE', idOf('member', memberId), reason);
    return memberAnswer(this.members, actor, result);
  }
}
