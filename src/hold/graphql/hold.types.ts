import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, UserError, type UserErrorShape } from '../../graphql/index.js';
import type { IdentifierType } from '../../identifier/index.js';
import { IdentifierTypeEnum } from '../../report/index.js';
import type { HoldStatus } from '../hold-status.js';
import { HoldStatusEnum } from './hold.enums.js';

@ObjectType('HeldIdentifier', { description: 'An identifier that a hold names.' })
export class HeldIdentifierType {
  @Field(() => IdentifierTypeEnum, { description: 'What it is.' })
  type!: IdentifierType;

  @Field(() => String, { nullable: true, description: 'Within what the value is unique.' })
  scope!: string | null;

  @Field({ description: 'The value: a host defanged, accounts and personal numbers masked.' })
  display!: string;
}

@ObjectType('HoldStep', { description: "One step of a hold's history." })
export class HoldStepType {
  @Field(() => HoldStatusEnum, { description: 'Where it stood from then on.' })
  status!: HoldStatus;

  @Field(() => DateTimeScalar, { description: 'The end of its term from then on.' })
  until!: Date;

  @Field(() => String, { nullable: true, description: 'Why; null where the term ended by the clock.' })
  reason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;
}

@ObjectType('Hold', {
  description:
    "Law enforcement's request that nobody act: what it names looks, on every path, like a merchant that nobody has reported. It is the same whether or not anyone has.",
})
export class HoldType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => HoldStatusEnum, { description: 'Where it stands.' })
  status!: HoldStatus;

  @Field(() => ID, { description: 'The member that asked for it.' })
  memberId!: string;

  @Field({ description: 'Why it was asked for.' })
  reason!: string;

  @Field(() => [HeldIdentifierType], { description: 'What it names. Empty where it names a merchant.' })
  identifiers!: readonly HeldIdentifierType[];

  @Field(() => ID, { nullable: true, description: 'The merchant that an analyst named.' })
  merchantId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  placedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When its term ends, and it goes into review.' })
  until!: Date;

  @Field(() => DateTimeScalar, { description: 'Behind this no review extends it.' })
  extendableUntil!: Date;

  @Field(() => [HoldStepType], { description: 'What happened to it, oldest first.' })
  history!: readonly HoldStepType[];
}

@ObjectType({ description: 'Holds, newest first.' })
export class HoldConnection extends connectionOf(HoldType, 'Hold') {}

@ObjectType('HoldCoverage', {
  description: 'What a hold hides now, of all that is reported. It follows within about a second.',
})
export class HoldCoverageType {
  @Field(() => [ID], {
    description: 'The merchants, at most 100, those first of which it covers most reports.',
  })
  merchantIds!: readonly string[];

  @Field(() => Int, { description: 'How many merchants it hides.' })
  merchantCount!: number;

  @Field(() => Int, { description: 'How many reports give what it names.' })
  reportCount!: number;
}

@ObjectType({ isAbstract: true })
abstract class HoldPayload {
  @Field(() => HoldType, { nullable: true, description: 'The hold; null when the input was refused.' })
  hold!: HoldType | null;

  @Field(() => [UserError], { description: 'The rules that the input broke; empty when it was taken.' })
  userErrors!: readonly UserErrorShape[];
}

@ObjectType({ description: 'The answer to placeHold. The same whether or not anyone knew the merchant.' })
export class PlaceHoldPayload extends HoldPayload {}

@ObjectType({ description: 'The answer to activateHold.' })
export class ActivateHoldPayload extends HoldPayload {}

@ObjectType({ description: 'The answer to reviewHold.' })
export class ReviewHoldPayload extends HoldPayload {}

@ObjectType({ description: 'The answer to extendHold.' })
export class ExtendHoldPayload extends HoldPayload {}

@ObjectType({ description: 'The answer to approveHoldRelease.' })
export class ApproveHoldReleasePayload extends HoldPayload {
  @Field(() => Int, {
    nullable: true,
    description: 'How many analysts have still to approve: 0 once it is lifted. Null when it was refused.',
  })
  approvalsNeeded!: number | null;
}
