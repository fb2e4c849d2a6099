import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar } from '../../graphql/index.js';
import type { ApartReason } from '../../matching/index.js';
import { ReviewDecisionType } from './decision.types.js';
import { ApartReasonEnum } from './review.enums.js';

@ObjectType({ description: 'One of the two merchants of a possible match, in a list.' })
export class PossibleMatchSide {
  @Field(() => ID, { description: 'The merchant as it is now.' })
  merchantId!: string;

  @Field(() => ID, { description: 'The report of it that the engine compared.' })
  reportId!: string;

  @Field(() => String, { nullable: true, description: 'A name that this report gives.' })
  name!: string | null;

  @Field(() => Int, { description: "The merchant's reports that stand." })
  reportCount!: number;
}

@ObjectType({ isAbstract: true })
abstract class PossibleMatchBase {
  @Field(() => ID, { description: 'Its id, for decideMatch.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'Since when it waits for a person.' })
  since!: Date;

  @Field({
    description: 'How well the two agree as a whole: STRONG, PROBABLE, POSSIBLE or NONE (MatchTier).',
  })
  tier!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'log2 likelihood ratio: each 1 doubles the odds that they are one. Null without a score.',
  })
  score!: number | null;

  @Field(() => ApartReasonEnum, { description: 'Why they were not joined without a person.' })
  reason!: ApartReason | 'NAME';

  @Field({ description: 'The model that compared them.' })
  modelVersion!: string;
}

@ObjectType('PossibleMatch', { description: 'Two merchants that may be one: for an analyst to decide.' })
export class PossibleMatchType extends PossibleMatchBase {
  @Field(() => PossibleMatchSide, { description: 'One of the two.' })
  left!: PossibleMatchSide;

  @Field(() => PossibleMatchSide, { description: 'The other.' })
  right!: PossibleMatchSide;
}

@ObjectType({ description: 'Possible matches in the order asked for.' })
export class PossibleMatchConnection extends connectionOf(PossibleMatchType, 'PossibleMatch') {}

@ObjectType('ReviewedValue', {
  description: 'One value that reports of a merchant give, as it may be shown.',
})
export class ReviewedValueType {
  @Field({ description: 'What it is (IdentifierType).' })
  type!: string;

  @Field(() => String, { nullable: true, description: 'Within what the value is unique.' })
  scope!: string | null;

  @Field({ description: 'The value: hosts defanged, accounts and personal numbers masked.' })
  display!: string;

  @Field(() => Int, { description: 'How many of the reports shown give it.' })
  reportCount!: number;
}

@ObjectType('ReviewedReport', { description: 'A report of a merchant under review. More of it: report(id).' })
export class ReviewedReportType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field({ description: 'Its primary reason (ReportReason).' })
  reason!: string;

  @Field({ description: 'On what it rests (ReportBasis).' })
  basis!: string;

  @Field({ description: 'Where it stands (ReportStatus).' })
  status!: string;

  @Field(() => DateTimeScalar, { description: 'When it came.' })
  receivedAt!: Date;
}

@ObjectType('ReviewedMerchant', { description: 'One side of a possible match, with what its reports say.' })
export class ReviewedMerchantType {
  @Field(() => ID, { description: 'The merchant as it is now.' })
  id!: string;

  @Field(() => Int, { description: 'Its reports that stand, those included that are not shown.' })
  reportCount!: number;

  @Field(() => [ReviewedReportType], {
    description: 'Its reports, at most 50: the one that was compared, then the newest.',
  })
  reports!: readonly ReviewedReportType[];

  @Field(() => [ReviewedValueType], { description: 'Names and descriptors, the most frequent first.' })
  names!: readonly ReviewedValueType[];

  @Field(() => [ReviewedValueType], { description: 'Addresses, the most frequent first.' })
  addresses!: readonly ReviewedValueType[];

  @Field(() => [ReviewedValueType], { description: 'Everything else, the most frequent first.' })
  identifiers!: readonly ReviewedValueType[];
}

@ObjectType({
  description: 'How strongly one field speaks for one merchant or for two. The bars add up to the score.',
})
export class EvidenceBar {
  @Field({ description: 'The field, or the group of fields that repeat one fact.' })
  field!: string;

  @Field({ description: 'How it agrees.' })
  level!: string;

  @Field(() => Float, { description: 'log2 likelihood ratio: above 0 for one merchant, below for two.' })
  bits!: number;

  @Field({ description: 'The same in words.' })
  explanation!: string;
}

@ObjectType({ description: 'What both sides say of one field, as their reports have it now.' })
export class EvidenceAgreement {
  @Field({ description: 'The field, such as IBAN or DOMAIN_HOST.' })
  field!: string;

  @Field(() => [String], { description: 'The values of the left side.' })
  left!: readonly string[];

  @Field(() => [String], { description: 'The values of the right side.' })
  right!: readonly string[];
}

@ObjectType({ description: 'A field that both sides state, and differently.' })
export class EvidenceDifference extends EvidenceAgreement {
  @Field({
    description:
      'Whether a merchant has only one of the kind: then it rules the match out, unless it is wrong.',
  })
  exclusive!: boolean;
}

@ObjectType({ description: 'On what the engine went.' })
export class PossibleMatchEvidence {
  @Field(() => [EvidenceBar], { description: 'The score by field; empty where the model gave none.' })
  bars!: readonly EvidenceBar[];

  @Field(() => [EvidenceAgreement], { description: 'What agrees.' })
  agreeing!: readonly EvidenceAgreement[];

  @Field(() => [EvidenceDifference], { description: 'What differs.' })
  differing!: readonly EvidenceDifference[];
}

@ObjectType('ComparedMatch', { description: 'A possible match side by side, with the evidence.' })
export class ComparedMatchType extends PossibleMatchBase {
  @Field(() => ReviewedMerchantType, { description: 'One of the two.' })
  left!: ReviewedMerchantType;

  @Field(() => ReviewedMerchantType, { description: 'The other; the same merchant once they were joined.' })
  right!: ReviewedMerchantType;

  @Field(() => PossibleMatchEvidence, { description: 'On what the engine went.' })
  evidence!: PossibleMatchEvidence;

  @Field({ description: 'Whether the engine still asks: false once what is known of the two has changed.' })
  stands!: boolean;

  @Field(() => [ReviewDecisionType], { description: 'What was decided about it, newest first, at most 20.' })
  decisions!: readonly ReviewDecisionType[];
}
