import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

import { CountryScalar } from '../graphql/index.js';
import type { MemberKind } from './member-kind.js';
import { MemberKindEnum } from './member.enums.js';
import { Member } from './member.types.js';
import { Payload } from './payload.js';

@InputType({ description: 'What a member is from now on. What is left out stays as it is.' })
export class ChangeMemberAttributesInput {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => MemberKindEnum, { nullable: true, description: 'What kind of organisation it is.' })
  kind?: MemberKind | null;

  @Field(() => CountryScalar, { nullable: true, description: 'Where it is at home.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Its region, 1 to 200 characters; null: none.' })
  region?: string | null;

  @Field({ description: 'Why, 1 to 1,000 characters.' })
  reason!: string;
}

@ObjectType({ description: 'The answer to changeMemberAttributes.' })
export class ChangeMemberAttributesPayload extends Payload {
  @Field(() => Member, { nullable: true, description: 'The member as it stands now; null when refused.' })
  member!: Readonly<Member> | null;
}
