import { Args, Mutation, Resolver } from '@nestjs/graphql';

import { CurrentActor, Requires } from '../access/index.js';
import type { Actor } from '../common/actor.js';
import { idOf } from '../common/id-in.js';
import { memberAnswer, type MemberAnswer } from './member-payload.js';
import {
  ApplyMemberInput,
  ApproveMemberInput,
  RejectMemberInput,
  SignAgreementInput,
} from './member.inputs.js';
import {
  ApplyMemberPayload,
  ApproveMemberPayload,
  RejectMemberPayload,
  SignAgreementPayload,
} from './member.payloads.js';
import { MemberService } from './member.service.js';
import { Member } from './member.types.js';
import { OnboardingService } from './onboarding.service.js';

/** How an organisation becomes a member. */
@Resolver(() => Member)
export class OnboardingResolver {
  constructor(
    private readonly onboarding: OnboardingService,
    private readonly members: MemberService,
  ) {}

  @Mutation(() => ApplyMemberPayload, { description: 'Enters an application to join the coalition.' })
  @Requires('member:apply')
  async applyMember(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The application.' }) input: ApplyMemberInput,
  ): Promise<MemberAnswer> {
    const { name, kind, country, region } = input;
    const application = { name, kind, country, region: region ?? undefined };
    return memberAnswer(this.members, actor, await this.onboarding.apply(actor, application));
  }

  @Mutation(() => SignAgreementPayload, {
    description: 'Notes that a member signed the agreement in force. Approvals given before are void.',
  })
  @Requires('member:apply')
  async signAgreement(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who signed what.' }) input: SignAgreementInput,
  ): Promise<MemberAnswer> {
    const { memberId, version, signedBy } = input;
    const signature = { memberId: idOf('member', memberId), version, signedBy };
    return memberAnswer(this.members, actor, await this.onboarding.signAgreement(actor, signature));
  }

  @Mutation(() => ApproveMemberPayload, {
    description: 'Approves an application. The second admin who approves it makes the member active.',
  })
  @Requires('member:approve')
  async approveMember(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which application.' }) { memberId }: ApproveMemberInput,
  ): Promise<MemberAnswer> {
    const result = await this.onboarding.approve(actor, idOf('member', memberId));
    return memberAnswer(this.members, actor, result);
  }

  @Mutation(() => RejectMemberPayload, { description: 'Rejects an application.' })
  @Requires('member:approve')
  async rejectMember(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which application, and why.' }) { memberId, reason }: RejectMemberInput,
  ): Promise<MemberAnswer> {
    const result = await this.onboarding.reject(actor, idOf('member', memberId), reason);
    return memberAnswer(this.members, actor, result);
  }
}
