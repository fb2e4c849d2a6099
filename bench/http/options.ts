import { parseArgs } from 'node:util';

import { parsed, UsageError, wholeWithin, within } from '../command/read-options.js';

/** What a process of the service does (CORDON_WORK): answers requests, or resolves reports in the background as well. */
export const SERVICE_WORKS = ['web', 'web,worker'] as const;

export type ServiceWork = (typeof SERVICE_WORKS)[number];

/** What the bench is asked for. */
export interface BenchOptions {
  /** Length of one measurement, in seconds. */
  readonly seconds: number;
  /** Measurements of each side, for each number of connections. The median of an odd number is one of them. */
  readonly rounds: number;
  /** The least number of indicators in the register. */
  readonly indicators: number;
  /** What the service's process does while reports are submitted. */
  readonly work: ServiceWork;
  /** Where the figures go as JSON. */
  readonly json?: string;
  /** Where the service leaves its CPU profiles. */
  readonly profile?: string;
}

export const USAGE = `npm run bench:http [-- --seconds N --rounds N --indicators N --work WORK --json FILE
  --profile FOLDER]

  --seconds N      length of one measurement, 0.5 to 60 (default 2)
  --rounds N       measurements of each side, 1 to 50 (default 5)
  --indicators N   size of the register, 100 to 5000000 (default 100000)
  --work WORK      what the service does while reports are submitted: web, or web,worker (default web,worker)
  --json FILE      leave the figures there
  --profile FOLDER leave CPU profiles of the service there; the figures are then lower`;

/**
 * Reads the command line.
 *
 * @throws UsageError that names the option and its range.
 */
export function readOptions(args: readonly string[]): BenchOptions {
  const { json, profile, work: asked, ...numbers } = parse(args);
  const work = SERVICE_WORKS.find((known) => known === asked);
  if (work === undefined) throw new UsageError(`--work takes ${SERVICE_WORKS.join(' or ')}.`);
  return {
    seconds: within('seconds', numbers.seconds, 0.5, 60),
    rounds: wholeWithin('rounds', numbers.rounds, 1, 50),
    indicators: wholeWithin('indicators', numbers.indicators, 100, 5_000_000),
    work,
    ...(json !== undefined && { json }),
    ...(profile !== undefined && { profile }),
  };
}

function parse(args: readonly string[]) {
  return parsed(() =>
    parseArgs({
      args: [...args],
      options: {
        seconds: { type: 'string', default: '2' },
        rounds: { type: 'string', default: '5' },
        indicators: { type: 'string', default: '100000' },
        work: { type: 'string', default: 'web,worker' },
        json: { type: 'string' },
        profile: { type: 'string' },
      },
    }),
  ).values;
}
