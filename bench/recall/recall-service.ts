import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module.js';
import { Clock } from '../../src/common/clock.js';
import { Database, OutboxWorker } from '../../src/database/index.js';
import { configureApp, createFastifyAdapter } from '../../src/graphql/index.js';
import type { TestApp } from '../../test/support/app.js';
import { Caller } from '../../test/support/caller.js';
import { testConfig } from '../../test/support/database.js';
import type { FakeClock } from '../../test/support/fake-clock.js';
import { startBenchDatabase } from '../http/bench-database.js';

/** The service of the bench: what the builders of tests need of one, on a durable database and the machine's own clock. */
export type RecallService = Omit<TestApp, 'anotherInstance' | 'close'> & {
  readonly stop: () => Promise<void>;
};

/** Starts the whole service in this process, web and background work, without the limits that are for strangers. */
export async function startRecallService(): Promise<RecallService> {
  const database = await startBenchDatabase();
  const config = testConfig(database.url, { databasePoolMax: 10 });
  const nest = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(config),
    createFastifyAdapter(config.trustedProxies),
    { logger: false },
  );
  await configureApp(nest);
  await nest.listen(0, '127.0.0.1');
  const url = await nest.getUrl();
  return {
    url,
    nest,
    database: nest.get(Database),
    // The builders ask it for the time and never set it.
    clock: nest.get<unknown, FakeClock>(Clock),
    anonymous: new Caller(url),
    idle: () => nest.get(OutboxWorker).idle(),
    stop: async () => {
      await nest.close();
      await database.stop();
    },
  };
}
