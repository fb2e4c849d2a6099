import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../app.module.js';
import { configFromEnv, type EnvironmentConfig, type Work } from '../../config/index.js';
import { openDatabase } from '../../server/open-database.js';
import type { Terminal } from '../terminal.js';

/** The configuration of the service, from the same variables. */
export function environmentOf(terminal: Terminal): EnvironmentConfig {
  return configFromEnv(terminal.env);
}

/**
 * Runs `work` with the whole application and its database, without a port. The embedded server is joined where a service
 * runs on it, and started for as long as it takes where none does. `does`: the background work that this process takes
 * part in; most commands take none, and leave it to the service.
 */
export async function withApplication<T>(
  terminal: Terminal,
  does: readonly Work[],
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const database = await openDatabase({ ...environmentOf(terminal), work: does });
  try {
    const app = await NestFactory.createApplicationContext(AppModule.forRoot(database.config), {
      logger: ['error'],
      abortOnError: false,
    });
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await database.stop();
  }
}
