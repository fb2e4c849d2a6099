import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { CheckedByService, PageArgs } from '../../graphql/index.js';
import type { Assessment } from '../disposition/assessment.js';
import { AssessmentEnum } from './action.enums.js';
import { LeadInput } from './lead.input.js';

@CheckedByService()
@InputType({ description: "Your member's own assessment of a match or a notice." })
export class RecordDispositionInput extends LeadInput {
  @Field(() => AssessmentEnum, { description: 'What you have come to.' })
  assessment!: Assessment;

  @Field({
    description: 'On what it rests, at most 2,000 characters: kept as proof, for your own member alone.',
  })
  rationale!: string;
}

@InputType('DispositionFilter', {
  description: 'Narrows a list of dispositions. What is left out does not narrow.',
})
export class DispositionFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only those of this notice.' })
  @IsOptional()
  noticeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those of matches of this screening.' })
  @IsOptional()
  screeningId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those about the merchant that goes by this id.' })
  @IsOptional()
  merchantId?: string | null;
}

@ArgsType()
export class DispositionsArgs extends PageArgs {
  @Field(() => DispositionFilterInput, {
    nullable: true,
    description: "Which; left out: every one of your member's.",
  })
  filter?: DispositionFilterInput | null;
}
