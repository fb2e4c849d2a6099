import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { type CoalitionPurpose, CoalitionPurposeEnum } from '../../access/index.js';
import { CheckedByService, PageArgs } from '../../graphql/index.js';
import { IdentifierInput } from '../../report/index.js';
import { HOLD_STATUSES, type HoldStatus } from '../hold-status.js';
import { HoldStatusEnum } from './hold.enums.js';

const REASON = 'Why, at most 1,000 characters.';

@CheckedByService()
@InputType({ description: 'A merchant on which nobody is to act. Give either identifiers or a merchant.' })
export class PlaceHoldInput {
  @Field(() => [IdentifierInput], {
    nullable: true,
    description:
      'What names the merchant, 1 to 50: each has to say by itself which is meant. It need not be known.',
  })
  identifiers?: IdentifierInput[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The merchant's country by its two letters: the default scope of telephone, company and tax numbers.",
  })
  country?: string | null;

  @Field(() => ID, { nullable: true, description: 'A merchant, by any id that it has or had: for analysts.' })
  merchantId?: string | null;

  @Field({ description: REASON })
  reason!: string;
}

@CheckedByService()
@InputType({ description: 'A request for a hold that an analyst stands by.' })
export class ActivateHoldInput {
  @Field(() => ID, { description: 'The hold.' })
  holdId!: string;

  @Field({ description: REASON })
  reason!: string;
}

@CheckedByService()
@InputType({ description: 'A hold to look at before its term is over.' })
export class ReviewHoldInput {
  @Field(() => ID, { description: 'The hold.' })
  holdId!: string;

  @Field({ description: REASON })
  reason!: string;
}

@CheckedByService()
@InputType({ description: 'Another term for a hold in review.' })
export class ExtendHoldInput {
  @Field(() => ID, { description: 'The hold.' })
  holdId!: string;

  @Field(() => Int, { description: 'How many days from now, 1 to 30; 90 days after its placing it ends.' })
  days!: number;

  @Field({ description: REASON })
  reason!: string;
}

@CheckedByService()
@InputType({ description: 'A hold in review that is to be lifted.' })
export class ApproveHoldReleaseInput {
  @Field(() => ID, { description: 'The hold, as it stands now: an approval counts for no other term of it.' })
  holdId!: string;

  @Field({ description: REASON })
  reason!: string;
}

@InputType('HoldFilter', { description: 'Narrows a list of holds. What is left out does not narrow.' })
export class HoldFilterInput {
  @Field(() => [HoldStatusEnum], { nullable: true, description: 'Only these.' })
  @IsOptional()
  @ArrayMaxSize(HOLD_STATUSES.length)
  statuses?: HoldStatus[] | null;
}

@ArgsType()
export class HoldsArgs extends PageArgs {
  @Field(() => CoalitionPurposeEnum, { description: 'Why you read them.' })
  purpose!: CoalitionPurpose;

  @Field(() => HoldFilterInput, { nullable: true, description: 'Which; left out: every one you may see.' })
  filter?: HoldFilterInput | null;
}
