import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { CheckedByService, PageArgs } from '../../graphql/index.js';
import { ALERT_KINDS, type AlertKind, URGENCIES, type Urgency } from '../alert.js';
import { ALERT_STATUSES, type AlertStatus } from '../alert-status.js';
import { AlertKindEnum, AlertStatusEnum, UrgencyEnum } from './alert.enums.js';

@InputType('AlertFilter', { description: 'Narrows a list of alerts. What is left out does not narrow.' })
export class AlertFilterInput {
  @Field(() => [AlertStatusEnum], { nullable: true, description: 'Only these.' })
  @IsOptional()
  @ArrayMaxSize(ALERT_STATUSES.length)
  statuses?: AlertStatus[] | null;

  @Field(() => [AlertKindEnum], { nullable: true, description: 'Only what is about these.' })
  @IsOptional()
  @ArrayMaxSize(ALERT_KINDS.length)
  kinds?: AlertKind[] | null;

  @Field(() => [UrgencyEnum], { nullable: true, description: 'Only what is so urgent.' })
  @IsOptional()
  @ArrayMaxSize(URGENCIES.length)
  urgencies?: Urgency[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what is overdue, or only what is not.' })
  @IsOptional()
  overdue?: boolean | null;
}

@ArgsType()
export class AlertsArgs extends PageArgs {
  @Field(() => AlertFilterInput, { nullable: true, description: 'Which; left out: all.' })
  filter?: AlertFilterInput | null;
}

@CheckedByService()
@InputType({ description: 'An alert that your member has read.' })
export class AcknowledgeAlertInput {
  @Field(() => ID, { description: 'The alert.' })
  alertId!: string;
}
