import { Field, ID, ObjectType } from '@nestjs/graphql';
import { type Connection, connectionOf, DateTimeScalar } from '../../graphql/index.js';
import type { EventKind } from '../event-kind.js';
import { EVENT_KEPT_DAYS } from '../event-terms.js';
import { EventKindEnum } from './event.enums.js';

const idOf = (what: string): object => ({
  nullable: true,
  description: `${what}; null where it is about something else.`,
});

@ObjectType('Event', {
  description:
    'Something that happened and concerns your member, with the id of what it happened to: read that by its own query.',
})
export class EventType {
  @Field(() => ID, { description: 'Its id: an event that you are given twice is one.' })
  id!: string;

  @Field(() => EventKindEnum, { description: 'What happened.' })
  kind!: EventKind;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => ID, idOf('The alert'))
  alertId!: string | null;

  @Field(() => ID, idOf('The notice'))
  noticeId!: string | null;

  @Field(() => ID, idOf('The recall'))
  recallId!: string | null;

  @Field(() => ID, idOf('The disposition'))
  dispositionId!: string | null;

  @Field(() => ID, idOf('The action'))
  actionId!: string | null;

  @Field(() => ID, idOf('The indicator that the opinion is of'))
  opinionIndicatorId!: string | null;

  @Field(() => ID, idOf('The dispute'))
  disputeId!: string | null;

  @Field(() => ID, idOf('The report'))
  reportId!: string | null;
}

@ObjectType({
  description: `What concerns your member, oldest first. \`pageInfo.endCursor\` is always there, also on an empty page: keep it and go on from it within ${EVENT_KEPT_DAYS} days.`,
})
export class EventConnection extends connectionOf(EventType, 'Event') implements Connection<EventType> {}
