import { freePort, OwnProcess } from '../../bench/command/own-process.js';
import type { Config } from '../../src/config/index.js';

/** How long the service may take until it answers, compiling included. */
const READY_MS_MAX = 90_000;
/** What is kept of what the service prints: the last so many characters. */
const OUTPUT_KEPT = 200_000;

/** The service as it is deployed, from its sources, in a process of its own. */
export interface ServiceProcess {
  readonly host: string;
  readonly port: number;
  /** Whether it is still the process that was started: an attack that ends it has won. */
  readonly isAlive: () => boolean;
  /** The faults that it logged so far, each with its stack. */
  readonly faults: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** Starts the web service on a database that is migrated, under the secret key and the public URL of `config`. */
export async function startServiceProcess(
  config: Config,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServiceProcess> {
  const port = await freePort();
  const started = await OwnProcess.start({
    name: 'service',
    args: ['--import', './test/support/typescript-hooks.js', 'src/main.ts'],
    environment: {
      NODE_ENV: 'test',
      DATABASE_URL: config.databaseUrl,
      DATABASE_MIGRATION_URL: config.databaseMigrationUrl,
      CORDON_SECRET_KEY: config.secretKey.toString('base64'),
      CORDON_PUBLIC_URL: config.publicUrl,
      CORDON_PORT: String(port),
      CORDON_DATABASE_POOL_MAX: '5',
      CORDON_DEMO: 'off',
      CORDON_WORK: 'web,worker',
      CORDON_LOG_LEVEL: 'error',
      // Attacks of its own are aimed at the limits; the others must not be stopped by them.
      CORDON_RATE_POINTS_MAX: '999999999',
      CORDON_NETWORK_REQUESTS_MAX: '999999999',
      CORDON_SCREENING_QUOTA_MAX: '999999999',
      ...environment,
    },
    origin: `http://127.0.0.1:${port}`,
    readyMsMax: READY_MS_MAX,
    outputKept: OUTPUT_KEPT,
  });
  return {
    host: '127.0.0.1',
    port,
    isAlive: () => !started.hasEnded,
    faults: () => started.output.split(/(?=\[Nest\])/).filter((entry) => entry.includes('ERROR')),
    stop: () => started.stop(),
  };
}
