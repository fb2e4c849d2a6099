import { parseArgs } from 'node:util';

import { parsed, wholeWithin } from '../command/read-options.js';

/** What the bench is asked for. */
export interface ScaleOptions {
  /** Listed merchants in the register, each with IDENTIFIERS_PER_MERCHANT identifiers. */
  readonly merchants: number;
  /** Length of one measurement, in seconds. */
  readonly seconds: number;
  /** New reports that are resolved. */
  readonly reports: number;
  /** Where the database lives and stays; without it in a temporary folder that goes at the end. */
  readonly dataDir?: string;
  /** Where the figures go as JSON. */
  readonly json?: string;
}

export const USAGE = `npm run bench:scale [-- --merchants N --seconds N --reports N --data-dir FOLDER --json FILE]

  --merchants N     size of the register, 1000 to 5000000 (default 1000000, each with 5 identifiers)
  --seconds N       length of one measurement, 1 to 60 (default 10)
  --reports N       new reports that are resolved, 16 to 10000 (default 1000)
  --data-dir FOLDER keep the database there, and take it up again when it holds a register of that size
  --json FILE       leave the figures there`;

/**
 * Reads the command line.
 *
 * @throws UsageError that names the option and its range.
 */
export function readOptions(args: readonly string[]): ScaleOptions {
  const { json, 'data-dir': dataDir, ...numbers } = parse(args);
  return {
    merchants: wholeWithin('merchants', numbers.merchants, 1_000, 5_000_000),
    seconds: wholeWithin('seconds', numbers.seconds, 1, 60),
    reports: wholeWithin('reports', numbers.reports, 16, 10_000),
    ...(dataDir !== undefined && { dataDir }),
    ...(json !== undefined && { json }),
  };
}

function parse(args: readonly string[]) {
  return parsed(() =>
    parseArgs({
      args: [...args],
      options: {
        merchants: { type: 'string', default: '1000000' },
        seconds: { type: 'string', default: '10' },
        reports: { type: 'string', default: '1000' },
        'data-dir': { type: 'string' },
        json: { type: 'string' },
      },
    }),
  ).values;
}
