import { Args, Mutation, Resolver } from '@nestjs/graphql';

import { CurrentActor, Requires } from '../access/index.js';
import type { Actor } from '../common/actor.js';
import { idOf } from '../common/id-in.js';
import { MemberAttributes } from './member-attributes.service.js';
import { ChangeMemberAttributesInput, ChangeMemberAttributesPayload } from './member-attributes.types.js';
import { memberAnswer, type MemberAnswer } from './member-payload.js';
import { MemberService } from './member.service.js';
import { Member } from './member.types.js';

/** What a member is, which groups by rule follow. */
@Resolver(() => Member)
export class MemberAttributesResolver {
  constructor(
    private readonly attributes: MemberAttributes,
    private readonly members: MemberService,
  ) {}

  @Mutation(() => ChangeMemberAttributesPayload, {
    description:
      'Changes what kind of organisation a member is, and where. It comes into the sharing groups whose rule names it, and goes out of the others, at once.',
  })
  @Requires('member:change')
  async changeMemberAttributes(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which member, what it is, and why.' }) input: ChangeMemberAttributesInput,
  ): Promise<MemberAnswer> {
    const { kind, country, region, reason } = input;
    const result = await this.attributes.change(actor, {
      memberId: idOf('member', input.memberId),
      kind: kind ?? undefined,
      country: country ?? undefined,
      region,
      reason,
    });
    return memberAnswer(this.members, actor, result);
  }
}
