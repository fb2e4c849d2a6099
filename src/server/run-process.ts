import { StartRefused } from '../common/start-refused.js';
import { CONFIG_EXIT_CODE, ConfigError, configFromEnv, type EnvironmentConfig } from '../config/index.js';

/** The exit code of a process that could not start for another reason. */
const EXIT_FAILED = 1;
/** The least that a stop is given, in milliseconds: what the embedded server takes to end. */
const STOP_MS_MIN = 2_000;

/** Something that runs until it is stopped. */
export interface Running {
  stop(): Promise<void>;
}

/**
 * Runs a long-lived process: reads the environment, starts, and stops on SIGTERM or SIGINT within the drain timeout. What
 * keeps it from starting is told in plain words and by the exit code.
 */
export async function runProcess(start: (config: EnvironmentConfig) => Promise<Running>): Promise<void> {
  try {
    const config = configFromEnv(process.env);
    const starting = start(config);
    stopOnSignal(starting, Math.max(config.drainTimeoutMs, STOP_MS_MIN));
    await starting;
  } catch (error) {
    if (error instanceof ConfigError || error instanceof StartRefused) console.error(error.message);
    else console.error('Cordon could not start:', error);
    process.exit(error instanceof ConfigError ? CONFIG_EXIT_CODE : EXIT_FAILED);
  }
}

/** A signal during the start waits for its end, so that nothing half started is left behind. */
function stopOnSignal(starting: Promise<Running>, timeoutMs: number): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    // A request that never ends must not keep the process: the database forgets what was not committed, and an embedded
    // server that is left running is taken over by the next start.
    setTimeout(() => process.exit(EXIT_FAILED), timeoutMs).unref();
    try {
      await (await starting).stop();
      process.exit(0);
    } catch (error) {
      console.error('Cordon did not stop cleanly:', error);
      process.exit(EXIT_FAILED);
    }
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}
