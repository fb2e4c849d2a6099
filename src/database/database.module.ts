import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { Config } from '../config/index.js';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';
import { OutboxWorker } from './outbox-worker.js';
import { Outbox } from './outbox.js';

/** The data source and the two ways into it. Entities come with the parts that declare them (`forFeature`). */
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
  providers: [Database, Outbox, OutboxWorker],
  exports: [Database, Outbox, OutboxWorker],
})
export class DatabaseModule {}
