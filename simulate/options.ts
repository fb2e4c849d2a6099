import { parseArgs } from 'node:util';
import { parsed, wholeWithin } from '../bench/command/read-options.js';

export const SEED_MAX = 2 ** 31 - 1;

export interface CommandOptions {
  /** The first seed; the runs take it and those that follow. */
  readonly seed: number;
  readonly seeds: number;
  readonly days: number;
  /** The most days from one on which something happens to the next. */
  readonly pause: number;
  /** Processes that share the runs. */
  readonly workers: number;
}

/** CI has other things to do. */
export const CI_PAUSE_DAYS = 28;

export const USAGE = `npm run simulate [-- --seed N --seeds N --days N --pause N --workers N]

  --seed N    the dice of the first run, 0 to ${SEED_MAX} (default: drawn, and printed)
  --seeds N   how many runs, each with the next seed, 1 to 10000 (default 1)
  --days N    simulated days of each run, 1 to 700 (default 400)
  --pause N   the most days on which nothing happens, 1 to 100 (default 7; the tests that CI runs: ${CI_PAUSE_DAYS})
  --workers N how many runs go on at one time, 1 to 32 (default 1); what a seed does is the same`;

/**
 * Reads the command line.
 *
 * @throws UsageError that names the option and its range.
 */
export function readOptions(args: readonly string[]): CommandOptions {
  const { values } = parsed(() =>
    parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string', default: String(Math.trunc(Math.random() * SEED_MAX)) },
        seeds: { type: 'string', default: '1' },
        days: { type: 'string', default: '400' },
        pause: { type: 'string', default: '7' },
        workers: { type: 'string', default: '1' },
      },
    }),
  );
  return {
    seed: wholeWithin('seed', values.seed, 0, SEED_MAX),
    seeds: wholeWithin('seeds', values.seeds, 1, 10_000),
    days: wholeWithin('days', values.days, 1, 700),
    pause: wholeWithin('pause', values.pause, 1, 100),
    workers: wholeWithin('workers', values.workers, 1, 32),
  };
}
