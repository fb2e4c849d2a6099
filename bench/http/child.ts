import { readFile } from 'node:fs/promises';
import { freePort, OwnProcess } from '../command/own-process.js';
import { processTimes, TICK_MICROS } from './machine-load.js';

/** How long a process may take until it answers. */
const READY_MS_MAX = 60_000;

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
  const started = await OwnProcess.start({
    name,
    args,
    environment: environment(port),
    origin,
    readyMsMax: READY_MS_MAX,
  });
  return {
    origin,
    peakRssMib: () => peakRssMib(started),
    cpuMicros: () => cpuMicros(started),
    stop: () => started.stop(),
  };
}

async function peakRssMib({ pid }: OwnProcess): Promise<number | null> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '');
  const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return kib === undefined ? null : Math.round(Number(kib) / 1024);
}

async function cpuMicros({ pid }: OwnProcess): Promise<number | null> {
  const times = pid === undefined ? undefined : await processTimes(pid);
  return times === undefined ? null : times.ticks * TICK_MICROS;
}
