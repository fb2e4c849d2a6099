import { completeConfig, type Config, type EnvironmentConfig, secretKeyOf } from '../config/index.js';
import { startEmbeddedServer } from './embedded/index.js';

/** A database server that answers, and the configuration completed with how to reach it. */
export interface StartedDatabase {
  readonly config: Config;
  /** Whether it is the embedded server of the data folder, and not one named by DATABASE_URL. */
  readonly embedded: boolean;
  /** Where the embedded server keeps its cluster and its log: usually the data folder (see embedded/server-home.ts). */
  readonly home?: string;
  /** Stops the embedded server when this process owns it; nothing with DATABASE_URL. The service must be closed. */
  stop(): Promise<void>;
}

/** Completes the configuration: with DATABASE_URL it already is; without, the embedded server is started or joined. */
export async function startDatabase(config: EnvironmentConfig): Promise<StartedDatabase> {
  const { databaseUrl, databaseMigrationUrl, secretKey } = config;
  if (databaseUrl !== undefined && databaseMigrationUrl !== undefined && secretKey !== undefined) {
    return {
      config: completeConfig(config, { databaseUrl, databaseMigrationUrl, secretKey }),
      embedded: false,
      stop: () => Promise.resolve(),
    };
  }
  const server = await startEmbeddedServer({ dataFolder: config.dataFolder, durable: true });
  return {
    config: completeConfig(config, {
      databaseUrl: server.url,
      databaseMigrationUrl: server.url,
      secretKey: secretKey ?? (await secretKeyOf(config.dataFolder)),
    }),
    embedded: true,
    home: server.home,
    stop: () => server.stop(),
  };
}
