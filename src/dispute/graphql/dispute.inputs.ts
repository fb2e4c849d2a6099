import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { CheckedByService, PageArgs } from '../../graphql/index.js';
import { DISPUTE_PARTS, type DisputeAnswer, type DisputeGrounds, type DisputePart } from '../dispute.js';
import { DISPUTE_STATUSES, type DisputeOutcome, type DisputeStatus } from '../dispute-status.js';
import {
  DisputeAnswerEnum,
  DisputeGroundsEnum,
  DisputeOutcomeEnum,
  DisputePartEnum,
  DisputeStatusEnum,
} from './dispute.enums.js';

@CheckedByService()
@InputType({
  description:
    'A listing that is challenged. Give either the merchant or one of its indicators, as you see it.',
})
export class FileDisputeInput {
  @Field({
    description:
      'Your own name of this dispute, at most 100 characters: sent again with the same content it is the same dispute.',
  })
  clientReference!: string;

  @Field(() => ID, { nullable: true, description: 'The merchant.' })
  merchantId?: string | null;

  @Field(() => ID, { nullable: true, description: 'An indicator of the merchant.' })
  indicatorId?: string | null;

  @Field(() => DisputeGroundsEnum, { description: 'On what it is disputed.' })
  grounds!: DisputeGrounds;

  @Field({ description: 'Why, at most 4,000 characters. Those who reported read it, and who decides.' })
  statement!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Your own reference of your merchant, at most 100 characters. Those who reported do not see it.',
  })
  ownReference?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether those who reported may know that your member filed it. Left out: they may not.',
  })
  discloseMember?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'For analysts, who file for somebody that wrote in: who it is, at most 200 characters.',
  })
  onBehalfOf?: string | null;
}

@CheckedByService()
@InputType({ description: 'An answer to a dispute of what your member reported. It is given once.' })
export class AnswerDisputeInput {
  @Field(() => ID, { description: 'The dispute.' })
  disputeId!: string;

  @Field(() => DisputeAnswerEnum, { description: 'The answer, for all of the reports that it is about.' })
  answer!: DisputeAnswer;

  @Field({
    description:
      'Why, at most 4,000 characters. Whoever decides the dispute reads it; whoever filed it does not.',
  })
  statement!: string;
}

@CheckedByService()
@InputType({ description: 'An answer for members that have left: that what they reported stands.' })
export class AnswerDisputeInCareInput {
  @Field(() => ID, { description: 'The dispute.' })
  disputeId!: string;

  @Field({ description: 'Why, at most 4,000 characters. Whoever decides the dispute reads it.' })
  statement!: string;
}

@CheckedByService()
@InputType({ description: 'An appeal of a ruling, once and within 30 days.' })
export class AppealDisputeInput {
  @Field(() => ID, { description: 'The dispute.' })
  disputeId!: string;

  @Field({ description: 'Why, at most 4,000 characters. Whoever decides the appeal reads it.' })
  statement!: string;
}

@CheckedByService()
@InputType({ description: 'A ruling on a dispute.' })
export class RuleDisputeInput {
  @Field(() => ID, { description: 'The dispute.' })
  disputeId!: string;

  @Field(() => DisputeOutcomeEnum, { description: 'How it is decided.' })
  outcome!: DisputeOutcome;

  @Field(() => [ID], {
    nullable: true,
    description: 'Where it is upheld in part: the indicators of the merchant that are taken off, 1 to 200.',
  })
  indicatorIds?: string[] | null;

  @Field({ description: 'Why, at most 4,000 characters. Both sides read it: name nobody who reported.' })
  reason!: string;
}

@CheckedByService()
@InputType({ description: 'A ruling that another reviewer has proposed.' })
export class ApproveDisputeRulingInput {
  @Field(() => ID, { description: 'The ruling, as it stands.' })
  rulingId!: string;
}

@InputType('DisputeFilter', { description: 'Narrows a list of disputes. What is left out does not narrow.' })
export class DisputeFilterInput {
  @Field(() => [DisputePartEnum], {
    nullable: true,
    description: 'Only those in which you have one of these parts.',
  })
  @IsOptional()
  @ArrayMaxSize(DISPUTE_PARTS.length)
  parts?: DisputePart[] | null;

  @Field(() => [DisputeStatusEnum], { nullable: true, description: 'Only these.' })
  @IsOptional()
  @ArrayMaxSize(DISPUTE_STATUSES.length)
  statuses?: DisputeStatus[] | null;
}

@ArgsType()
export class DisputesArgs extends PageArgs {
  @Field(() => DisputeFilterInput, { nullable: true, description: 'Which; left out: every one you may see.' })
  filter?: DisputeFilterInput | null;
}
