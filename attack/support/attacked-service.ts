import { Config } from '../../src/config/index.js';
import type { TestApp } from '../../test/support/app.js';
import { createRegister } from '../../test/support/register.js';
import { followRealClock } from './real-clock.js';
import { type ServiceProcess, startServiceProcess } from './service-process.js';

/** A service to attack: an application of ours to make members and tokens with, and the process that is attacked. */
export interface AttackedService {
  /** On the same database as `service`, in this process. Not attacked. */
  readonly app: TestApp;
  readonly service: ServiceProcess;
  readonly stop: () => Promise<void>;
}

/**
 * Starts both on a database of their own. `seed` fills the register before the attacked process starts, which gets
 * `environment` beside its own.
 */
export async function startAttackedService(
  seed: (app: TestApp) => Promise<void>,
  environment: Readonly<Record<string, string>> = {},
): Promise<AttackedService> {
  const app = await createRegister();
  const stopClock = followRealClock(app);
  try {
    await seed(app);
    const service = await startServiceProcess(app.nest.get(Config), environment);
    return {
      app,
      service,
      stop: async () => {
        stopClock();
        await service.stop();
        await app.close();
      },
    };
  } catch (error) {
    stopClock();
    await app.close();
    throw error;
  }
}
