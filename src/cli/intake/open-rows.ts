import iconv from 'iconv-lite';
import { usageError } from '../cli-error.js';
import { say, type Terminal } from '../terminal.js';
import { mapColumns, parseMaps } from './column-map.js';
import { bareName, type Column, columnNamed } from './columns.js';
import { DELIMITERS, detectDelimiter } from './detect-delimiter.js';
import { detectEncoding, type InputFile, openInput } from './open-input.js';
import { countLines, openText } from './open-text.js';
import { readCsvHeaders, readCsvRows } from './read-csv.js';
import { readJsonlRows } from './read-jsonl.js';
import type { RowSource } from './row-source.js';

/** How a file is to be read, as the options say it. What is not said is found out. */
export interface ReadOptions {
  readonly map?: readonly string[] | undefined;
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
  readonly required: readonly Column[];
}

/** Opens a file as rows: its encoding, format, delimiter and columns found, or a usage error that says what to do. */
export async function openRows(terminal: Terminal, path: string, options: ReadOptions): Promise<RowSource> {
  const file = await openInput(terminal, path);
  const encoding = await encodingOf(terminal, file, options.encoding);
  const start = iconv.decode(file.start, encoding).replace(/^\ufeff/, '');
  const maps = parseMaps(options.map ?? []);
  const lines = await countLines(file);

  if (isJson(path, start)) {
    if (start.trimStart().startsWith('['))
      throw usageError(
        `${file.name} is one JSON list. Put each object on a line of its own, without commas (JSONL).`,
      );
    return {
      format: 'jsonl',
      headers: [],
      delimiter: '',
      lines,
      rows: () => readJsonlRows(openText(file, encoding), maps),
    };
  }
  const isKnown = (header: string): boolean =>
    columnNamed(header) !== undefined || maps.has(bareName(header));
  const delimiter =
    options.delimiter === undefined ? detectDelimiter(start, isKnown) : checkDelimiter(options.delimiter);
  const headers = await readCsvHeaders(openText(file, encoding), delimiter);
  const columns = mapColumns(headers, maps, options.required);
  return {
    format: 'csv',
    headers,
    delimiter,
    lines,
    rows: () => readCsvRows(openText(file, encoding), delimiter, columns),
  };
}

async function encodingOf(terminal: Terminal, file: InputFile, named: string | undefined): Promise<string> {
  if (named !== undefined) {
    const known: boolean = iconv.encodingExists(named);
    if (known) return named;
    throw usageError(
      `"${named}" is not an encoding that is known here. Examples: utf-8, utf-16le, windows-1252.`,
    );
  }
  const { encoding, certain } = await detectEncoding(file);
  if (!certain)
    say(
      terminal,
      `${file.name} is not UTF-8: it is read as ${encoding}. Give --encoding if names look wrong.`,
    );
  return encoding;
}

function isJson(path: string, start: string): boolean {
  return /\.(jsonl|ndjson|json)$/i.test(path) || /^\s*[{[]/.test(start);
}

function checkDelimiter(text: string): string {
  const delimiter = text === '\\t' || text.toLowerCase() === 'tab' ? '\t' : text;
  if ((DELIMITERS as readonly string[]).includes(delimiter)) return delimiter;
  throw usageError(`--delimiter "${text}" is not one of , ; tab |.`);
}
