import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

import { toGlobalId } from '../common/id.js';
import { connectionOf, CountryScalar, DateTimeScalar } from '../graphql/index.js';
import type { MemberKind } from './member-kind.js';
import { MemberKindEnum } from './member.enums.js';
import { Payload } from './payload.js';
import type { SharingGroupRow } from './sharing-group.statements.js';

@ObjectType({
  description:
    'Who is in a group by rule: whoever is of one of the kinds, and in one of the countries or regions. An empty list does not matter.',
})
export class SharingGroupRule {
  @Field(() => [MemberKindEnum], { description: 'The kinds of members.' })
  kinds!: readonly MemberKind[];

  @Field(() => [CountryScalar], { description: 'The countries.' })
  countries!: readonly string[];

  @Field(() => [String], { description: 'The regions, in lower case.' })
  regions!: readonly string[];
}

@ObjectType({ description: 'A named set of members that a report can be shared within.' })
export class SharingGroup {
  @Field(() => ID, { description: 'The group.' })
  id!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field({ description: 'What it is for.' })
  description!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => SharingGroupRule, {
    nullable: true,
    description: 'The rule that says who is in it, and follows the members; null: a list does.',
  })
  rule!: SharingGroupRule | null;
}

@ObjectType({ description: 'Sharing groups, by name.' })
export class SharingGroupConnection extends connectionOf(SharingGroup, 'SharingGroup') {}

@InputType({
  description:
    'Who is to be in a group: whoever is of one of the kinds, and in one of the countries or regions. Leave out what does not matter.',
})
export class SharingGroupRuleInput {
  @Field(() => [MemberKindEnum], { nullable: true, description: 'The kinds of members.' })
  kinds?: MemberKind[] | null;

  @Field(() => [CountryScalar], { nullable: true, description: 'The countries.' })
  countries?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'The regions, as members give them when they apply; capitals do not matter.',
  })
  regions?: string[] | null;
}

@InputType({ description: 'A new sharing group. Give either its first members or a rule.' })
export class CreateSharingGroupInput {
  @Field({ description: 'Its name, 1 to 200 characters. No two groups have the same.' })
  name!: string;

  @Field({ description: 'What it is for, 1 to 1,000 characters.' })
  description!: string;

  @Field(() => [ID], { nullable: true, description: 'Its first members, at most 100, all active.' })
  memberIds?: string[] | null;

  @Field(() => SharingGroupRuleInput, {
    nullable: true,
    description: 'Who is in it, now and whenever members change. It is never changed: make another group.',
  })
  rule?: SharingGroupRuleInput | null;
}

@InputType({ description: 'Members to add to a sharing group.' })
export class AddSharingGroupMembersInput {
  @Field(() => ID, { description: 'The group.' })
  sharingGroupId!: string;

  @Field(() => [ID], {
    description: 'The members, at most 100, all active. Those in the group already stay in it.',
  })
  memberIds!: string[];
}

@InputType({ description: 'Members to remove from a sharing group.' })
export class RemoveSharingGroupMembersInput {
  @Field(() => ID, { description: 'The group.' })
  sharingGroupId!: string;

  @Field(() => [ID], { description: 'The members, at most 100. Those not in the group are passed over.' })
  memberIds!: string[];
}

@ObjectType({ isAbstract: true })
abstract class SharingGroupPayload extends Payload {
  @Field(() => SharingGroup, { nullable: true, description: 'The group; null when refused.' })
  sharingGroup!: Readonly<SharingGroup> | null;
}

@ObjectType({ description: 'The answer to createSharingGroup.' })
export class CreateSharingGroupPayload extends SharingGroupPayload {}

@ObjectType({ description: 'The answer to addSharingGroupMembers.' })
export class AddSharingGroupMembersPayload extends SharingGroupPayload {}

@ObjectType({ description: 'The answer to removeSharingGroupMembers.' })
export class RemoveSharingGroupMembersPayload extends SharingGroupPayload {}

export function toSharingGroup({
  id,
  name,
  description,
  createdAt,
  rule,
}: SharingGroupRow): Readonly<SharingGroup> {
  return {
    id: toGlobalId('sharingGroup', id),
    name,
    description,
    createdAt,
    rule: rule && {
      kinds: rule.kinds ?? [],
      countries: rule.countries ?? [],
      regions: rule.regions ?? [],
    },
  };
}
