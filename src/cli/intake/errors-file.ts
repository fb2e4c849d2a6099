import { stringify } from 'csv-stringify/sync';
import { createWriteStream, type WriteStream } from 'node:fs';
import { access, rename, unlink } from 'node:fs/promises';
import { once } from 'node:events';
import type { Refusal } from '../../common/refusal.js';
import { fileError } from '../cli-error.js';
import { bareName, ERROR_COLUMNS } from './columns.js';
import type { RowSource, SourceRow } from './row-source.js';

/** Joins what several refusals of one row say. */
const JOIN = ' | ';
/** With it, spreadsheets read the file as UTF-8; our own import leaves it out. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The refused rows of an import, as they stood, each with its line and what to mend. Mended, the file can be imported as
 * it is. It is written beside its final name and moved there at the end; there is no file when nothing was refused, and
 * one from an earlier run is kept as `.bak`.
 */
export class ErrorsFile {
  private readonly partPath: string;
  private stream: WriteStream | undefined;
  private failure: Error | undefined;

  constructor(
    readonly path: string,
    private readonly source: Pick<RowSource, 'format' | 'headers' | 'delimiter'>,
  ) {
    this.partPath = `${path}.part`;
  }

  async add(row: SourceRow, refusals: readonly Refusal[]): Promise<void> {
    this.stream ??= this.start();
    if (this.failure !== undefined) throw fileError(this.path, this.failure);
    const text = this.source.format === 'jsonl' ? jsonLine(row, refusals) : this.csvLine(row, refusals);
    if (!this.stream.write(text))
      await Promise.race([once(this.stream, 'drain'), once(this.stream, 'close')]);
  }

  /** Puts the file in its place. Returns its path, or undefined when no row was refused. */
  async finish(): Promise<string | undefined> {
    if (await exists(this.path)) await rename(this.path, `${this.path}.bak`);
    if (this.stream === undefined) {
      await unlink(this.partPath).catch(() => undefined);
      return undefined;
    }
    this.stream.end();
    if (!this.stream.closed) await once(this.stream, 'close');
    if (this.failure !== undefined) throw fileError(this.path, this.failure);
    await rename(this.partPath, this.path).catch((error: unknown) => {
      throw fileError(this.path, error);
    });
    return this.path;
  }

  private start(): WriteStream {
    // Rows hold merchants' data: nobody else on the machine reads them.
    const stream = createWriteStream(this.partPath, { mode: 0o600 });
    stream.on('error', (error) => (this.failure = error));
    if (this.source.format === 'csv') {
      const headers = [
        ...this.keptColumns().map((index) => this.source.headers[index] ?? ''),
        ...ERROR_COLUMNS,
      ];
      stream.write(BYTE_ORDER_MARK + this.csv(headers));
    }
    return stream;
  }

  private csvLine(row: SourceRow, refusals: readonly Refusal[]): string {
    const cells = row.original.kind === 'cells' ? row.original.cells : [];
    const surplus = cells.slice(this.source.headers.length);
    const kept = this.keptColumns().map((index) => cells[index] ?? '');
    // Cells beyond the last column have no place of their own: they are given back at the end of the last one.
    if (surplus.length > 0) kept.push([kept.pop() ?? '', ...surplus].join(this.source.delimiter));
    const { line, code, field, message, suggestion } = described(row, refusals);
    return this.csv([...kept, String(line), code, field, message, suggestion]);
  }

  /** A mended errors file that is refused again: its own added columns are written anew, not twice. */
  private keptColumns(): readonly number[] {
    const names = this.source.headers.map(bareName);
    const isErrorsFile = ERROR_COLUMNS.every((name) => names.includes(name));
    return names.flatMap((name, index) =>
      isErrorsFile && (ERROR_COLUMNS as readonly string[]).includes(name) ? [] : [index],
    );
  }

  private csv(cells: readonly string[]): string {
    return stringify([[...cells]], { delimiter: this.source.delimiter, escape_formulas: true });
  }
}

/**
 * The errors file that goes with an input: `reports.errors.csv` for `reports.csv`, and for an errors file that is sent
 * again the next number, so that what is being read is never written over.
 */
export function errorsPathFor(input: string, format: RowSource['format']): string {
  const ending = format === 'jsonl' ? 'jsonl' : 'csv';
  if (input === '-') return `cordon.errors.${ending}`;
  const again = /^(.*)\.errors(?:\.(\d+))?\.(csv|jsonl)$/i.exec(input);
  if (again !== null) return `${again[1] ?? ''}.errors.${Number(again[2] ?? 1) + 1}.${ending}`;
  return `${input.replace(/\.(csv|tsv|txt|jsonl|ndjson|json)$/i, '')}.errors.${ending}`;
}

function jsonLine(row: SourceRow, refusals: readonly Refusal[]): string {
  const { original } = row;
  const object =
    original.kind === 'object' ? original.object : { text: original.kind === 'text' ? original.text : '' };
  const own = Object.fromEntries(
    Object.entries(object).filter(([name]) => !(ERROR_COLUMNS as readonly string[]).includes(name)),
  );
  return `${JSON.stringify({ ...own, ...described(row, refusals) })}\n`;
}

function described(
  row: SourceRow,
  refusals: readonly Refusal[],
): { line: number; code: string; field: string; message: string; suggestion: string } {
  return {
    line: row.line,
    code: refusals.map(({ code }) => code).join(JOIN),
    field: refusals.map(({ field }) => field.join('.')).join(JOIN),
    message: refusals.map(({ message }) => message).join(JOIN),
    suggestion: refusals
      .map(({ suggestion }) => suggestion ?? '')
      .join(JOIN)
      .replace(/^[ |]+$/, ''),
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
