import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { Config } from '../config/index.js';
import { BackgroundWork } from './background-work.js';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';
import { OutboxWorker } from './outbox-worker.js';
import { Outbox } from './outbox.js';

/** The data source and the two ways into it, and what works on it in the background. Entities come with the parts that declare them (`forFeature`). */
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        ...dataSourceOptions(config.databaseUrl, config.databasePoolMax),
        autoLoadEntities: true,
        retryAttempts: 5,
        retryDelay: 1_000,
      }),
    }),
  ],
  providers: [BackgroundWork, Database, Outbox, OutboxWorker],
  exports: [BackgroundWork, Database, Outbox, OutboxWorker],
})
export class DatabaseModule {}
