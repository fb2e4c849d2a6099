import { accepted, type Refusal, refused, type Result } from '../../common/refusal.js';
import type { SubmitReportInput } from '../api-types.js';
import type { Connection } from '../connect/connect.js';
import { checkGate, checkReport } from './check-report.js';
import type { ErrorsFile } from './errors-file.js';
import { columnOfField } from './field-column.js';
import { digestOf, type ImportJournal } from './import-journal.js';
import { mapInOrder } from './map-in-order.js';
import { mapReport, type MappedReport } from './map-report.js';
import type { RowSource, SourceContent, SourceRow } from './row-source.js';
import type { FindSharingGroup } from './sharing-groups.js';
import { submitReport } from './submit-report.js';

/** What an import has done so far. */
export interface ImportCounts {
  rows: number;
  /** Accepted by the service in this run or, where the journal has them, an earlier one. */
  taken: number;
  /** Of the taken ones, those that an interrupted run had already sent. */
  resumed: number;
  refused: number;
  /** Taken rows of which a part was not kept, by what was dropped. */
  readonly notices: Map<string, number>;
  /** Refused rows by code; a row with several counts under each. */
  readonly refusals: Map<string, number>;
}

export interface ImportTask {
  readonly source: RowSource;
  /** None: a dry run, which checks here and sends nothing. */
  readonly connection: Connection | undefined;
  readonly journal: ImportJournal | undefined;
  readonly errors: ErrorsFile;
  readonly concurrency: number;
  readonly findSharingGroup: FindSharingGroup;
  /** Told after each row; `share` of the file is 0 to 1. */
  readonly onProgress: (counts: ImportCounts, share: number) => void;
}

interface RowOutcome {
  readonly row: SourceRow;
  readonly refusals: readonly Refusal[];
  readonly notices: readonly string[];
  readonly resumed: boolean;
}

export function emptyCounts(): ImportCounts {
  return { rows: 0, taken: 0, resumed: 0, refused: 0, notices: new Map(), refusals: new Map() };
}

/** Sends every row of a file, and writes the refused ones to the errors file in their order. Counts into `counts`. */
export async function importReports(task: ImportTask, counts: ImportCounts): Promise<void> {
  const references: References = new Map();
  const work = (row: SourceRow): Promise<RowOutcome> => takeRow(task, references, row);
  for await (const outcome of mapInOrder(task.source.rows(), task.concurrency, work)) {
    counts.rows++;
    if (outcome.refusals.length > 0) {
      counts.refused++;
      for (const code of new Set(outcome.refusals.map((refusal) => refusal.code)))
        count(counts.refusals, code);
      await task.errors.add(outcome.row, outcome.refusals);
    } else {
      counts.taken++;
      if (outcome.resumed) counts.resumed++;
      for (const code of new Set(outcome.notices)) count(counts.notices, code);
    }
    task.onProgress(counts, outcome.row.line / Math.max(task.source.lines, 1));
  }
}

async function takeRow(task: ImportTask, references: References, row: SourceRow): Promise<RowOutcome> {
  const refusedWith = (refusals: readonly Refusal[]): RowOutcome => ({
    row,
    refusals,
    notices: [],
    resumed: false,
  });
  // Before anything that waits, so that rows are compared in the order of the file.
  const doubled = doubledReference(references, row);
  if (doubled !== undefined) return refusedWith([doubled]);
  const mapped = await mapContent(row.content, task.findSharingGroup);
  if (!mapped.ok) return refusedWith(mapped.refusals);
  const { input, columns, leftOut } = mapped.value;
  const notices = leftOut.length > 0 ? ['PART_NOT_KEPT'] : [];
  const digest = digestOf(input);
  if (task.journal?.has(digest) === true) return { row, refusals: [], notices, resumed: true };

  const result = task.connection === undefined ? checkReport(input) : await send(task.connection, input);
  if (result.refusals.length > 0)
    return refusedWith(
      result.refusals.map((refusal) => ({ ...refusal, field: [columnOfField(columns, refusal.field)] })),
    );
  task.journal?.add(digest);
  return {
    row,
    refusals: [],
    notices: [...notices, ...result.notices.map(({ code }) => code)],
    resumed: false,
  };
}

async function send(
  connection: Connection,
  input: SubmitReportInput,
): Promise<{
  readonly refusals: readonly Refusal[];
  readonly notices: readonly { readonly code: string }[];
}> {
  const stopped = checkGate(input);
  if (stopped.length > 0) return { refusals: stopped, notices: [] };
  const outcome = await submitReport(connection, input);
  return outcome.kind === 'refused'
    ? { refusals: outcome.refusals, notices: [] }
    : { refusals: [], notices: outcome.report.notices };
}

/** What was said under each client reference so far, and on which line. */
type References = Map<string, { readonly line: number; readonly digest: string }>;

/**
 * Two rows with one reference and other content, sent side by side, would be taken or refused by chance: the first in
 * the file stands.
 */
function doubledReference(references: References, { line, content }: SourceRow): Refusal | undefined {
  if (content.kind === 'unreadable') return undefined;
  const reference = content.kind === 'row' ? content.row.client_reference : content.input.clientReference;
  if (reference === undefined) return undefined;
  const digest = digestOf(content);
  const earlier = references.get(reference);
  if (earlier === undefined) references.set(reference, { line, digest });
  if (earlier === undefined || earlier.digest === digest) return undefined;
  return {
    code: 'DUPLICATE',
    field: [content.kind === 'row' ? 'client_reference' : 'clientReference'],
    message: `Line ${earlier.line} has the same reference with other content. Give this row a reference of its own.`,
  };
}

async function mapContent(
  content: SourceContent,
  findSharingGroup: FindSharingGroup,
): Promise<Result<MappedReport>> {
  switch (content.kind) {
    case 'unreadable':
      return refused(...content.refusals);
    case 'report':
      return accepted({ input: content.input, columns: new Map(), leftOut: [] });
    case 'row':
      return mapReport(content.row, findSharingGroup);
  }
}

function count(counts: Map<string, number>, code: string): void {
  counts.set(code, (counts.get(code) ?? 0) + 1);
}
