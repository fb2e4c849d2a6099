import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ReportBasis } from '../../config/index.js';
import {
  connectionOf,
  DateScalar,
  DateTimeScalar,
  UserError,
  type UserErrorShape,
} from '../../graphql/index.js';
import type { IdentifierType, Strength } from '../../identifier/index.js';
import type { Tlp } from '../handling.js';
import type { MerchantAction, PaymentMethod, ReportReason } from '../reason.js';
import type { ReportStatus } from '../report-status.js';
import {
  IdentifierTypeEnum,
  MerchantActionEnum,
  PaymentMethodEnum,
  ReportBasisEnum,
  ReportReasonEnum,
  ReportStatusEnum,
  StrengthEnum,
  TlpEnum,
} from './report.enums.js';

@ObjectType({
  description: 'An identifier as a report names it. Seen by its own member and the readers of reports only.',
})
export class ReportedIdentifier {
  @Field(() => IdentifierTypeEnum, { description: 'What it is.' })
  type!: IdentifierType;

  @Field(() => String, { nullable: true, description: 'Within what the value is unique.' })
  scope!: string | null;

  @Field({ description: 'As it was typed.' })
  value!: string;

  @Field({ description: 'As it is compared.' })
  normalForm!: string;

  @Field({
    description: 'As other members would see it: hosts defanged, accounts and personal numbers masked.',
  })
  display!: string;

  @Field(() => StrengthEnum, { description: 'What a match on it alone may do.' })
  strength!: Strength;
}

@ObjectType({ description: 'Who may see a report and pass it on, as its reporter set it.' })
export class ReportHandling {
  @Field(() => TlpEnum, { description: 'The level.' })
  tlp!: Tlp;

  @Field(() => ID, { nullable: true, description: 'The sharing group; null: the whole coalition.' })
  sharingGroupId!: string | null;

  @Field(() => [ID], { description: 'With RED: the members named.' })
  namedMemberIds!: string[];
}

@ObjectType({ description: 'Something that was taken, but not as it was given.' })
export class ReportNoticeType {
  @Field({ description: 'What happened: URL_PATH_DROPPED, FACILITATOR_PREFIX_SPLIT or LOCATION_SPLIT.' })
  code!: string;

  @Field(() => [String], { description: 'The path inside the report.' })
  field!: readonly string[];

  @Field({ description: 'The same in words.' })
  message!: string;
}

@ObjectType({ description: "One step of a report's life." })
export class ReportStatusChange {
  @Field(() => ReportStatusEnum, { description: 'Where it stood from then on.' })
  status!: ReportStatus;

  @Field(() => Int, { description: 'The version of the report at that time.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'The reason, question or note that went with it.' })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;
}

@ObjectType('Report', {
  description:
    "One member's statement that a merchant account took payment for CSAM. Never edited: corrected by a new version, or withdrawn.",
})
export class ReportType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'The member that reported.' })
  memberId!: string;

  @Field({ description: "The member's own reference." })
  clientReference!: string;

  @Field(() => ReportStatusEnum, { description: 'Where it stands.' })
  status!: ReportStatus;

  @Field(() => Int, { description: 'Its present version, from 1.' })
  version!: number;

  @Field(() => ReportReasonEnum, { description: 'The primary reason.' })
  reason!: ReportReason;

  @Field(() => ReportBasisEnum, { description: 'On what it rests.' })
  basis!: ReportBasis;

  @Field(() => String, { nullable: true, description: 'The reference of what it rests on.' })
  externalReference!: string | null;

  @Field(() => [PaymentMethodEnum], { description: 'How the seller was paid.' })
  paymentMethods!: readonly PaymentMethod[];

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it was seen.' })
  observedFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day on which it was seen.' })
  observedTo!: string | null;

  @Field(() => [ReportedIdentifier], {
    description: 'Names, addresses, persons and identifiers of the merchant.',
  })
  identifiers!: readonly ReportedIdentifier[];

  @Field(() => MerchantActionEnum, {
    nullable: true,
    description: 'What the member has done about the merchant.',
  })
  actionTaken!: MerchantAction | null;

  @Field({ description: 'Whether a child is at risk now.' })
  childAtRisk!: boolean;

  @Field(() => ReportHandling, { description: 'Who may see it.' })
  handling!: ReportHandling;

  @Field(() => String, { nullable: true, description: 'What an analyst should know.' })
  narrative!: string | null;

  @Field(() => [ReportNoticeType], { description: 'What was taken, but not as it was given.' })
  notices!: readonly ReportNoticeType[];

  @Field(() => [ReportStatusChange], { description: 'The steps of its life, oldest first.' })
  history!: readonly ReportStatusChange[];

  @Field(() => DateTimeScalar, { description: 'When it was taken.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it last changed.' })
  changedAt!: Date;
}

@ObjectType({ description: 'Reports, newest first.' })
export class ReportConnection extends connectionOf(ReportType, 'Report') {}

/** Every mutation on one report answers alike; each has a type of its own, so that it can grow on its own. */
@ObjectType({ isAbstract: true })
abstract class ReportPayload {
  @Field(() => ReportType, { nullable: true, description: 'The report; null when the input was refused.' })
  report!: ReportType | null;

  @Field(() => [UserError], { description: 'The rules that the input broke; empty when it was taken.' })
  userErrors!: readonly UserErrorShape[];
}

@ObjectType({ description: 'The answer to submitReport. The same whether or not anyone knew the merchant.' })
export class SubmitReportPayload extends ReportPayload {}

@ObjectType({ description: 'The answer to correctReport.' })
export class CorrectReportPayload extends ReportPayload {}

@ObjectType({ description: 'The answer to withdrawReport.' })
export class WithdrawReportPayload extends ReportPayload {}

@ObjectType({ description: 'The answer to acceptReport.' })
export class AcceptReportPayload extends ReportPayload {}

@ObjectType({ description: 'The answer to requestReportInformation.' })
export class RequestReportInformationPayload extends ReportPayload {}

@ObjectType({ description: 'The answer to rejectReport.' })
export class RejectReportPayload extends ReportPayload {}
