import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { DatabaseModule, ScheduleModule } from '../database/index.js';
import { MerchantModule } from '../merchant/index.js';
import { FishingAlarmConsumer } from './fishing/fishing-alarm.consumer.js';
import { FishingAlarmService } from './fishing/fishing-alarm.service.js';
import { FishingWatch } from './fishing/fishing-watch.service.js';
import { FishingAlarmResolver } from './graphql/fishing-alarm.resolver.js';
import { ScreeningResolver } from './graphql/screening.resolver.js';
import { AskedSweep } from './quota/asked-sweep.js';
import { ScreeningQuota } from './quota/screening-quota.service.js';
import { ScreeningEntity } from './screening.entity.js';
import { ScreeningRepository } from './screening.repository.js';
import { ScreenedMatches } from './screened-matches.service.js';
import { ScreeningDesk } from './screening-desk.js';
import { ScreeningLadder } from './screening-ladder.service.js';
import { ScreeningService } from './screening.service.js';

/** Members' questions about merchants, and their answers. */
@Module({
  imports: [
    TypeOrmModule.forFeature([ScreeningEntity]),
    AuditModule,
    DatabaseModule,
    ScheduleModule,
    MerchantModule,
  ],
  providers: [
    AskedSweep,
    FishingAlarmConsumer,
    FishingAlarmResolver,
    FishingAlarmService,
    FishingWatch,
    ScreenedMatches,
    ScreeningDesk,
    ScreeningLadder,
    ScreeningQuota,
    ScreeningRepository,
    ScreeningResolver,
    ScreeningService,
  ],
  exports: [ScreenedMatches],
})
export class ScreeningModule {}
