import { StartRefused } from '../common/start-refused.js';
import { CONFIG_EXIT_CODE, ConfigError, configFromEnv, type EnvironmentConfig } from '../config/index.js';

/** The exit code of a process that could not start for another reason. */
const EXIT_FAILED = 1;
/** What is left of the 10 s that a stop may take, after the service has drained, for the embedded server to stop. */
const STOP_GRACE_MS = 2_000;

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
    const running = await start(config);
    stopOnSignal(running, config.drainTimeoutMs);
  } catch (error) {
    if (error instanceof ConfigError || error instanceof StartRefused) console.error(error.message);
    else console.error('Cordon could not start:', error);
    process.exit(error instanceof ConfigError ? CONFIG_EXIT_CODE : EXIT_FAILED);
  }
}

function stopOnSignal(running: Running, drainTimeoutMs: number): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    // A request that never ends must not keep the process: the database forgets what was not committed.
    setTimeout(
      () => process.exit(EXIT_FAILED),
      Math.max(drainTimeoutMs - STOP_GRACE_MS, 0) + STOP_GRACE_MS,
    ).unref();
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error('Cordon did not stop cleanly:', error);
        process.exit(EXIT_FAILED);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
