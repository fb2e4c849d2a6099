import { Field, ID, InputType } from '@nestjs/graphql';
import type { ReportBasis } from '../../config/index.js';
import { CheckedByService, DateScalar } from '../../graphql/index.js';
import type { Tlp } from '../handling.js';
import type { MerchantAction, PaymentMethod, ReportReason } from '../reason.js';
import type { ReportStatus } from '../report-status.js';
import {
  MerchantActionEnum,
  PaymentMethodEnum,
  ReportBasisEnum,
  ReportReasonEnum,
  ReportStatusEnum,
  TlpEnum,
} from './report.enums.js';
import { SubjectFields } from './subject.input.js';

@InputType({ description: 'Who may see what a report says, and pass it on.' })
export class HandlingInput {
  @Field(() => TlpEnum, { description: 'The level.' })
  tlp!: Tlp;

  @Field(() => ID, {
    nullable: true,
    description: 'A sharing group of your member; left out: the whole coalition.',
  })
  sharingGroupId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'With RED: the members that may see it, at most 50.' })
  namedMemberIds?: string[] | null;
}

@InputType({ description: 'What a report says: the merchant, and what was seen of it.' })
export class ReportInput extends SubjectFields {
  @Field(() => ReportReasonEnum, { description: 'The primary reason.' })
  reason!: ReportReason;

  @Field(() => ReportBasisEnum, { description: 'On what the report rests.' })
  basis!: ReportBasis;

  @Field(() => String, {
    nullable: true,
    description:
      "The reference of what it rests on, such as a CyberTipline report's number: reports with one reference are one source. At most 100 characters.",
  })
  externalReference?: string | null;

  @Field(() => [PaymentMethodEnum], { description: 'How the seller was paid: at least one way.' })
  paymentMethods!: PaymentMethod[];

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it was seen.' })
  observedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day on which it was seen.' })
  observedTo?: string | null;

  @Field(() => MerchantActionEnum, {
    nullable: true,
    description: 'What the member has done about the merchant.',
  })
  actionTaken?: MerchantAction | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether a child is at risk now: then whoever serves the merchant is told at once. Default: false.',
  })
  childAtRisk?: boolean | null;

  @Field(() => HandlingInput, { description: 'Who may see it.' })
  handling!: HandlingInput;

  @Field(() => String, {
    nullable: true,
    description:
      'What an analyst should know, at most 2,000 characters. Never shown to other members. No card numbers; of web addresses only the host is kept.',
  })
  narrative?: string | null;
}

@InputType({ description: 'A report to take.' })
@CheckedByService()
export class SubmitReportInput {
  @Field({
    description:
      'Your own reference of the report, at most 100 characters. Sent again with the same content it is the same report; with other content it is refused.',
  })
  clientReference!: string;

  @Field(() => ReportInput, { description: 'What it says.' })
  report!: ReportInput;
}

@InputType({ description: 'A report said anew.' })
@CheckedByService()
export class CorrectReportInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => ReportInput, { description: 'What it says now, in full.' })
  report!: ReportInput;
}

@InputType({ description: 'A report to take back.' })
@CheckedByService()
export class WithdrawReportInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field({ description: 'Why, at most 1,000 characters.' })
  reason!: string;
}

@InputType({ description: 'A report to accept.' })
@CheckedByService()
export class AcceptReportInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => String, { nullable: true, description: 'A note for the record, at most 1,000 characters.' })
  note?: string | null;
}

@InputType({ description: 'A question about a report to its reporter.' })
@CheckedByService()
export class RequestReportInformationInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field({ description: 'The question, at most 1,000 characters.' })
  question!: string;
}

@InputType({ description: 'A report to reject.' })
@CheckedByService()
export class RejectReportInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field({ description: 'Why, at most 1,000 characters.' })
  reason!: string;
}

@InputType('ReportFilter', { description: 'Which reports to list. A field left out does not narrow.' })
export class ReportFilterInput {
  @Field(() => [ReportStatusEnum], { nullable: true, description: 'In one of these states.' })
  status?: ReportStatus[] | null;

  @Field(() => String, { nullable: true, description: 'With this client reference.' })
  clientReference?: string | null;

  @Field(() => [ReportReasonEnum], { nullable: true, description: 'For one of these reasons.' })
  reason?: ReportReason[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this member.' })
  memberId?: string | null;
}
