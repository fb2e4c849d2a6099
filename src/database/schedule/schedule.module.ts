import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DatabaseModule } from '../database.module.js';
import { NightlySchedule } from './nightly-schedule.js';
import { ScheduleRunEntity } from './schedule-run.entity.js';

/** Work that is done once a day over all instances. */
@Module({
  imports: [TypeOrmModule.forFeature([ScheduleRunEntity]), DatabaseModule],
  providers: [NightlySchedule],
  exports: [NightlySchedule],
})
export class ScheduleModule {}
