import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Refusal } from '../../common/refusal.js';
import type { NamedMaps } from './column-map.js';
import { bareName, type Column, columnNamed, ERROR_COLUMNS, type Row } from './columns.js';
import { parseSubmission } from './report-shape.js';
import type { SourceContent, SourceRow } from './row-source.js';

/**
 * The rows of a JSONL text: one object per line, either flat with the template's columns as names, or in the shape of
 * the service's own input (`clientReference` and `report`).
 */
export async function* readJsonlRows(text: Readable, maps: NamedMaps): AsyncGenerator<SourceRow> {
  let line = 0;
  const lines = createInterface({ input: text, crlfDelay: Infinity });
  for await (const written of lines) {
    line++;
    const content = written.replace(/^\ufeff/, '').trim();
    if (content === '') continue;
    const object = parseObject(content);
    yield object === undefined
      ? {
          line,
          original: { kind: 'text', text: content },
          content: unreadable('INVALID_JSON', [], 'The line is not a JSON object.'),
        }
      : { line, original: { kind: 'object', object }, content: contentOf(object, maps) };
  }
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function contentOf(object: Readonly<Record<string, unknown>>, maps: NamedMaps): SourceContent {
  if (isObject(object['report'])) return reportOf(object);
  const row: Partial<Record<Column, string>> = {};
  const refusals: Refusal[] = [];
  const isErrorsRow = ERROR_COLUMNS.every((name) => name in object);
  for (const [name, value] of Object.entries(object)) {
    if (isErrorsRow && (ERROR_COLUMNS as readonly string[]).includes(name)) continue;
    const column = maps.get(bareName(name)) ?? columnNamed(name);
    const text = textOf(value);
    if (column === undefined) refusals.push(unknownName(name));
    else if (text === undefined)
      refusals.push({
        code: 'INVALID_FORMAT',
        field: [name],
        message: 'The value is neither a text, a number nor a list of texts.',
      });
    else if (column !== 'ignored' && row[column] !== undefined)
      refusals.push({
        code: 'DUPLICATE',
        field: [name],
        message: `Another name of this object means ${column} too.`,
      });
    else if (column !== 'ignored' && text !== '') row[column] = text;
  }
  return refusals.length > 0 ? { kind: 'unreadable', refusals } : { kind: 'row', row: row satisfies Row };
}

/** An object in the shape of the service's input, what an errors file added to it left out. */
function reportOf(object: Readonly<Record<string, unknown>>): SourceContent {
  const parsed = parseSubmission(
    Object.fromEntries(
      Object.entries(object).filter(([name]) => !(ERROR_COLUMNS as readonly string[]).includes(name)),
    ),
  );
  return parsed.ok
    ? { kind: 'report', input: parsed.value }
    : { kind: 'unreadable', refusals: parsed.refusals };
}

/** A value as a file of cells would hold it; lists are joined as there. */
function textOf(value: unknown): string | undefined {
  if (value === null) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value.join('|');
  return undefined;
}

function unknownName(name: string): Refusal {
  return {
    code: 'UNKNOWN_FIELD',
    field: [name],
    message: `There is no column "${name}". Use --map "${name}=OURS" to say what it is, or --map "${name}=-" to leave it out.`,
  };
}

function unreadable(code: string, field: readonly string[], message: string): SourceContent {
  return { kind: 'unreadable', refusals: [{ code, field, message }] };
}
