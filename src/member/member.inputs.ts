import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';

import { CountryScalar, PageArgs } from '../graphql/index.js';
import type { MemberKind } from './member-kind.js';
import type { MemberStatus } from './member-status.js';
import { MemberKindEnum, MemberStatusEnum } from './member.enums.js';

@ArgsType()
export class MembersArgs extends PageArgs {
  @Field(() => MemberStatusEnum, {
    nullable: true,
    description:
      "Only members that stand so. All but ACTIVE is for the coalition's admins; others get an empty page.",
  })
  status?: MemberStatus | null;
}

@InputType({ description: 'An application to join the coalition.' })
export class ApplyMemberInput {
  @Field({ description: 'Its name, 1 to 200 characters. No two members have the same.' })
  name!: string;

  @Field(() => MemberKindEnum, { description: 'What kind of organisation it is.' })
  kind!: MemberKind;

  @Field(() => CountryScalar, { description: 'Where it is at home.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'Its region, e.g. `EU`, 1 to 200 characters.' })
  region?: string | null;
}

@InputType({ description: 'That a member signed the agreement.' })
export class SignAgreementInput {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field({ description: 'The version that was signed: the one in force.' })
  version!: string;

  @Field({ description: 'Who signed for the member, 1 to 200 characters.' })
  signedBy!: string;
}

@InputType({ description: 'An approval of an application.' })
export class ApproveMemberInput {
  @Field(() => ID, { description: 'The member that applied.' })
  memberId!: string;
}

@InputType({ description: 'A rejection of an application.' })
export class RejectMemberInput {
  @Field(() => ID, { description: 'The member that applied.' })
  memberId!: string;

  @Field({ description: 'Why, 1 to 1,000 characters.' })
  reason!: string;
}

@InputType({ description: 'A suspension.' })
export class SuspendMemberInput {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field({ description: 'Why, 1 to 1,000 characters.' })
  reason!: string;
}

@InputType({ description: 'The end of a suspension.' })
export class ResumeMemberInput {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field({ description: 'Why, 1 to 1,000 characters.' })
  reason!: string;
}

@InputType({ description: 'The end of a membership.' })
export class EndMembershipInput {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field({ description: 'Why, 1 to 1,000 characters.' })
  reason!: string;
}
