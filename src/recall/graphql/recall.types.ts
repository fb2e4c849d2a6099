import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AlertType } from '../../alert/index.js';
import type { RecallId } from '../../common/id.js';
import { connectionOf, DateTimeScalar, UserError, type UserErrorShape } from '../../graphql/index.js';
import type { IdentifierType } from '../../identifier/index.js';
import { IdentifierTypeEnum } from '../../report/index.js';
import type { RecallReason } from '../recall-reason.js';
import { RecallReasonEnum } from './recall.enums.js';

@ObjectType('RecalledIndicator', { description: 'An indicator that your member received, as it was shown.' })
export class RecalledIndicatorType {
  @Field(() => ID, { description: 'Its id.' })
  indicatorId!: string;

  @Field(() => IdentifierTypeEnum, { description: 'What it is.' })
  type!: IdentifierType;

  @Field(() => String, {
    nullable: true,
    description: 'Within what the value is unique, where that was told.',
  })
  scope!: string | null;

  @Field({ description: 'The value: a host defanged, accounts and personal numbers masked.' })
  display!: string;
}

@ObjectType({ description: 'Recalled indicators, in an order that tells nothing.' })
export class RecalledIndicatorConnection extends connectionOf(RecalledIndicatorType, 'RecalledIndicator') {}

@ObjectType('Recall', {
  description:
    'The withdrawal of something that your member received, by whatever way: what rests on it is to be put right. It tells neither who reported nor why it is withdrawn.',
})
export class RecallType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => RecallReasonEnum, { description: 'Why it is recalled.' })
  reason!: RecallReason;

  @Field(() => ID, {
    nullable: true,
    description: 'The merchant that it was about. Null where your member lost sight of several at once.',
  })
  merchantId!: string | null;

  @Field(() => AlertType, { description: 'The news of it, with its deadlines and how far your member is.' })
  alert!: AlertType;

  /** Not part of the schema: for its list of indicators. */
  recallId!: RecallId;
}

@ObjectType({ description: 'Recalls, newest first.' })
export class RecallConnection extends connectionOf(RecallType, 'Recall') {}

@ObjectType({ description: 'The answer to closeRecall.' })
export class CloseRecallPayload {
  @Field(() => RecallType, { nullable: true, description: 'The recall; null when there is none such.' })
  recall!: RecallType | null;

  @Field(() => [UserError], { description: 'The rules that the input broke; empty when it was taken.' })
  userErrors!: readonly UserErrorShape[];
}

@ObjectType('WaitingRecipient', { description: 'A member that has not acknowledged a recall.' })
export class WaitingRecipientType {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field({ description: 'Its name.' })
  memberName!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was handed the recall.' })
  deliveredAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'By when it is to acknowledge.' })
  acknowledgeBy!: Date;
}

@ObjectType({ description: 'Members that have not acknowledged, those first that should have first.' })
export class WaitingRecipientConnection extends connectionOf(WaitingRecipientType, 'WaitingRecipient') {}

@ObjectType('RecallProgress', {
  description: 'What has become of a recall. What is recalled it does not tell.',
})
export class RecallProgressType {
  @Field(() => ID, { description: 'The recall.' })
  id!: string;

  @Field(() => RecallReasonEnum, { description: 'Why it is recalled.' })
  reason!: RecallReason;

  @Field(() => DateTimeScalar, { description: 'When it was withdrawn.' })
  withdrawnAt!: Date;

  @Field({ description: 'Whether everyone who had received it is told.' })
  settled!: boolean;

  @Field(() => Int, { description: 'How many members had received it.' })
  recipients!: number;

  @Field(() => Int, { description: 'How many of them were handed the recall.' })
  delivered!: number;

  @Field(() => Int, { description: 'How many of them have acknowledged it.' })
  acknowledged!: number;

  @Field(() => Int, { description: 'How many of them are past a deadline of theirs.' })
  overdue!: number;

  /** Not part of the schema: for its list of who has not acknowledged. */
  recallId!: RecallId;
}

@ObjectType({ description: 'Recalls that somebody has still to acknowledge, oldest first.' })
export class RecallProgressConnection extends connectionOf(RecallProgressType, 'RecallProgress') {}
