import { readdir, readFile } from 'node:fs/promises';

/** One of Linux's clock ticks, of which it gives 100 in a second to programs on every platform. */
export const TICK_MICROS = 10_000;

/** The machine's processor time up to a moment, in clock ticks of all processors together. */
export interface MachineTimes {
  readonly total: number;
  readonly busy: number;
  /** Of the bench, and of everything that it started. */
  readonly own: number;
}

/** Reads the times; null where the system does not tell (Linux does). */
export async function machineTimes(): Promise<MachineTimes | null> {
  const stat = await readFile('/proc/stat', 'utf8').catch(() => '');
  const [, line] = /^cpu +(.*)$/m.exec(stat) ?? [];
  if (line === undefined) return null;
  // user, nice, system, idle, iowait, irq, softirq, steal; what guests take is in user already.
  const ticks = line.split(' ').slice(0, 8).map(Number);
  const total = sum(ticks);
  const idle = (ticks[3] ?? 0) + (ticks[4] ?? 0);
  return { total, busy: total - idle, own: await ownTicks() };
}

/**
 * The part of the machine, 0 to 1, that others took between two moments: what the figures are too low by, and not evenly.
 * Null where the system does not tell.
 */
export function othersShare(before: MachineTimes | null, after: MachineTimes | null): number | null {
  if (before === null || after === null || after.total <= before.total) return null;
  const others = after.busy - before.busy - (after.own - before.own);
  return Math.max(others / (after.total - before.total), 0);
}

/** What the bench and everything that it started took between two moments, in microseconds; null as above. */
export function ownMicros(before: MachineTimes | null, after: MachineTimes | null): number | null {
  return before === null || after === null ? null : (after.own - before.own) * TICK_MICROS;
}

async function ownTicks(): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const processes = new Map(
    (await Promise.all(pids.map(readProcess))).flatMap((found) =>
      found ? [[found.pid, found] as const] : [],
    ),
  );
  const isOwn = (pid: number): boolean => {
    if (pid === process.pid) return true;
    const parent = processes.get(pid)?.parent;
    return parent !== undefined && parent !== pid && isOwn(parent);
  };
  return sum(
    [...processes.values()].filter(({ pid }) => isOwn(pid)).map((own) => own.ticks + own.endedTicks),
  );
}

/** Clock ticks are of user and system time together. */
export interface ProcessTimes {
  readonly parent: number;
  readonly ticks: number;
  /** Of its children that have ended: what they took does not vanish with them. */
  readonly endedTicks: number;
}

interface RunningProcess extends ProcessTimes {
  readonly pid: number;
}

async function readProcess(pid: number): Promise<RunningProcess | undefined> {
  // It may have ended since it was listed.
  const times = await processTimes(pid);
  return times && { pid, ...times };
}

/** What a process has taken so far; undefined where there is no such process. */
export async function processTimes(pid: number): Promise<ProcessTimes | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The second field, the program's name, may hold anything and ends with the last bracket. After it: 3 state, 4 parent,
  // ... 14 and 15 its own user and system time, 16 and 17 those of its ended children.
  const [, parent = Number.NaN, ...others] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user, system, endedUser, endedSystem] = others.slice(9);
  if (user === undefined || system === undefined) return undefined;
  return { parent, ticks: user + system, endedTicks: (endedUser ?? 0) + (endedSystem ?? 0) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
