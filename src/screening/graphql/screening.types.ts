import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, UserError, type UserErrorShape } from '../../graphql/index.js';
import type { IdentifierType } from '../../identifier/index.js';
import {
  type Confidence,
  ConfidenceEnum,
  type Purpose,
  PurposeEnum,
  type SourceBand,
  SourceBandEnum,
} from '../../indicator/index.js';
import type { FieldEvidence, Tier } from '../../matching/index.js';
import { IdentifierTypeEnum, type ReportReason, ReportReasonEnum } from '../../report/index.js';
import type { ScreeningOutcome } from '../screening.js';
import { FieldEvidenceKindEnum, MatchTierEnum, ScreeningOutcomeEnum } from './screening.enums.js';

@ObjectType('FieldEvidence', {
  description: 'How one of your fields agrees with a listed merchant. It holds no value but your own.',
})
export class FieldEvidenceType {
  @Field({ description: 'The path of your field, e.g. `identifiers.0.value`.' })
  field!: string;

  @Field(() => IdentifierTypeEnum, { description: 'What the field is.' })
  type!: IdentifierType;

  @Field(() => FieldEvidenceKindEnum, { description: 'How it agrees.' })
  evidence!: FieldEvidence;

  @Field({
    description: 'Your own value, as values are shown: hosts defanged, accounts and personal numbers masked.',
  })
  yours!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The indicator that agrees; null where the field conflicts.',
  })
  indicatorId!: string | null;

  @Field({ description: 'The same in words.' })
  explanation!: string;
}

@ObjectType('MisusedIdentity', {
  description:
    'A field of yours that names a firm whose identity others have misused: a marker, and never a hit. Make sure with whom you deal: the firm is a victim.',
})
export class MisusedIdentityType {
  @Field({ description: 'The path of your field, e.g. `identifiers.0.value`.' })
  field!: string;

  @Field(() => IdentifierTypeEnum, { description: 'What the field is.' })
  type!: IdentifierType;

  @Field({
    description: 'Your own value, as values are shown: hosts defanged, accounts and personal numbers masked.',
  })
  yours!: string;

  @Field(() => DateTimeScalar, { description: 'When the marker ends.' })
  validUntil!: Date;
}

@ObjectType('ScreeningMatch', { description: 'A listed merchant that may be yours. A lead, not a verdict.' })
export class ScreeningMatchType {
  @Field(() => ID, { description: 'The listed merchant.' })
  merchantId!: string;

  @Field(() => MatchTierEnum, { description: 'How well the two agree.' })
  tier!: Tier;

  @Field(() => [ReportReasonEnum], { description: 'For what it is listed, gravest first.' })
  reasons!: readonly ReportReason[];

  @Field(() => [FieldEvidenceType], {
    description: 'Field by field, in the order of your input: what agrees or conflicts.',
  })
  evidence!: readonly FieldEvidenceType[];

  @Field(() => [String], { description: 'What would rule the match out, or how to find out.' })
  ruleOut!: readonly string[];

  @Field(() => ConfidenceEnum, { description: 'How sure the coalition is of the listing.' })
  confidence!: Confidence;

  @Field(() => SourceBandEnum, { description: 'How many members reported independently, besides one.' })
  sources!: SourceBand;

  @Field({
    description: 'Whether the listing is challenged. It may end soon: look twice before you act on it.',
  })
  disputed!: boolean;
}

@ObjectType('Screening', { description: 'A question about one merchant, with the answer as it was given.' })
export class ScreeningType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field({ description: 'Your own reference of the merchant; empty where one that was refused is not kept.' })
  ref!: string;

  @Field(() => PurposeEnum, { description: 'Why you asked.' })
  purpose!: Purpose;

  @Field(() => ScreeningOutcomeEnum, { description: 'What it came to.' })
  outcome!: ScreeningOutcome;

  @Field(() => MatchTierEnum, { description: 'The best of the matches; NONE without.' })
  tier!: Tier;

  @Field(() => [ScreeningMatchType], {
    description: 'Listed merchants that may be yours, best first, at most 25.',
  })
  matches!: readonly ScreeningMatchType[];

  @Field(() => [MisusedIdentityType], {
    description:
      'What of yours names a firm whose identity was misused. It plays no part in outcome and tier.',
  })
  markers!: readonly MisusedIdentityType[];

  @Field(() => [UserError], {
    description: 'Why the merchant was not looked up; paths are those inside its own input.',
  })
  refusals!: readonly UserErrorShape[];

  @Field(() => DateTimeScalar, { description: 'When it was answered.' })
  screenedAt!: Date;

  @Field({ description: 'What an answer is, and is not.' })
  notice!: string;
}

@ObjectType({ description: 'Screenings of your own member, newest first.' })
export class ScreeningConnection extends connectionOf(ScreeningType, 'Screening') {}

@ObjectType({ description: 'What became of `screenMerchants`.' })
export class ScreenMerchantsPayload {
  @Field(() => [ScreeningType], { description: 'One for each merchant, in the order of the input.' })
  screenings!: readonly ScreeningType[];

  @Field(() => [UserError], { description: 'Why the request as a whole was refused.' })
  userErrors!: readonly UserErrorShape[];
}
