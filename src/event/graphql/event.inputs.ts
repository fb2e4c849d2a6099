import { ArgsType, Field } from '@nestjs/graphql';
import { PageArgs } from '../../graphql/index.js';
import type { EventKind } from '../event-kind.js';
import { EventKindEnum } from './event.enums.js';

@ArgsType()
export class EventsArgs extends PageArgs {
  @Field(() => [EventKindEnum], {
    nullable: true,
    description: 'Only these. A cursor goes on with the kinds that it was given for.',
  })
  kinds?: EventKind[] | null;
}
