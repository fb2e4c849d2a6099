import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module.js';
import type { EnvironmentConfig } from '../config/index.js';
import { configureApp, createFastifyAdapter } from '../graphql/index.js';
import { offerDemo, refuseDemoInProduction } from '../demo/index.js';
import { greeting } from './greeting.js';
import { openDatabase } from './open-database.js';
import { serviceLogger } from './logger.js';
import type { Running } from './run-process.js';

/** Starts the web service, with the background work in the same process where the configuration says so. */
export async function startWeb(environment: EnvironmentConfig): Promise<Running> {
  const database = await openDatabase(environment);
  const { config } = database;
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(config),
    createFastifyAdapter(config.trustedProxies),
    { logger: serviceLogger(config) },
  );
  const stop = async (): Promise<void> => {
    await app.close();
    await database.stop();
  };
  try {
    await configureApp(app);
    await refuseDemoInProduction(app, config);
    // Background work begins here, so that the demo's reports are resolved by the time that somebody may ask.
    await app.init();
    const demo = database.embedded ? await offerDemo(app, config, console.log) : undefined;
    await app.listen(config.port, config.host);
    console.log(greeting(config, demo));
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
