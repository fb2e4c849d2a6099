import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsString, MaxLength } from 'class-validator';
import { DateTimeScalar, describedEnum, UserError, type UserErrorShape } from '../../graphql/index.js';
import { JUDGEMENT_VERDICTS, type JudgementVerdict } from '../judgement.js';
import { JUDGEMENT_REASON_MAX } from '../judgements.service.js';

export const JudgementVerdictEnum = describedEnum<JudgementVerdict>(
  'JudgementVerdict',
  'What an analyst decides about two reports.',
  {
    SAME: 'They are about one merchant.',
    DIFFERENT: 'They are about two merchants, and stay apart whatever they have in common.',
    UNSURE: 'Looked at and left open.',
  },
);

@ObjectType('Judgement', {
  description: "An analyst's decision about two reports. The clusters are a projection of these.",
})
export class JudgementType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => [ID], { description: 'The two reports.' })
  reportIds!: readonly string[];

  @Field(() => JudgementVerdictEnum, { description: 'The decision.' })
  verdict!: JudgementVerdict;

  @Field({ description: 'Why.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  decidedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was withdrawn; null while it stands.',
  })
  withdrawnAt!: Date | null;
}

@InputType({ description: 'A decision about two reports.' })
export class RecordJudgementInput {
  @Field(() => [ID], { description: 'The two reports.' })
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @IsString({ each: true })
  reportIds!: string[];

  @Field(() => JudgementVerdictEnum, { description: 'The decision.' })
  @IsIn(JUDGEMENT_VERDICTS)
  verdict!: JudgementVerdict;

  @Field({ description: 'Why, at most 1,000 characters.' })
  @MaxLength(JUDGEMENT_REASON_MAX)
  reason!: string;
}

@InputType({ description: 'A decision to withdraw: the engine decides again.' })
export class WithdrawJudgementInput {
  @Field(() => ID, { description: 'The judgement.' })
  @IsString()
  judgementId!: string;

  @Field({ description: 'Why, at most 1,000 characters.' })
  @MaxLength(JUDGEMENT_REASON_MAX)
  reason!: string;
}

@ObjectType({ isAbstract: true })
abstract class JudgementPayload {
  @Field(() => JudgementType, {
    nullable: true,
    description: 'The judgement; null when the input was refused.',
  })
  judgement!: JudgementType | null;

  @Field(() => [UserError], { description: 'The rules that the input broke; empty when it was taken.' })
  userErrors!: readonly UserErrorShape[];
}

@ObjectType({ description: 'The answer to recordJudgement.' })
export class RecordJudgementPayload extends JudgementPayload {}

@ObjectType({ description: 'The answer to withdrawJudgement.' })
export class WithdrawJudgementPayload extends JudgementPayload {}
