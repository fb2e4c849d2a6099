import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { type CoalitionPurpose, CoalitionPurposeEnum } from '../../access/index.js';
import { Allow, IsIn, IsOptional } from 'class-validator';
import { PageArgs } from '../../graphql/index.js';
import { type ApartReason, type Tier, TIERS } from '../../matching/index.js';
import type { PossibleMatchOrder } from '../review/possible-match.js';
import { ApartReasonEnum, PossibleMatchOrderEnum } from './review.enums.js';

@InputType('PossibleMatchFilter', {
  description: 'Narrows the possible matches. What is left out does not narrow.',
})
export class PossibleMatchFilterInput {
  @Field(() => [String], {
    nullable: true,
    description: 'Only of these tiers: STRONG, PROBABLE, POSSIBLE or NONE (MatchTier).',
  })
  @IsOptional()
  @IsIn(TIERS, { each: true })
  tiers?: Tier[] | null;

  @Field(() => [ApartReasonEnum], { nullable: true, description: 'Only with these reasons.' })
  @Allow()
  reasons?: (ApartReason | 'NAME')[] | null;

  @Field(() => ID, { nullable: true, description: 'Only of this merchant, by any id that it has or had.' })
  @Allow()
  merchantId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: those that an analyst looked at and left open, instead of those that none has decided.',
  })
  @Allow()
  leftOpen?: boolean | null;
}

@ArgsType()
export class PossibleMatchesArgs extends PageArgs {
  @Field(() => CoalitionPurposeEnum, { description: 'Why you read them.' })
  purpose!: CoalitionPurpose;

  @Field(() => PossibleMatchOrderEnum, {
    defaultValue: 'OLDEST',
    description: 'In which order.',
  })
  orderBy!: PossibleMatchOrder;

  @Field(() => PossibleMatchFilterInput, {
    nullable: true,
    description: 'Which possible matches; left out: every one that waits for a decision.',
  })
  filter?: PossibleMatchFilterInput | null;
}
