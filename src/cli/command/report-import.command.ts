import type { Command } from 'commander';
import { resolve } from 'node:path';
import { CliError, usageError } from '../cli-error.js';
import { connect, type Connection } from '../connect/connect.js';
import { EXIT_CODE } from '../exit-code.js';
import { type Column, columnNamed } from '../intake/columns.js';
import { ErrorsFile, errorsPathFor } from '../intake/errors-file.js';
import { emptyCounts, type ImportCounts, importReports } from '../intake/import-reports.js';
import { type ImportResult, resultJson, resultLines } from '../intake/import-result.js';
import { ImportJournal } from '../intake/import-journal.js';
import { STDIN } from '../intake/open-input.js';
import { openRows } from '../intake/open-rows.js';
import type { RowSource } from '../intake/row-source.js';
import { sharingGroupFinder } from '../intake/sharing-groups.js';
import { withDefaults } from '../intake/with-defaults.js';
import { startProgress } from '../progress.js';
import { print, printJson, say, type Terminal } from '../terminal.js';
import {
  type CallOptions,
  type CliContext,
  defineCommand,
  repeated,
  retryForOption,
  wholeNumber,
} from './define-command.js';

const CONCURRENCY_DEFAULT = 8;
const CONCURRENCY_MAX = 32;

const REQUIRED: readonly Column[] = ['client_reference', 'reason', 'basis', 'payment_methods', 'tlp'];

interface ImportOptions extends CallOptions {
  readonly map?: readonly string[];
  readonly set?: readonly string[];
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly dryRun?: true;
  readonly errors?: string;
  readonly concurrency: number;
  readonly resume: boolean;
}

export function defineReportImport(report: Command, context: CliContext): void {
  defineCommand(report, 'import <file>', {
    summary: 'send the reports in a CSV or JSONL file; "-" reads standard input',
    details: [
      'The delimiter and the encoding are found, and columns are known by their names: case, spaces and common other names',
      'are taken. A column that is not known stops the import before anything is sent, until --map says what it is.',
      '',
      'Refused rows are written to FILE.errors.csv with line, code, field, message and suggestion. Mend them there and',
      'import that file: those five columns are left aside. Whatever was taken is taken once, however often it is sent:',
      'the client reference tells.',
      '',
      'Exit codes: 0 all taken, 2 nothing sent, 3 some rows refused, 4 not authorised, 5 service away (the same command',
      'goes on where it stopped).',
    ].join('\n'),
    examples: [
      ['cordon report import reports.csv --dry-run', 'checks every row here and sends nothing'],
      ['cordon report import reports.csv', 'sends the rows; the refused ones are in reports.errors.csv'],
      [
        'cordon report import export.csv --map "Case no=client_reference" --map "Analyst=-"',
        'names a column, leaves one out',
      ],
      [
        'cordon report import export.csv --set basis=INTERNAL_MONITORING --set tlp=AMBER',
        'fills what the file does not have',
      ],
    ],
  })
    .option('--map <theirs=ours>', 'what a column of the file is; "-" leaves it out (repeat)', repeated)
    .option('--set <column=value>', 'the value where the file has none (repeat)', repeated)
    .option('--delimiter <character>', 'one of , ; tab |')
    .option('--encoding <name>', 'e.g. utf-8, utf-16le, windows-1252')
    .option('--dry-run', 'check here, send nothing')
    .option('--errors <file>', 'where to write the refused rows')
    .option(
      '--concurrency <number>',
      'rows on their way at once, 1 to 32',
      wholeNumber(1, CONCURRENCY_MAX),
      CONCURRENCY_DEFAULT,
    )
    .option('--no-resume', 'send every row again, also those that an interrupted run has sent')
    .addOption(retryForOption('long'))
    .action(async (file: string, options: ImportOptions) => {
      await runImport(context, file, options);
    });
}

async function runImport(context: CliContext, file: string, options: ImportOptions): Promise<void> {
  const { terminal } = context;
  const opened = await openRows(terminal, file, { ...options, required: requiredColumns(options.set ?? []) });
  const source = withDefaults(opened, options.set ?? []);
  const errors = new ErrorsFile(options.errors ?? errorsPathFor(file, source.format), source);
  if (file !== STDIN && resolve(errors.path) === resolve(file))
    throw usageError('--errors names the file that is being read. Name another one.');
  const startedAt = terminal.now();
  const counts = emptyCounts();
  const report = (errorsPath: string | undefined): void => {
    const seconds = (terminal.now() - startedAt) / 1000;
    const result: ImportResult = { file, dryRun: options.dryRun === true, counts, seconds, errorsPath };
    if (options.json === true) printJson(terminal, resultJson(result));
    else
      for (const line of resultLines(result, commandFor(errorsPath ?? file, options))) print(terminal, line);
  };
  try {
    await sendRows(terminal, file, options, source, errors, counts);
  } catch (error) {
    // What was refused so far is of use now; the same command writes the whole file.
    if (counts.rows > 0) report(await errors.finish());
    throw error instanceof CliError ? withResumeHint(error, file, options) : error;
  }
  report(await errors.finish());
  if (counts.refused > 0) context.exitCode = EXIT_CODE.refused;
}

async function sendRows(
  terminal: Terminal,
  file: string,
  options: ImportOptions,
  source: RowSource,
  errors: ErrorsFile,
  counts: ImportCounts,
): Promise<void> {
  const connection = options.dryRun === true ? undefined : await connect(terminal, options);
  const findSharingGroup = sharingGroupFinder(connection);
  const journal =
    connection === undefined ? undefined : await openJournal(terminal, connection, file, options.resume);
  const progress = startProgress(terminal);
  let finished = false;
  try {
    await importReports(
      {
        source,
        connection,
        journal,
        errors,
        concurrency: options.concurrency,
        findSharingGroup,
        onProgress: ({ taken, refused }, share) => {
          if (terminal.signal.aborted) throw new CliError(EXIT_CODE.interrupted, 'Stopped.');
          progress.update(share, `${taken} taken, ${refused} refused`);
        },
      },
      counts,
    );
    finished = true;
  } finally {
    progress.stop();
    await journal?.close(finished);
  }
}

async function openJournal(
  terminal: Terminal,
  connection: Connection,
  file: string,
  resume: boolean,
): Promise<ImportJournal> {
  const path = file === STDIN ? STDIN : resolve(file);
  const journal = await ImportJournal.open(
    terminal,
    { url: connection.url, caller: connection.caller, path },
    resume,
  );
  if (journal.size > 0)
    say(
      terminal,
      `An earlier import of ${file} was interrupted: the ${journal.size} rows that it sent are not sent again.`,
    );
  return journal;
}

/** A column that `--set` fills need not be in the file. */
function requiredColumns(set: readonly string[]): readonly Column[] {
  const filled = set.map((option) => columnNamed(option.split('=')[0] ?? ''));
  return REQUIRED.filter((column) => !filled.includes(column));
}

function withResumeHint(error: CliError, file: string, options: ImportOptions): CliError {
  if (options.dryRun === true || error.exitCode === EXIT_CODE.usage) return error;
  const hint = `The rows taken so far are kept: ${commandFor(file, options)} goes on where this stopped.`;
  return new CliError(error.exitCode, `${error.message} ${hint}`, { cause: error });
}

/** The command that imports a file as this one was: what the columns are is said again. */
function commandFor(file: string, options: ImportOptions): string {
  const named = (flag: string, values: readonly string[] | undefined): string[] =>
    (values ?? []).flatMap((value) => [flag, quoted(value)]);
  return [
    'cordon report import',
    quoted(file),
    ...named('--map', options.map),
    ...named('--set', options.set),
  ].join(' ');
}

function quoted(word: string): string {
  return /^[A-Za-z0-9_./=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
