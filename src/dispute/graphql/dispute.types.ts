import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, UserError, type UserErrorShape } from '../../graphql/index.js';
import type { DisputeAnswer, DisputeGrounds, DisputePart } from '../dispute.js';
import type { DisputeOutcome, DisputeStatus } from '../dispute-status.js';
import {
  DisputeAnswerEnum,
  DisputeGroundsEnum,
  DisputeOutcomeEnum,
  DisputePartEnum,
  DisputeStatusEnum,
} from './dispute.enums.js';

@ObjectType('OwnDisputeAnswer', { description: "Your own member's answer to a dispute of what it reported." })
export class OwnDisputeAnswerType {
  @Field(() => DisputeAnswerEnum, { description: 'The answer.' })
  answer!: DisputeAnswer;

  @Field({ description: 'What was said with it.' })
  statement!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  answeredAt!: Date;
}

@ObjectType('Dispute', {
  description:
    'A challenge of a listing. It tells neither who reported nor how many did, and who filed it only where that is yours to know.',
})
export class DisputeType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => DisputePartEnum, { description: 'What part your member has in it.' })
  part!: DisputePart;

  @Field(() => ID, {
    nullable: true,
    description:
      'The merchant whose listing is disputed, by the id under which it was disputed. Null for who reported it.',
  })
  merchantId!: string | null;

  @Field(() => [ID], { description: "Your own member's reports that it is about." })
  ownReportIds!: readonly string[];

  @Field(() => DisputeGroundsEnum, { description: 'On what it is disputed.' })
  grounds!: DisputeGrounds;

  @Field({ description: 'Why, in words.' })
  statement!: string;

  @Field(() => DisputeStatusEnum, { description: 'Where it stands.' })
  status!: DisputeStatus;

  @Field({ description: 'Whether it was appealed. A ruling after that is final.' })
  appealed!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was filed.' })
  filedAt!: Date;

  @Field(() => DateTimeScalar, {
    description:
      'By when it is to be answered: by your member where it reported, else by those who reported at first.',
  })
  answerBy!: Date;

  @Field(() => OwnDisputeAnswerType, {
    nullable: true,
    description: "Your own member's answer, where it reported and has answered.",
  })
  answer!: OwnDisputeAnswerType | null;

  @Field({
    description: 'Whether your member reported and did not answer in time: what it reported is off the list.',
  })
  lapsed!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when the ruling in force, or the default where nobody answered, stands.',
  })
  ruledAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was ruled so.' })
  rulingReason!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when it may be appealed; null where there is nothing to appeal.',
  })
  appealableUntil!: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The member that filed it: your own, or one that lets those who reported know. Else null.',
  })
  filedByMemberId!: string | null;

  @Field(() => String, { nullable: true, description: "The filer's own reference of its merchant." })
  ownReference!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who wrote in, where an analyst filed it for somebody.',
  })
  onBehalfOf!: string | null;
}

@ObjectType({ description: 'Disputes, newest first.' })
export class DisputeConnection extends connectionOf(DisputeType, 'Dispute') {}

@ObjectType('ReviewedAnswer', {
  description:
    'How one member that reported answered. Which member it is stands on its reports, where you may read them.',
})
export class ReviewedAnswerType {
  @Field(() => DisputeAnswerEnum, { nullable: true, description: 'The answer; null without one.' })
  answer!: DisputeAnswer | null;

  @Field(() => String, { nullable: true, description: 'What was said with it.' })
  statement!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered.' })
  answeredAt!: Date | null;

  @Field({ description: 'Whether its time is over without an answer: it has lost.' })
  lapsed!: boolean;

  @Field({
    description: 'Whether the member has left and is still waited for: an analyst may answer for it.',
  })
  inCare!: boolean;

  @Field(() => [ID], {
    description: 'Its reports that analysts may read. Others are read by breaking the glass.',
  })
  reportIds!: readonly string[];
}

@ObjectType('DisputeRuling', { description: 'A ruling that a reviewer has proposed.' })
export class DisputeRulingType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => DisputeOutcomeEnum, { description: 'How it decides the dispute.' })
  outcome!: DisputeOutcome;

  @Field({ description: 'Why. Both sides read it once it is in force.' })
  reason!: string;

  @Field({ description: 'Whether it was proposed on appeal.' })
  onAppeal!: boolean;

  @Field(() => ID, { description: 'Who proposed it.' })
  proposedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  proposedAt!: Date;

  @Field(() => Int, { description: 'How many people have still to approve it.' })
  approvalsNeeded!: number;
}

@ObjectType('DisputeReview', { description: 'All that reviewers decide a dispute from.' })
export class DisputeReviewType {
  @Field(() => DisputeType, { description: 'The dispute.' })
  dispute!: DisputeType;

  @Field(() => [ReviewedAnswerType], {
    description: 'How those who reported answered, one entry for each member.',
  })
  answers!: readonly ReviewedAnswerType[];

  @Field(() => [DisputeRulingType], { description: 'The rulings that were proposed, oldest first.' })
  rulings!: readonly DisputeRulingType[];

  @Field(() => String, { nullable: true, description: 'Why it was appealed; null where it was not.' })
  appealStatement!: string | null;
}

@ObjectType({ isAbstract: true })
abstract class DisputePayload {
  @Field(() => DisputeType, { nullable: true, description: 'The dispute; null when the input was refused.' })
  dispute!: DisputeType | null;

  @Field(() => [UserError], { description: 'The rules that the input broke; empty when it was taken.' })
  userErrors!: readonly UserErrorShape[];
}

@ObjectType({ description: 'The answer to fileDispute.' })
export class FileDisputePayload extends DisputePayload {}

@ObjectType({ description: 'The answer to answerDispute.' })
export class AnswerDisputePayload extends DisputePayload {}

@ObjectType({ description: 'The answer to answerDisputeInCare.' })
export class AnswerDisputeInCarePayload extends DisputePayload {}

@ObjectType({ description: 'The answer to appealDispute.' })
export class AppealDisputePayload extends DisputePayload {}

@ObjectType({ isAbstract: true })
abstract class RulingPayload {
  @Field(() => DisputeReviewType, {
    nullable: true,
    description: 'The dispute as reviewers see it; null when the input was refused.',
  })
  review!: DisputeReviewType | null;

  @Field(() => ID, { nullable: true, description: 'The ruling; null when the input was refused.' })
  rulingId!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many people have still to approve it: 0 once it is in force. Null when it was refused.',
  })
  approvalsNeeded!: number | null;

  @Field(() => [UserError], { description: 'The rules that the input broke; empty when it was taken.' })
  userErrors!: readonly UserErrorShape[];
}

@ObjectType({ description: 'The answer to ruleDispute.' })
export class RuleDisputePayload extends RulingPayload {}

@ObjectType({ description: 'The answer to approveDisputeRuling.' })
export class ApproveDisputeRulingPayload extends RulingPayload {}
