import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type Urgency, UrgencyEnum } from '../../alert/index.js';
import { connectionOf, DateTimeScalar } from '../../graphql/index.js';
import type { WorkItem } from '../work-item.js';
import type { WorkKind } from '../work-kind.js';
import { WorkKindEnum } from './work.enums.js';

@ObjectType('WorkItem', {
  description:
    'One thing that waits for you. It is told by the id of what it is about; that is shown by the field of its kind, and read for a purpose where that is asked.',
})
export class WorkItemType {
  @Field(() => ID, {
    description: 'The same for this work as long as it waits: its kind and what it is about.',
  })
  id!: string;

  @Field(() => WorkKindEnum, { description: 'What is to be done.' })
  kind!: WorkKind;

  @Field(() => ID, { description: 'What it is about.' })
  objectId!: string;

  @Field(() => UrgencyEnum, { description: 'How soon it is to be done.' })
  urgency!: Urgency;

  @Field(() => DateTimeScalar, { description: 'Since when it waits.' })
  waitingSince!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'By when it is to be done; null where nothing says so.',
  })
  dueAt!: Date | null;

  @Field({ description: 'Whether that is past.' })
  overdue!: boolean;

  /** For the fields that show what it is about. Not in the schema. */
  item!: WorkItem;
}

@ObjectType({
  description:
    'Work: where a child is at risk first; then by deadline, what has none last; then by how long it waits.',
})
export class WorkItemConnection extends connectionOf(WorkItemType, 'WorkItem') {}

@ObjectType('WorkCount', { description: 'How much of one kind waits for you.' })
export class WorkCountType {
  @Field(() => WorkKindEnum, { description: 'What is to be done.' })
  kind!: WorkKind;

  @Field(() => Int, { description: 'How much of it, counted up to 1,000.' })
  count!: number;

  @Field({ description: 'Whether there is more than that.' })
  more!: boolean;
}
