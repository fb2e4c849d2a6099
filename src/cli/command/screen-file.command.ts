import type { Command } from 'commander';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CliError, fileError } from '../cli-error.js';
import type { Purpose } from '../codes.js';
import { connect, type Connection } from '../connect/connect.js';
import { EXIT_CODE } from '../exit-code.js';
import { STDIN } from '../intake/open-input.js';
import { openRows } from '../intake/open-rows.js';
import type { RowSource, SourceRow } from '../intake/row-source.js';
import { startProgress } from '../progress.js';
import { resultRows } from '../screen/describe-screening.js';
import { ResultsFile } from '../screen/results-file.js';
import { screenBatch } from '../screen/screen-batch.js';
import { SCREEN_BATCH_MAX } from '../screen/screen-merchants.js';
import { print, printJson, say, type Terminal } from '../terminal.js';
import {
  type CallOptions,
  type CliContext,
  defineCommand,
  repeated,
  retryForOption,
} from './define-command.js';
import { declaredPurpose, purposeOption } from './purpose-option.js';

interface ScreenFileOptions extends CallOptions {
  readonly purpose?: Purpose;
  readonly out: string;
  readonly map?: readonly string[];
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly failOnMatch?: true;
}

export function defineScreenFile(screen: Command, context: CliContext): void {
  defineCommand(screen, 'file <file>', {
    summary: 'ask about every row of a CSV or JSONL file',
    details: [
      'The columns are those of the import template that describe a merchant; client_reference is given back as ref. The',
      'results have one line per match, and one for each merchant without any. When the service goes away the same',
      'command goes on behind the last hundred that was answered.',
    ].join('\n'),
    examples: [
      [
        'cordon screen file portfolio.csv --purpose PERIODIC_REVIEW --out results.csv',
        'asks, 100 rows at a time',
      ],
    ],
  })
    .addOption(purposeOption())
    .requiredOption('--out <file>', 'where to write the results (CSV)')
    .option('--map <theirs=ours>', 'what a column of the file is; "-" leaves it out (repeat)', repeated)
    .option('--delimiter <character>', 'one of , ; tab |')
    .option('--encoding <name>', 'e.g. utf-8, utf-16le, windows-1252')
    .option('--fail-on-match', `end with exit code ${EXIT_CODE.match} when there is a match`)
    .addOption(retryForOption('long'))
    .action(async (file: string, options: ScreenFileOptions) => {
      await screenFile(context, file, options);
    });
}

async function screenFile(context: CliContext, file: string, options: ScreenFileOptions): Promise<void> {
  const { terminal } = context;
  const purpose = declaredPurpose(options);
  const source = await openRows(terminal, file, { ...options, required: [] });
  const connection = await connect(terminal, options);
  const question = [connection.url, connection.caller, purpose, options.map ?? [], await fingerprint(file)];
  const results = await ResultsFile.open(options.out, question);
  if (results.rowsDone > 0)
    say(terminal, `${results.rowsDone} rows were answered before: going on behind them.`);
  try {
    await answerRows(terminal, source, connection, purpose, results);
  } catch (error) {
    await results.leave();
    if (!(error instanceof CliError) || error.exitCode === EXIT_CODE.usage) throw error;
    const hint = `${results.rowsDone} rows are answered: the same command goes on behind them.`;
    throw new CliError(error.exitCode, `${error.message} ${hint}`, { cause: error });
  }
  await results.finish();
  const { rowsDone: rows, matches, refused } = results;
  if (options.json === true) printJson(terminal, { file, rows, matches, refused, out: options.out });
  else
    print(
      terminal,
      `${file}: ${rows} rows, ${matches} with matches, ${refused} refused. The answers are in ${options.out}.`,
    );
  if (refused > 0) context.exitCode = EXIT_CODE.refused;
  if (matches > 0 && options.failOnMatch === true) context.exitCode = EXIT_CODE.match;
}

async function answerRows(
  terminal: Terminal,
  source: RowSource,
  connection: Connection,
  purpose: Purpose,
  results: ResultsFile,
): Promise<void> {
  const progress = startProgress(terminal);
  try {
    for await (const rows of batches(source.rows(), results.rowsDone)) {
      if (terminal.signal.aborted) throw new CliError(EXIT_CODE.interrupted, 'Stopped.');
      const screenings = await screenBatch(connection, purpose, rows);
      const lines = screenings.flatMap((screening, index) => resultRows(rows[index]?.line ?? 0, screening));
      await results.addBatch(lines, {
        rows: rows.length,
        matches: screenings.filter(({ outcome }) => outcome === 'MATCHES').length,
        refused: screenings.filter(({ outcome }) => outcome === 'REFUSED').length,
      });
      progress.update(
        (rows.at(-1)?.line ?? 0) / Math.max(source.lines, 1),
        `${results.rowsDone} asked, ${results.matches} with matches`,
      );
    }
  } finally {
    progress.stop();
  }
}

/** Rows by the batch, the first `skip` left out. */
async function* batches(rows: AsyncIterable<SourceRow>, skip: number): AsyncGenerator<readonly SourceRow[]> {
  let batch: SourceRow[] = [];
  let seen = 0;
  for await (const row of rows) {
    if (seen++ < skip) continue;
    batch.push(row);
    if (batch.length < SCREEN_BATCH_MAX) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Tells a file from a changed one. What comes by standard input is a new question every time. */
async function fingerprint(file: string): Promise<readonly (string | number)[]> {
  if (file === STDIN) return [STDIN, Date.now()];
  const { size, mtimeMs } = await stat(file).catch((error: unknown) => {
    throw fileError(file, error);
  });
  return [resolve(file), size, mtimeMs];
}
