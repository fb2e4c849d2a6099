import { setTimeout as sleep } from 'node:timers/promises';
import { describeRatio } from './describe-figures.js';
import type { Exchange } from './exchange.js';
import { compare, type Comparison, type Measurement, type Round } from './figures.js';
import { measure } from './measure.js';
import type { BenchOptions } from './options.js';

/**
 * How long each side works before anything is measured, in seconds: until its code is compiled for good and its statements
 * are prepared. The service has more code, and gets faster for about 20,000 answers.
 */
const WARM_UP_S = { floor: 3, service: 10 };
const WARM_UP_CONNECTIONS = 16;
/** What is still in hand when a measurement ends is finished in this time, and does not fall into the next. */
const PAUSE_MS = 200;

/** The two sides that are compared. */
export interface Sides {
  readonly floor: Exchange;
  readonly service: Exchange;
  /** Waits for what the service has still to do in the background, where that would slow the floor. */
  readonly settle?: () => Promise<void>;
}

/** Warms both sides up, then measures them by turns, so many rounds for each number of connections. */
export async function runRounds(
  sides: Sides,
  connectionCounts: readonly number[],
  { rounds, seconds }: Pick<BenchOptions, 'rounds' | 'seconds'>,
  tell: (line: string) => void,
): Promise<Comparison[]> {
  await measureSettled(sides, 'floor', WARM_UP_CONNECTIONS, WARM_UP_S.floor);
  await measureSettled(sides, 'service', WARM_UP_CONNECTIONS, WARM_UP_S.service);
  const comparisons: Comparison[] = [];
  for (const connections of connectionCounts) {
    const measured: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      measured.push(await runRound(sides, round % 2 === 0, connections, seconds));
    }
    const comparison = compare(connections, measured);
    tell(`  ${connections} connections: ${describeRatio(comparison)} of the floor`);
    comparisons.push(comparison);
  }
  return comparisons;
}

/** The side that goes first changes from round to round: what the first leaves behind then meets both alike. */
async function runRound(
  sides: Sides,
  floorFirst: boolean,
  connections: number,
  seconds: number,
): Promise<Round> {
  if (floorFirst) {
    const floor = await measureSettled(sides, 'floor', connections, seconds);
    return { floor, service: await measureSettled(sides, 'service', connections, seconds) };
  }
  const service = await measureSettled(sides, 'service', connections, seconds);
  return { floor: await measureSettled(sides, 'floor', connections, seconds), service };
}

async function measureSettled(
  sides: Sides,
  side: 'floor' | 'service',
  connections: number,
  seconds: number,
): Promise<Measurement> {
  const measurement = await measure(sides[side], { connections, seconds });
  await sleep(PAUSE_MS);
  if (side === 'service') await sides.settle?.();
  return measurement;
}
