import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { DatabaseModule, ScheduleModule } from '../database/index.js';
import { MemberEventEntity } from './entity/member-event.entity.js';
import { WaitingMemberEventEntity } from './entity/waiting-member-event.entity.js';
import { EventCursor } from './event-cursor.js';
import { EventFeed } from './event-feed.service.js';
import { EventRetention } from './event-retention.js';
import { EventSequencer } from './event-sequencer.js';
import { EventResolver } from './graphql/event.resolver.js';
import { MemberEvents } from './member-events.js';

/** What happens that concerns one member, for its machines to follow. */
@Module({
  imports: [
    TypeOrmModule.forFeature([MemberEventEntity, WaitingMemberEventEntity]),
    AuditModule,
    DatabaseModule,
    ScheduleModule,
  ],
  providers: [EventCursor, EventFeed, EventResolver, EventRetention, EventSequencer, MemberEvents],
  exports: [EventRetention, EventSequencer, MemberEvents],
})
export class EventModule {}
