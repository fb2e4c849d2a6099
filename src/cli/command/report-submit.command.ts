import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import type { Refusal } from '../../common/refusal.js';
import type { SubmitReportInput } from '../api-types.js';
import { fileError, usageError } from '../cli-error.js';
import { connect } from '../connect/connect.js';
import { EXIT_CODE } from '../exit-code.js';
import { checkGate, checkReport } from '../intake/check-report.js';
import { COLUMN_NAMES, type Row } from '../intake/columns.js';
import { columnOfField } from '../intake/field-column.js';
import { mapReport } from '../intake/map-report.js';
import { STDIN } from '../intake/open-input.js';
import { parseSubmission } from '../intake/report-shape.js';
import { type FindSharingGroup, sharingGroupFinder } from '../intake/sharing-groups.js';
import { submitReport } from '../intake/submit-report.js';
import { print, printJson, say, type Terminal } from '../terminal.js';
import { type CallOptions, type CliContext, defineCommand, retryForOption } from './define-command.js';

interface SubmitOptions extends CallOptions {
  readonly file?: string;
  readonly dryRun?: true;
  /** The template's columns as flags, in camel case as commander gives them. */
  readonly [flag: string]: unknown;
}

/** A report to send, and how its fields are called by whoever gave it. */
interface Submission {
  readonly input: SubmitReportInput;
  readonly nameOf: (field: readonly string[]) => string;
}

export function defineReportSubmit(report: Command, context: CliContext): void {
  const command = defineCommand(report, 'submit', {
    summary: 'send one report, by flags or from a JSON file',
    details: [
      'The flags are the columns of the import template. The JSON file has the shape of the service’s own input:',
      '{ "clientReference": "...", "report": { ... } }.',
    ].join('\n'),
    examples: [
      [
        'cordon report submit --client-reference C-17 --reason CSAM_SALE --basis TEST_TRANSACTION --payment-methods CARD --tlp AMBER --website shop.example --country NL',
        'sends a report by flags',
      ],
      ['cordon report submit --file report.json', 'sends the report in a file; "-" reads standard input'],
    ],
  })
    .option('--file <file>', 'the report as JSON')
    .option('--dry-run', 'check here, send nothing')
    .addOption(retryForOption('short'));
  for (const column of COLUMN_NAMES) command.option(`--${flagOf(column)} <value>`, describe(column));
  command.action(async (options: SubmitOptions) => {
    await submit(context, options);
  });
}

async function submit(context: CliContext, options: SubmitOptions): Promise<void> {
  const { terminal } = context;
  const connection = options.dryRun === true ? undefined : await connect(terminal, options);
  const submission = await submissionOf(context, options, sharingGroupFinder(connection));
  if (submission === undefined) return;
  const { input, nameOf } = submission;
  if (connection === undefined) {
    const { refusals } = checkReport(input);
    if (refusals.length > 0) refuse(context, options, refusals, nameOf);
    else tellChecked(terminal, options);
    return;
  }
  const stopped = checkGate(input);
  const outcome =
    stopped.length > 0
      ? ({ kind: 'refused', refusals: stopped } as const)
      : await submitReport(connection, input);
  if (outcome.kind === 'refused') {
    refuse(context, options, outcome.refusals, nameOf);
    return;
  }
  const { report } = outcome;
  if (options.json === true) printJson(terminal, { report, refusals: [] });
  else {
    print(terminal, `Report ${report.id} (${report.clientReference}) is taken: ${report.status}.`);
    for (const notice of report.notices) print(terminal, `  ${nameOf(notice.field)}: ${notice.message}`);
  }
}

async function submissionOf(
  context: CliContext,
  options: SubmitOptions,
  findSharingGroup: FindSharingGroup,
): Promise<Submission | undefined> {
  const row = rowOfFlags(options);
  if (options.file !== undefined) {
    if (Object.keys(row).length > 0)
      throw usageError('Give the report either by --file or by flags, not by both.');
    const parsed = parseSubmission(await readJsonFile(context.terminal, options.file));
    if (parsed.ok) return { input: parsed.value, nameOf: (field) => field.join('.') };
    refuse(context, options, parsed.refusals, (field) => field.join('.'));
    return undefined;
  }
  if (Object.keys(row).length === 0)
    throw usageError('Say what to report, by flags or by --file. See cordon report submit -h.');
  const mapped = await mapReport(row, findSharingGroup);
  if (mapped.ok) {
    const { input, columns } = mapped.value;
    return { input, nameOf: (field) => `--${flagOf(columnOfField(columns, field))}` };
  }
  refuse(context, options, mapped.refusals, (field) => `--${flagOf(field.join('.'))}`);
  return undefined;
}

async function readJsonFile(terminal: Terminal, file: string): Promise<unknown> {
  const text =
    file === STDIN
      ? await readAll(terminal.stdin)
      : await readFile(file, 'utf8').catch((error: unknown) => {
          throw fileError(file, error);
        });
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw usageError(`${file} is not JSON. It should hold { "clientReference": "...", "report": { ... } }.`, {
      cause: error,
    });
  }
}

function rowOfFlags(options: SubmitOptions): Row {
  return Object.fromEntries(
    COLUMN_NAMES.flatMap((column) => {
      const value = options[column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())];
      return typeof value === 'string' && value.trim() !== '' ? [[column, value.trim()]] : [];
    }),
  );
}

function refuse(
  context: CliContext,
  options: SubmitOptions,
  refusals: readonly Refusal[],
  nameOf: (field: readonly string[]) => string,
): void {
  context.exitCode = EXIT_CODE.refused;
  if (options.json === true) {
    printJson(context.terminal, { report: null, refusals });
    return;
  }
  say(context.terminal, 'The report is refused:');
  for (const { code, field, message, suggestion } of refusals) {
    const where = field.length === 0 ? '' : `${nameOf(field)}: `;
    say(
      context.terminal,
      `  ${where}${message} [${code}]${suggestion === undefined ? '' : ` Suggestion: ${suggestion}`}`,
    );
  }
}

function tellChecked(terminal: Terminal, options: SubmitOptions): void {
  if (options.json === true) printJson(terminal, { report: null, refusals: [], dryRun: true });
  else print(terminal, 'Nothing was found wrong here. Nothing was sent.');
}

function flagOf(column: string): string {
  return column.replaceAll('_', '-');
}

function describe(column: string): string {
  if (column === 'trade_names' || column === 'payment_methods')
    return `column ${column}, several joined by |`;
  return `column ${column}`;
}
