import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { type CoalitionPurpose, CoalitionPurposeEnum } from '../../access/index.js';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, IsString } from 'class-validator';
import { PageArgs } from '../../graphql/index.js';
import { JUDGEMENT_VERDICTS, type JudgementVerdict } from '../judgement.js';
import { type DecisionKind, MERGED_MERCHANTS_MAX, SPLIT_REPORTS_MAX } from '../review/decision.js';
import { DecisionKindEnum, JudgementVerdictEnum } from './review.enums.js';

const REASON = 'Why, at most 1,000 characters. It is kept with the decision.';

@InputType({ description: 'What an analyst decides about a possible match, or about two reports.' })
export class DecideMatchInput {
  @Field(() => ID, { nullable: true, description: 'The possible match. Give this or two reports.' })
  @IsOptional()
  @IsString()
  possibleMatchId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Two reports, which need be no possible match. Then nothing is said of any other report.',
  })
  @IsOptional()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @IsString({ each: true })
  reportIds?: string[] | null;

  @Field(() => JudgementVerdictEnum, { description: 'The decision.' })
  @IsIn(JUDGEMENT_VERDICTS)
  verdict!: JudgementVerdict;

  @Field({ description: REASON })
  @IsString()
  reason!: string;
}

@InputType({ description: 'Merchants that are one.' })
export class MergeMerchantsInput {
  @Field(() => [ID], {
    description: `The merchants, 2 to ${MERGED_MERCHANTS_MAX}, by any id that each has or had.`,
  })
  @ArrayMinSize(2)
  @ArrayMaxSize(MERGED_MERCHANTS_MAX)
  @IsString({ each: true })
  merchantIds!: string[];

  @Field({ description: REASON })
  @IsString()
  reason!: string;
}

@InputType({ description: 'Reports that are not about the merchant in which they stand.' })
export class SplitMerchantInput {
  @Field(() => ID, { description: 'The merchant, by any id that it has or had.' })
  @IsString()
  merchantId!: string;

  @Field(() => [ID], {
    description: `The reports that go, 1 to ${SPLIT_REPORTS_MAX}; at least one has to stay.`,
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(SPLIT_REPORTS_MAX)
  @IsString({ each: true })
  reportIds!: string[];

  @Field({ description: REASON })
  @IsString()
  reason!: string;
}

@InputType({ description: 'A decision to be undone.' })
export class UndoDecisionInput {
  @Field(() => ID, { description: 'The decision.' })
  @IsString()
  decisionId!: string;

  @Field({ description: REASON })
  @IsString()
  reason!: string;
}

@InputType('DecisionFilter', { description: 'Narrows the decisions. What is left out does not narrow.' })
export class DecisionFilterInput {
  @Field(() => [DecisionKindEnum], { nullable: true, description: 'Only of these kinds.' })
  kinds?: DecisionKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Only those of this analyst.' })
  decidedBy?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those that judged this report.' })
  reportId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those that stand; false: only those undone.',
  })
  standing?: boolean | null;
}

@ArgsType()
export class DecisionsArgs extends PageArgs {
  @Field(() => CoalitionPurposeEnum, { description: 'Why you read them.' })
  purpose!: CoalitionPurpose;

  @Field(() => DecisionFilterInput, { nullable: true, description: 'Which decisions; left out: every one.' })
  filter?: DecisionFilterInput | null;
}
