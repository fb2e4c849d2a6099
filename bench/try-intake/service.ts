import { join } from 'node:path';
import { freePort, OwnProcess, type OwnProgram } from '../command/own-process.js';

/** How long the service may take until it answers, the first start with its initdb included. */
const READY_MS_MAX = 120_000;

/** The service in a process of its own, on an embedded database and a port of its own. */
export class TryService {
  private constructor(
    private readonly program: OwnProgram,
    private running: OwnProcess,
  ) {}

  /** Starts it from nothing in `folder`, which holds its data afterwards. `dist`: where it is built. */
  static async start(dist: string, folder: string): Promise<TryService> {
    const port = await freePort();
    const program: OwnProgram = {
      name: 'service',
      args: [join(dist, 'src', 'main.js')],
      environment: {
        CORDON_DATA_DIR: join(folder, 'data'),
        CORDON_PORT: String(port),
        CORDON_DEMO: 'off',
        CORDON_LOG_LEVEL: 'warn',
        // One member sends in minutes what is a day's work of a coalition.
        CORDON_RATE_POINTS_MAX: '999999999',
      },
      origin: `http://127.0.0.1:${port}`,
      readyMsMax: READY_MS_MAX,
    };
    return new TryService(program, await OwnProcess.start(program));
  }

  get url(): string {
    return this.program.origin;
  }

  get env(): Readonly<Record<string, string>> {
    return this.program.environment;
  }

  /** Ends it as a power cut does, and starts it again on the same data. Gives the seconds until it answers again. */
  async killAndRestart(): Promise<number> {
    const killedAt = performance.now();
    await this.running.kill();
    this.running = await OwnProcess.start(this.program);
    return (performance.now() - killedAt) / 1000;
  }

  /** Stops it in order, which stops its database too. */
  stop(): Promise<void> {
    return this.running.stop();
  }
}
