import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

import { toGlobalId } from '../common/id.js';
import { connectionOf, DateTimeScalar } from '../graphql/index.js';
import { Payload } from './payload.js';
import type { SharingGroupRow } from './sharing-group.statements.js';

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
}

@ObjectType({ description: 'Sharing groups, by name.' })
export class SharingGroupConnection extends connectionOf(SharingGroup, 'SharingGroup') {}

@InputType({ description: 'A new sharing group.' })
export class CreateSharingGroupInput {
  @Field({ description: 'Its name, 1 to 200 characters. No two groups have the same.' })
  name!: string;

  @Field({ description: 'What it is for, 1 to 1,000 characters.' })
  description!: string;

  @Field(() => [ID], { description: 'Its first members, at most 100, all active.' })
  memberIds!: string[];
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
}: SharingGroupRow): Readonly<SharingGroup> {
  return { id: toGlobalId('sharingGroup', id), name, description, createdAt };
}
