import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, UserError, type UserErrorShape } from '../../graphql/index.js';
import type { AlertKind, Urgency } from '../alert.js';
import type { AlertStatus } from '../alert-status.js';
import { AlertKindEnum, AlertStatusEnum, UrgencyEnum } from './alert.enums.js';

@ObjectType('Alert', {
  description:
    'News for your member. What it is about stands in the field of its kind; null there once it is over.',
})
export class AlertType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => AlertKindEnum, { description: 'What it is about.' })
  kind!: AlertKind;

  @Field(() => UrgencyEnum, { description: 'How soon it is to be acted on.' })
  urgency!: Urgency;

  @Field(() => AlertStatusEnum, { description: 'Where it stands.' })
  status!: AlertStatus;

  @Field(() => DateTimeScalar, { description: 'When it was raised.' })
  raisedAt!: Date;

  @Field(() => DateTimeScalar, {
    description: "By when it is to be acknowledged, by the business days of your member's country.",
  })
  acknowledgeBy!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'By when it is to be acted on; null where reading it is all that is asked.',
  })
  actBy!: Date | null;

  @Field({ description: 'Whether one of the two is past and what it asks for is not done.' })
  overdue!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was first handed to somebody, or a machine, of your member.',
  })
  deliveredAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When your member acknowledged it.' })
  acknowledgedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When nothing waited any more.' })
  closedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was put before the coalition's analysts, for it was overdue.",
  })
  escalatedAt!: Date | null;

  /** What it is about: for the parts that add the field of its kind. Not in the schema. */
  objectId!: string;
}

@ObjectType({ description: 'News for your member, the critical first, then the newest.' })
export class AlertConnection extends connectionOf(AlertType, 'Alert') {}

@ObjectType({ description: 'The answer to acknowledgeAlert.' })
export class AcknowledgeAlertPayload {
  @Field(() => AlertType, {
    nullable: true,
    description: 'The alert; null when the input was refused.',
  })
  alert!: AlertType | null;

  @Field(() => [UserError], { description: 'The rules that the input broke; empty when it was taken.' })
  userErrors!: readonly UserErrorShape[];
}

@ObjectType('EscalatedAlerts', { description: 'What one member lets lie, of one kind.' })
export class EscalatedAlertsType {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field({ description: 'Its name.' })
  memberName!: string;

  @Field(() => AlertKindEnum, { description: 'What the alerts are about.' })
  kind!: AlertKind;

  @Field(() => UrgencyEnum, { description: 'How urgent they are.' })
  urgency!: Urgency;

  @Field(() => Int, { description: 'How many are overdue, 1 or more.' })
  count!: number;

  @Field(() => DateTimeScalar, { description: 'Since when the first of them has been overdue.' })
  since!: Date;
}
