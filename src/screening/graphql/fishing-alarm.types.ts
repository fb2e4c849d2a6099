import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { toGlobalId } from '../../common/id.js';
import { connectionOf, DateScalar, DateTimeScalar, describedEnum } from '../../graphql/index.js';
import type { FishingSign } from '../fishing/assess-fishing.js';
import type { FishingAlarm } from '../fishing/fishing-alarm.js';

export const FishingSignEnum = describedEnum<FishingSign>(
  'FishingSign',
  'What looks as if somebody wanted to know what the register holds.',
  {
    SEQUENCE: 'Numbers were counted up or down.',
    DICTIONARY: 'Names or domains came from a list of words, or were made by a pattern.',
    MISSES: 'Far fewer of the merchants are known than of those that others ask about.',
  },
);

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
}

@ObjectType({ description: 'Fishing alarms, newest first.' })
export class FishingAlarmConnection extends connectionOf(FishingAlarmType, 'FishingAlarm') {}

/** An alarm as the schema has it. */
export function toFishingAlarm({ id, memberId, share, ...alarm }: FishingAlarm): FishingAlarmType {
  return {
    ...alarm,
    id: toGlobalId('fishingAlarm', id),
    memberId: toGlobalId('member', memberId),
    sharePercent: Math.round(100 * share),
  };
}
