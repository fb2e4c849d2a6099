import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { assert } from '../../src/common/assert.js';

/** How long the service may take until it answers, the first start with its initdb included. */
const READY_MS_MAX = 120_000;
const STOP_MS_MAX = 15_000;
const OUTPUT_KEPT = 4_000;

/** The service in a process of its own, on an embedded database and a port of its own. */
export class TryService {
  #child: ChildProcess | undefined;
  #output = '';

  private constructor(
    private readonly main: string,
    readonly env: Readonly<Record<string, string>>,
    readonly url: string,
  ) {}

  /** Starts it from nothing in `folder`, which holds its data afterwards. `dist`: where it is built. */
  static async start(dist: string, folder: string): Promise<TryService> {
    const port = await freePort();
    const env = {
      CORDON_DATA_DIR: join(folder, 'data'),
      CORDON_PORT: String(port),
      CORDON_DEMO: 'off',
      CORDON_LOG_LEVEL: 'warn',
      // One member sends in minutes what is a day's work of a coalition.
      CORDON_RATE_POINTS_MAX: '999999999',
    };
    const service = new TryService(join(dist, 'src', 'main.js'), env, `http://127.0.0.1:${port}`);
    await service.begin();
    return service;
  }

  /** Ends it as a power cut does, and starts it again on the same data. Gives the seconds until it answers again. */
  async killAndRestart(): Promise<number> {
    const child = this.#child;
    assert(child !== undefined, 'a service that is killed was started');
    const killedAt = performance.now();
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    await this.begin();
    return (performance.now() - killedAt) / 1000;
  }

  /** Stops it in order, which stops its database too. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child === undefined || hasEnded(child)) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX);
    await ended;
    clearTimeout(timer);
  }

  private async begin(): Promise<void> {
    const child = spawn(process.execPath, [this.main], {
      env: { PATH: process.env['PATH'], ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.#output = (this.#output + chunk.toString('utf8')).slice(-OUTPUT_KEPT);
      });
    const until = performance.now() + READY_MS_MAX;
    while (!(await this.isReady())) {
      if (hasEnded(child) || performance.now() > until)
        throw new Error(`The service does not answer. It printed:\n${this.#output}`);
      await sleep(50);
    }
  }

  private async isReady(): Promise<boolean> {
    const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
    await answer?.body?.cancel();
    return answer?.status === 200;
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** A port that is free now. Another process may take it first; then the start fails and says so. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  assert(typeof address === 'object' && address !== null, 'a listening TCP server has an address');
  probe.close();
  await once(probe, 'close');
  return address.port;
}
