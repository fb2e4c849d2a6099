import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { assert } from '../../src/common/assert.js';

/** How long a process may take until it has stopped. */
const STOP_MS_MAX = 15_000;
/** What an error tells of what a process printed: the last so many characters. */
const OUTPUT_TOLD = 4_000;

/** A server to start with this Node. */
export interface OwnProgram {
  /** What an error calls it. */
  readonly name: string;
  readonly args: readonly string[];
  /** All that it gets, but for the path. */
  readonly environment: Readonly<Record<string, string>>;
  /** Scheme, host and port at which it will answer. */
  readonly origin: string;
  /** How long it may take until it answers. */
  readonly readyMsMax: number;
  /** What is kept of what it prints: the last so many characters. */
  readonly outputKept?: number;
}

/** A server in a process of its own, which does not outlive the process that started it, however that ends. */
export class OwnProcess {
  readonly #child: ChildProcess;
  #output = '';

  private constructor({ args, environment, outputKept = OUTPUT_TOLD }: OwnProgram) {
    const child = spawn(process.execPath, args, {
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const end = (): void => void child.kill('SIGKILL');
    process.once('exit', end);
    child.once('exit', () => process.off('exit', end));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        this.#output = (this.#output + chunk.toString('utf8')).slice(-outputKept);
      });
    }
    this.#child = child;
  }

  /** Starts it and waits until `/health/ready` answers 200. Else it is ended, and the error tells what it printed. */
  static async start(program: OwnProgram): Promise<OwnProcess> {
    const started = new OwnProcess(program);
    try {
      await started.untilReady(program);
      return started;
    } catch (cause) {
      await started.stop();
      const output = started.output.slice(-OUTPUT_TOLD);
      throw new Error(`The ${program.name} does not answer. It printed:\n${output}`, { cause });
    }
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** What it printed so far, as much as is kept. */
  get output(): string {
    return this.#output;
  }

  /** Asks it to stop, and ends it when it does not. */
  async stop(): Promise<void> {
    if (this.hasEnded) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), STOP_MS_MAX);
    await ended;
    clearTimeout(timer);
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<void> {
    if (this.hasEnded) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }

  private async untilReady({ origin, readyMsMax }: OwnProgram): Promise<void> {
    const until = performance.now() + readyMsMax;
    for (;;) {
      if (this.hasEnded) throw new Error('It ended.');
      const answer = await fetch(`${origin}/health/ready`).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.status === 200) return;
      if (performance.now() > until) throw new Error('It took too long.');
      await sleep(50);
    }
  }
}

/** A port that is free now. Another process may take it first; then the start fails and says so. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  assert(typeof address === 'object' && address !== null, 'a listening TCP server has an address');
  probe.close();
  await once(probe, 'close');
  return address.port;
}
