import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import type { EnvironmentConfig } from '../config/index.js';
import { serviceLogger } from './logger.js';
import { openDatabase } from './open-database.js';
import type { Running } from './run-process.js';

/** Starts the background work alone: the same parts without a port. */
export async function startWorker(environment: EnvironmentConfig): Promise<Running> {
  const database = await openDatabase({ ...environment, work: ['worker'] });
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(database.config), {
    logger: serviceLogger(database.config),
  });
  console.log('Cordon works in the background. Ctrl-C stops it.');
  return {
    stop: async () => {
      await app.close();
      await database.stop();
    },
  };
}
