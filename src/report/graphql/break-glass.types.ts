import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsString } from 'class-validator';
import { type CoalitionPurpose, CoalitionPurposeEnum } from '../../access/index.js';
import type { Role } from '../../common/actor.js';
import { toGlobalId } from '../../common/id.js';
import {
  connectionOf,
  DateTimeScalar,
  describedEnum,
  UserError,
  type UserErrorShape,
} from '../../graphql/index.js';
import { RoleEnum } from '../../member/index.js';
import { type BreakGlass, type BreakGlassStatus, missingOffices } from '../break-glass/break-glass.js';

export const BreakGlassStatusEnum = describedEnum<BreakGlassStatus>(
  'BreakGlassStatus',
  'Where a request to read what is closed stands.',
  {
    ASKED: 'It waits for an admin and an analyst of the coalition, for a day at most.',
    OPEN: 'The one who asked may read the report, for an hour at most.',
    ENDED: 'The hour is over.',
    CLOSED: 'It was closed before its time.',
    LAPSED: 'A day went by without both approvals.',
  },
);

@ObjectType('BreakGlassApproval', { description: 'One approval of a request to read what is closed.' })
export class BreakGlassApprovalType {
  @Field(() => ID, { description: 'The user who approved.' })
  by!: string;

  @Field(() => [RoleEnum], { description: 'What the user was when approving.' })
  roles!: readonly Role[];

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;
}

@ObjectType('BreakGlass', {
  description:
    "An analyst's request to read a report that is closed to analysts. Once it is over, the reporter's member admins see it too.",
})
export class BreakGlassType {
  @Field(() => ID, { description: 'The request.' })
  id!: string;

  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => ID, { description: 'The analyst who asked, and who alone may read.' })
  askedBy!: string;

  @Field(() => CoalitionPurposeEnum, { description: 'What for.' })
  purpose!: CoalitionPurpose;

  @Field({ description: 'Why it has to be read.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  askedAt!: Date;

  @Field(() => BreakGlassStatusEnum, { description: 'Where it stands.' })
  status!: BreakGlassStatus;

  @Field(() => [BreakGlassApprovalType], { description: 'Who has approved it, first to last.' })
  approvals!: readonly Readonly<BreakGlassApprovalType>[];

  @Field(() => [RoleEnum], {
    description: 'Of which offices another person still has to approve; empty once it was opened.',
  })
  awaits!: readonly Role[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was opened.' })
  openedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the hour is over.' })
  endsAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed before its time.' })
  closedAt!: Date | null;

  @Field(() => Int, { description: 'How often the report was read by it.' })
  reads!: number;
}

@ObjectType({ description: 'Requests to read what is closed, newest first.' })
export class BreakGlassConnection extends connectionOf(BreakGlassType, 'BreakGlass') {}

@InputType({ description: 'A request to read a report that is closed to analysts.' })
export class RequestBreakGlassInput {
  @Field(() => ID, { description: 'The report.' })
  @IsString()
  reportId!: string;

  @Field(() => CoalitionPurposeEnum, { description: 'What for.' })
  @IsString()
  purpose!: CoalitionPurpose;

  @Field({
    description:
      "Why it has to be read, at most 1,000 characters. The approvers see it, and afterwards the reporter's member.",
  })
  @IsString()
  reason!: string;
}

@InputType({ description: 'An approval of a request to read what is closed.' })
export class ApproveBreakGlassInput {
  @Field(() => ID, { description: 'The request.' })
  @IsString()
  breakGlassId!: string;
}

@InputType({ description: 'The end of a request to read what is closed.' })
export class CloseBreakGlassInput {
  @Field(() => ID, { description: 'The request.' })
  @IsString()
  breakGlassId!: string;
}

@ObjectType({ isAbstract: true })
abstract class BreakGlassPayload {
  @Field(() => BreakGlassType, {
    nullable: true,
    description: 'The request as it stands now; null when refused.',
  })
  breakGlass!: Readonly<BreakGlassType> | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: readonly UserErrorShape[];
}

@ObjectType({ description: 'The answer to requestBreakGlass.' })
export class RequestBreakGlassPayload extends BreakGlassPayload {}

@ObjectType({ description: 'The answer to approveBreakGlass.' })
export class ApproveBreakGlassPayload extends BreakGlassPayload {}

@ObjectType({ description: 'The answer to closeBreakGlass.' })
export class CloseBreakGlassPayload extends BreakGlassPayload {}

/** A request as the schema has it. */
export function toBreakGlass(glass: BreakGlass): Readonly<BreakGlassType> {
  const { purpose, reason, askedAt, status, approvals, openedAt, endsAt, closedAt, reads } = glass;
  return {
    id: toGlobalId('breakGlass', glass.id),
    reportId: toGlobalId('report', glass.reportId),
    askedBy: toGlobalId('user', glass.askedBy),
    purpose,
    reason,
    askedAt,
    status,
    approvals: approvals.map(({ by, roles, at }) => ({ by: toGlobalId('user', by), roles, at })),
    awaits: status === 'ASKED' ? missingOffices(approvals) : [],
    openedAt,
    endsAt,
    closedAt,
    reads,
  };
}
