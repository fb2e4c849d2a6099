import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cleanup } from '../command/cleanup.js';
import { bCubed, type Clustered, type Figures } from './b-cubed.js';
import { checkStored, type Stored } from './check-stored.js';
import { importMembers, type MemberImport } from './import-members.js';
import { readRows, readTruth, splitReports, type Truth } from './intake-files.js';
import { type ExpectedRows, judgeRows } from './judge-rows.js';
import { type Kill, killService } from './kill-service.js';
import { onboardMembers } from './onboard-members.js';
import type { TryOptions } from './options.js';
import { jsonOf, runProgram } from './run-program.js';
import { TryService } from './service.js';
import { waitResolved } from './wait-resolved.js';

const COMMAND_MS_MAX = 120_000;

/** The least precision, in every kind of case and in all. */
export const PRECISION_MIN = { byKind: 0.97, all: 0.99 } as const;

/** What the try found. */
export interface TryFigures {
  readonly rows: number;
  readonly taken: number;
  readonly refused: number;
  readonly expectations: readonly ExpectedRows[];
  readonly importSeconds: number;
  readonly reportsPerSecond: number;
  /** From the end of the import until the last report was resolved. */
  readonly resolutionSeconds: number;
  readonly merchants: number;
  readonly trueMerchants: number;
  readonly all: Figures;
  readonly byKind: Readonly<Record<string, Figures>>;
  readonly kills: readonly Kill[];
  readonly stored: Stored;
  /** Whether rows, precision, kills and storage are as they must be. */
  readonly passed: boolean;
}

/** Runs the whole path from an empty register, as a coalition would, and measures it. */
export async function runTry(
  options: TryOptions,
  cleanup: Cleanup,
  say: (line: string) => void,
): Promise<TryFigures> {
  const truth = await readTruth(options.folder);
  const work = await mkdtemp(join(tmpdir(), 'cordon-try-'));
  cleanup.add({ stop: () => rm(work, { recursive: true, force: true }) });
  const files = await splitReports(options.folder, work);
  const members = files.map(({ member }) => member);
  const command = (name: string): string => join(options.dist, 'src', 'cli', `${name}.js`);

  say('Starting an empty register.');
  const service = cleanup.add(await TryService.start(options.dist, work));
  say(`Onboarding ${members.length} members.`);
  const clients = await onboardMembers(service, command('cordon-admin'), members);

  say(`Importing ${truth.length} rows.`);
  const startedAt = performance.now();
  let over = false;
  const importing = importMembers(
    command('cordon'),
    service.url,
    work,
    files,
    clients,
    options.parallel,
  ).finally(() => (over = true));
  const killing = killService(service, work, members, truth.length, options.kills, () => over);
  const [imports, kills] = await Promise.all([importing, killing]);
  const importSeconds = (performance.now() - startedAt) / 1000;

  say('Waiting until every report is resolved.');
  const resolutionSeconds = await waitResolved(service.env['CORDON_DATA_DIR'] ?? '');
  const stored = await checkStored(service.url, clients, imports, truth);
  const clustersPath = join(work, 'clusters.csv');
  const exportArgs = [command('cordon-admin'), 'export', 'clusters', '--out', clustersPath, '--json'];
  jsonOf('cordon-admin export clusters', await runProgram(exportArgs, service.env, COMMAND_MS_MAX));
  if (options.out !== undefined) {
    await mkdir(options.out, { recursive: true });
    await copyFile(clustersPath, join(options.out, 'clusters.csv'));
  }
  return figuresOf(options, truth, imports, await clustered(clustersPath, truth), {
    importSeconds,
    resolutionSeconds,
    kills,
    stored,
  });
}

/** The exported reports with their truth; rows that must be refused are left out of the measure. */
async function clustered(path: string, truth: readonly Truth[]): Promise<readonly Clustered[]> {
  const clusters = new Map(
    (await readRows(path)).map((row) => [
      `${row['member'] ?? ''} ${row['client_reference'] ?? ''}`,
      row['merchant_id'] ?? '',
    ]),
  );
  return truth
    .filter(({ expect }) => !expect.startsWith('refused'))
    .flatMap(({ member, clientReference, merchant, kind }) => {
      const cluster = clusters.get(`${member} ${clientReference}`);
      return cluster === undefined ? [] : [{ cluster, truth: merchant, kind }];
    });
}

function figuresOf(
  options: TryOptions,
  truth: readonly Truth[],
  imports: readonly MemberImport[],
  records: readonly Clustered[],
  rest: Pick<TryFigures, 'importSeconds' | 'resolutionSeconds' | 'kills' | 'stored'>,
): TryFigures {
  const { all, byKind } = bCubed(records);
  const expectations = judgeRows(truth, imports);
  const taken = imports.reduce((sum, { taken: count }) => sum + count, 0);
  const { stored, kills } = rest;
  return {
    rows: truth.length,
    taken,
    refused: imports.reduce((sum, { refused }) => sum + refused, 0),
    expectations,
    reportsPerSecond: taken / rest.importSeconds,
    merchants: new Set(records.map(({ cluster }) => cluster)).size,
    trueMerchants: new Set(records.map(({ truth: merchant }) => merchant)).size,
    all,
    byKind: Object.fromEntries(byKind),
    ...rest,
    passed:
      expectations.every(({ asExpected }) => asExpected) &&
      all.precision >= PRECISION_MIN.all &&
      [...byKind.values()].every(({ precision }) => precision >= PRECISION_MIN.byKind) &&
      [stored.missing, stored.doubled, stored.unexpected].every((list) => list.length === 0) &&
      stored.stored === taken &&
      kills.length === options.kills,
  };
}
