import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { toGlobalId } from '../../common/id.js';
import {
  CheckedByService,
  connectionOf,
  DateScalar,
  DateTimeScalar,
  describedEnum,
  UserError,
  type UserErrorShape,
} from '../../graphql/index.js';
import type { FishingSign } from '../fishing/assess-fishing.js';
import type { ShownFishingAlarm } from '../fishing/fishing-alarm.js';

export const FishingSignEnum = describedEnum<FishingSign>(
  'FishingSign',
  'What looks as if somebody wanted to know what the register holds.',
  {
    SEQUENCE: 'Numbers were counted up or down.',
    DICTIONARY: 'Names or domains came from a list of words, or were made by a pattern.',
    MISSES: 'Far fewer of the merchants are known than of those that others ask about.',
  },
);

@ObjectType('FishingAlarmClosing', { description: 'That an analyst has dealt with a fishing alarm.' })
export class FishingAlarmClosingType {
  @Field(() => DateTimeScalar, { description: 'When it was said.' })
  closedAt!: Date;

  @Field(() => ID, { description: 'The analyst.' })
  closedBy!: string;

  @Field({ description: 'What came of it.' })
  note!: string;
}

@ObjectType('FishingAlarm', {
  description:
    'That a member screened as if to find out what the register holds. A reason to ask it, no verdict.',
})
export class FishingAlarmType {
  @Field(() => ID, { description: 'The alarm.' })
  id!: string;

  @Field(() => ID, { description: 'The member that screened.' })
  memberId!: string;

  @Field(() => FishingSignEnum, { description: 'What was seen.' })
  sign!: FishingSign;

  @Field(() => DateScalar, { description: 'On which day (UTC).' })
  day!: string;

  @Field(() => Int, { description: 'How many merchants showed it when the alarm was raised.' })
  merchants!: number;

  @Field(() => Int, { description: 'What part of those that could have shown it that was, in percent.' })
  sharePercent!: number;

  @Field(() => DateTimeScalar, { description: 'When it was raised.' })
  raisedAt!: Date;

  @Field(() => FishingAlarmClosingType, {
    nullable: true,
    description:
      "What the coalition's analysts did about it; null while it waits for one. Only those who look after the coalition are shown it.",
  })
  closing!: FishingAlarmClosingType | null;
}

@ObjectType({ description: 'Fishing alarms, newest first.' })
export class FishingAlarmConnection extends connectionOf(FishingAlarmType, 'FishingAlarm') {}

@CheckedByService()
@InputType({ description: 'A fishing alarm that is dealt with.' })
export class CloseFishingAlarmInput {
  @Field(() => ID, { description: 'The alarm.' })
  fishingAlarmId!: string;

  @Field({
    description: 'What came of it, at most 1,000 characters. The member that it is about does not read it.',
  })
  note!: string;
}

@ObjectType({ description: 'The answer to closeFishingAlarm.' })
export class CloseFishingAlarmPayload {
  @Field(() => FishingAlarmType, { nullable: true, description: 'The alarm; null when it was not closed.' })
  fishingAlarm!: FishingAlarmType | null;

  @Field(() => [UserError], { description: 'The rules that the input broke; empty when it was taken.' })
  userErrors!: readonly UserErrorShape[];
}

/** An alarm as the schema has it. */
export function toFishingAlarm({
  id,
  memberId,
  share,
  closing,
  ...alarm
}: ShownFishingAlarm): FishingAlarmType {
  return {
    ...alarm,
    closing: closing && { ...closing, closedBy: toGlobalId('user', closing.closedBy) },
    id: toGlobalId('fishingAlarm', id),
    memberId: toGlobalId('member', memberId),
    sharePercent: Math.round(100 * share),
  };
}
