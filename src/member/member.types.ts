import { Field, ID, ObjectType } from '@nestjs/graphql';

import { toGlobalId, type UserId } from '../common/id.js';
import { connectionOf, CountryScalar, DateTimeScalar } from '../graphql/index.js';
import type { MemberKind } from './member-kind.js';
import type { DirectoryMember } from './member-row.js';
import type { MemberStatus } from './member-status.js';
import { MemberKindEnum, MemberStatusEnum } from './member.enums.js';
import type { SeenMember } from './member.service.js';

@ObjectType({ description: "One admin's approval of an application." })
export class MemberApproval {
  @Field(() => ID, { description: 'The user who approved.' })
  by!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;
}

@ObjectType({
  description:
    "An organisation in the coalition. Its standing is shown to itself and to the coalition's admins; to others it is null.",
})
export class Member {
  @Field(() => ID, { description: 'The member.' })
  id!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => MemberKindEnum, { description: 'What kind of organisation it is.' })
  kind!: MemberKind;

  @Field(() => CountryScalar, { description: 'Where it is at home.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'The region it gave when it applied.' })
  region!: string | null;

  @Field(() => MemberStatusEnum, { nullable: true, description: 'Where it stands.' })
  status!: MemberStatus | null;

  @Field(() => String, { nullable: true, description: 'The version of the agreement that it signed.' })
  agreementVersion!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it applied.' })
  appliedAt!: Date | null;

  @Field(() => [MemberApproval], {
    nullable: true,
    description: 'Who approved its application as it stands: two different admins of the coalition.',
  })
  approvals!: readonly Readonly<MemberApproval>[] | null;
}

@ObjectType({ description: 'Members, by name.' })
export class MemberConnection extends connectionOf(Member, 'Member') {}

/** A member as everybody sees it. */
function toDirectoryMember({ id, name, kind, country }: DirectoryMember): Readonly<Member> {
  const hidden = { region: null, status: null, agreementVersion: null, appliedAt: null, approvals: null };
  return { id: toGlobalId('member', id), name, kind, country, ...hidden };
}

/** A member as this reader sees it. */
export function toMember({ member, approvals, isWhole }: SeenMember): Readonly<Member> {
  if (!isWhole) return toDirectoryMember(member);
  const { region, status, agreementVersion, appliedAt } = member;
  return {
    ...toDirectoryMember(member),
    region,
    status,
    agreementVersion,
    appliedAt,
    approvals: approvals.map(({ approvedBy, approvedAt }) => ({
      by: toGlobalId('user', approvedBy as UserId),
      at: approvedAt,
    })),
  };
}
