import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Allow, IsInt, IsOptional, Max, Min } from 'class-validator';

import { toGlobalId } from '../../common/id.js';
import { DateTimeScalar } from '../../graphql/index.js';
import { Payload } from '../payload.js';
import type { SeenLimit } from './member-limit.service.js';

const RATE_POINTS_MIN = 1_000;
const LIMIT_MAX = 999_999_999;

@ObjectType({ description: 'How much of the service a member may use.' })
export class MemberLimits {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => Int, {
    description:
      'What its requests may cost in a minute: `extensions.rateLimit` of every answer says what one costs and what is left.',
  })
  ratePointsMax!: number;

  @Field(() => Int, {
    description:
      'How many different identifiers it may screen in a day (UTC): `extensions.screeningQuota` says what is left.',
  })
  screeningQuotaMax!: number;

  @Field(() => String, {
    nullable: true,
    description: "Why an admin of the coalition set it so; null where the service's settings hold.",
  })
  reason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was set so.' })
  changedAt!: Date | null;
}

@InputType({ description: 'How much of the service a member may use, other than the settings say.' })
export class SetMemberLimitsInput {
  @Allow()
  @Field(() => ID, { description: 'The member, not your own.' })
  memberId!: string;

  @IsOptional()
  @IsInt()
  @Min(RATE_POINTS_MIN)
  @Max(LIMIT_MAX)
  @Field(() => Int, {
    nullable: true,
    description:
      'What its requests may cost in a minute, 1,000 to 999,999,999; left out: as the settings say.',
  })
  ratePointsMax?: number | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LIMIT_MAX)
  @Field(() => Int, {
    nullable: true,
    description:
      'How many different identifiers it may screen in a day, 0 to 999,999,999; left out: as the settings say.',
  })
  screeningQuotaMax?: number | null;

  @Allow()
  @Field({ description: 'Why, 1 to 1,000 characters. The member reads it.' })
  reason!: string;
}

@ObjectType({ description: 'The answer to setMemberLimits.' })
export class SetMemberLimitsPayload extends Payload {
  @Field(() => MemberLimits, {
    nullable: true,
    description: 'What the member may use from the next minute on; null when refused.',
  })
  limits!: Readonly<MemberLimits> | null;
}

/** A member's limits as the schema has them. */
export function toMemberLimits({ memberId, own, ...limits }: SeenLimit): Readonly<MemberLimits> {
  return {
    memberId: toGlobalId('member', memberId),
    ...limits,
    reason: own?.reason ?? null,
    changedAt: own?.changedAt ?? null,
  };
}
