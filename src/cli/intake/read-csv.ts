import { type CsvError, parse } from 'csv-parse';
import type { Readable } from 'node:stream';
import { usageError } from '../cli-error.js';
import { errorCode } from '../error-code.js';
import type { ColumnMap } from './column-map.js';
import type { Column, Row } from './columns.js';
import type { SourceRow } from './row-source.js';

/** A row longer than this is a quote that was never closed. Characters. */
const ROW_LENGTH_MAX = 256 * 1024;

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The column names of a CSV text: its first line that is not empty. */
export async function readCsvHeaders(text: Readable, delimiter: string): Promise<readonly string[]> {
  const parser = text.pipe(parse({ ...parserOptions(delimiter), to: 1 }));
  try {
    for await (const { record } of parser as AsyncIterable<CsvRecord>)
      return record.map((header) => header.trim());
  } catch (error) {
    throw usageError(`The first line cannot be read as column names: ${messageOfCsv(error)}`, {
      cause: error,
    });
  } finally {
    text.destroy();
  }
  throw usageError('The file has no line of column names.');
}

/** The rows of a CSV text, its first line left out. A row that cannot be read is refused, and the others go on. */
export async function* readCsvRows(
  text: Readable,
  delimiter: string,
  columns: ColumnMap,
): AsyncGenerator<SourceRow> {
  const parser = text.pipe(
    parse({ ...parserOptions(delimiter), from: 2, skip_records_with_empty_values: true }),
  );
  // Errors of the source do not pass through a pipe by themselves.
  text.once('error', (error) => parser.destroy(error));
  let lastLine = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
      // The parser counts the lines read so far; a row with line breaks in its cells began that many lines before.
      const line = info.lines - record.reduce((breaks, cell) => breaks + countLineBreaks(cell), 0);
      lastLine = info.lines;
      yield { line, original: { kind: 'cells', cells: record }, content: contentOf(record, columns) };
    }
  } catch (error) {
    if (!isCsvError(error)) throw error;
    yield {
      line: lastLine + 1,
      original: { kind: 'cells', cells: [] },
      content: {
        kind: 'unreadable',
        refusals: [
          {
            code: 'INVALID_CSV',
            field: [],
            message: `${messageOfCsv(error)} Nothing after this line was read: mend it and import the file again.`,
          },
        ],
      },
    };
  } finally {
    text.destroy();
  }
}

function parserOptions(delimiter: string): {
  readonly bom: true;
  readonly delimiter: string;
  readonly info: true;
  readonly relax_column_count: true;
  readonly relax_quotes: true;
  readonly skip_empty_lines: true;
  readonly max_record_size: number;
} {
  return {
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: ROW_LENGTH_MAX,
  };
}

function contentOf(record: readonly string[], columns: ColumnMap): SourceRow['content'] {
  const surplus = record.slice(columns.length).some((cell) => cell.trim() !== '');
  if (surplus || record.length < columns.length)
    return {
      kind: 'unreadable',
      refusals: [
        {
          code: 'COLUMN_COUNT',
          field: [],
          message: `The row has ${record.length} columns and the first line ${columns.length}. A value that holds the delimiter needs quotes.`,
        },
      ],
    };
  const row: Partial<Record<Column, string>> = {};
  columns.forEach((column, index) => {
    const value = plainCell(record[index] ?? '').trim();
    if (column !== 'ignored' && value !== '') row[column] = value;
  });
  return { kind: 'row', row: row satisfies Row };
}

/**
 * A cell without the apostrophe that errors files put before what a spreadsheet would take for a formula, a telephone
 * number with its plus among them.
 */
export function plainCell(cell: string): string {
  return /^'[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? cell.slice(1) : cell;
}

function countLineBreaks(cell: string): number {
  return cell.match(/\r\n|\n|\r/g)?.length ?? 0;
}

function isCsvError(error: unknown): error is CsvError {
  return errorCode(error)?.startsWith('CSV_') === true;
}

function messageOfCsv(error: unknown): string {
  const code = isCsvError(error) ? error.code : undefined;
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
    return 'A quote (") is opened and not closed.';
  return `The row is not valid CSV (${code ?? 'unknown fault'}).`;
}
