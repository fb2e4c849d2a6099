import { parseArgs } from 'node:util';

import { parsed, wholeWithin } from '../command/read-options.js';

/** What the bench is asked for. */
export interface RecallOptions {
  /** Members that received what is withdrawn. */
  readonly recipients: number;
  /** How often something is withdrawn. */
  readonly rounds: number;
  /** Where the figures go as JSON. */
  readonly json?: string;
}

export const USAGE = `npm run bench:recall [-- --recipients N --rounds N --json FILE]

  --recipients N  members that received what is withdrawn, 2 to 5000 (default 1000)
  --rounds N      how often something is withdrawn, 1 to 50 (default 5)
  --json FILE     leave the figures there`;

/**
 * Reads the command line.
 *
 * @throws UsageError that names the option and its range.
 */
export function readOptions(args: readonly string[]): RecallOptions {
  const { json, ...numbers } = parsed(() =>
    parseArgs({
      args: [...args],
      options: {
        recipients: { type: 'string', default: '1000' },
        rounds: { type: 'string', default: '5' },
        json: { type: 'string' },
      },
    }),
  ).values;
  return {
    recipients: wholeWithin('recipients', numbers.recipients, 2, 5_000),
    rounds: wholeWithin('rounds', numbers.rounds, 1, 50),
    ...(json !== undefined && { json }),
  };
}
