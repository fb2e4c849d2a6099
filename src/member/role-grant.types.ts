import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

import type { Role } from '../common/actor.js';
import { toGlobalId } from '../common/id.js';
import { connectionOf, DateTimeScalar, describedEnum } from '../graphql/index.js';
import { RoleEnum } from './member.enums.js';
import { Payload } from './payload.js';
import type { RoleGrantStatus } from './role-grant.js';
import type { RoleGrantRow } from './role-grant.statements.js';

export const RoleGrantStatusEnum = describedEnum<RoleGrantStatus>(
  'RoleGrantStatus',
  'Where a grant of roles stands.',
  {
    OPEN: 'One admin of the coalition asked for it; another has to approve it.',
    GRANTED: 'Two admins agreed, and the roles are in force.',
    WITHDRAWN: "It was withdrawn, or the user's roles changed in another way.",
  },
);

@ObjectType({ description: 'That a person is to get roles of the coalition: two of its admins agree to it.' })
export class RoleGrant {
  @Field(() => ID, { description: 'The grant.' })
  id!: string;

  @Field(() => ID, { description: 'The user.' })
  userId!: string;

  @Field(() => [RoleEnum], { description: 'What the user may do before it.' })
  fromRoles!: readonly Role[];

  @Field(() => [RoleEnum], { description: 'All roles that the user has from then on.' })
  toRoles!: readonly Role[];

  @Field(() => ID, { description: 'The admin who asked, whose approval is the first.' })
  askedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  askedAt!: Date;

  @Field(() => RoleGrantStatusEnum, { description: 'Where it stands.' })
  status!: RoleGrantStatus;
}

@ObjectType({ description: 'Grants of roles that wait for a second admin, oldest first.' })
export class RoleGrantConnection extends connectionOf(RoleGrant, 'RoleGrant') {}

@InputType({ description: 'The second approval of a grant of roles.' })
export class ApproveRoleGrantInput {
  @Field(() => ID, { description: 'The grant.' })
  roleGrantId!: string;
}

@InputType({ description: 'The end of a grant of roles that nobody has approved yet.' })
export class WithdrawRoleGrantInput {
  @Field(() => ID, { description: 'The grant.' })
  roleGrantId!: string;
}

@ObjectType({ isAbstract: true })
abstract class RoleGrantPayload extends Payload {
  @Field(() => RoleGrant, { nullable: true, description: 'The grant as it stands now; null when refused.' })
  roleGrant!: Readonly<RoleGrant> | null;
}

@ObjectType({ description: 'The answer to approveRoleGrant.' })
export class ApproveRoleGrantPayload extends RoleGrantPayload {}

@ObjectType({ description: 'The answer to withdrawRoleGrant.' })
export class WithdrawRoleGrantPayload extends RoleGrantPayload {}

export function toRoleGrant(row: RoleGrantRow): Readonly<RoleGrant> {
  const { fromRoles, toRoles, askedAt, status } = row;
  return {
    id: toGlobalId('roleGrant', row.id),
    userId: toGlobalId('user', row.userId),
    askedBy: toGlobalId('user', row.askedBy),
    fromRoles,
    toRoles,
    askedAt,
    status,
  };
}
