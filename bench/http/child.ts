import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { assert } from '../../src/common/assert.js';
import { processTimes, TICK_MICROS } from './machine-load.js';

/** How long a process may take until it answers, and until it has stopped. */
const READY_MS_MAX = 60_000;
const STOP_MS_MAX = 15_000;
/** What is kept of what a process prints, to tell why it failed: the last so many characters. */
const OUTPUT_KEPT = 4_000;

/** A server of the bench's own in a process of its own. */
export interface Child {
  /** Scheme, host and port. */
  readonly origin: string;
  /** The most memory that it has held so far, in MiB; null where the system does not tell (it does on Linux). */
  readonly peakRssMib: () => Promise<number | null>;
  /** The processor time that it has taken so far, in microseconds, to 10 ms; null where the system does not tell. */
  readonly cpuMicros: () => Promise<number | null>;
  readonly stop: () => Promise<void>;
}

/** How to start a server. `environment` is given its port and is all that it gets, but for the path. */
export interface ChildProgram {
  readonly name: string;
  readonly args: readonly string[];
  readonly environment: (port: number) => Readonly<Record<string, string>>;
}

/** Starts a server with this Node and waits until `/health/ready` answers 200. */
export async function startChild({ name, args, environment }: ChildProgram): Promise<Child> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], ...environment(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Nothing that it started outlives the bench, however that ends.
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString('utf8')).slice(-OUTPUT_KEPT)));
  }
  const stop = (): Promise<void> => stopChild(child);
  try {
    await untilReady(origin, child);
  } catch (cause) {
    await stop();
    throw new Error(`The ${name} does not answer. It printed:\n${output}`, { cause });
  }
  return { origin, peakRssMib: () => peakRssMib(child), cpuMicros: () => cpuMicros(child), stop };
}

async function untilReady(origin: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + READY_MS_MAX;
  for (;;) {
    if (hasEnded(child)) throw new Error('It ended.');
    const answer = await fetch(`${origin}/health/ready`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    if (performance.now() > until) throw new Error('It took too long.');
    await sleep(50);
  }
}

/** Asks it to stop, and ends it when it does not. */
async function stopChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX);
  await ended;
  clearTimeout(timer);
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function peakRssMib({ pid }: ChildProcess): Promise<number | null> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '');
  const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return kib === undefined ? null : Math.round(Number(kib) / 1024);
}

async function cpuMicros({ pid }: ChildProcess): Promise<number | null> {
  const times = pid === undefined ? undefined : await processTimes(pid);
  return times === undefined ? null : times.ticks * TICK_MICROS;
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
