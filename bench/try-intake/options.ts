import { parseArgs } from 'node:util';

import { parsed, UsageError, within } from '../command/read-options.js';

/** What the try is asked for. */
export interface TryOptions {
  /** The folder with reports.csv and truth.csv. */
  readonly folder: string;
  /** Where clusters.csv is left. */
  readonly out?: string;
  /** How often the service is killed during the import. 0 to 50. */
  readonly kills: number;
  /** Members that import at the same time. 1 to 12. */
  readonly parallel: number;
  /** Where the figures go as JSON. */
  readonly json?: string;
  /** Where the built service and commands are. */
  readonly dist: string;
}

export const USAGE = `npm run try:intake -- FOLDER [--out FOLDER] [--kill N] [--parallel N] [--json FILE] [--dist FOLDER]

  FOLDER          holds reports.csv and truth.csv
  --out FOLDER    leave clusters.csv there (member, client_reference, merchant_id)
  --kill N        kill the service N times during the import, 0 to 50 (default 0)
  --parallel N    members that import at the same time, 1 to 12 (default 3)
  --json FILE     leave the figures there
  --dist FOLDER   the built service (default dist)`;

/**
 * Reads the command line.
 *
 * @throws UsageError that names what is wrong.
 */
export function readOptions(args: readonly string[]): TryOptions {
  const { values, positionals } = parse(args);
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new UsageError('Name one folder.');
  return {
    folder,
    kills: within('kill', values.kill, 0, 50),
    parallel: within('parallel', values.parallel, 1, 12),
    dist: values.dist,
    ...(values.out !== undefined && { out: values.out }),
    ...(values.json !== undefined && { json: values.json }),
  };
}

function parse(args: readonly string[]) {
  return parsed(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        kill: { type: 'string', default: '0' },
        parallel: { type: 'string', default: '3' },
        json: { type: 'string' },
        dist: { type: 'string', default: 'dist' },
      },
    }),
  );
}
