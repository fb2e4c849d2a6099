import { usageError } from '../cli-error.js';
import { type Column, columnNamed, type Row } from './columns.js';
import type { RowSource } from './row-source.js';

/** Fills empty columns of every row by `--set column=value` options. */
export function withDefaults(source: RowSource, options: readonly string[]): RowSource {
  if (options.length === 0) return source;
  const defaults = parseDefaults(options);
  return {
    ...source,
    async *rows() {
      for await (const row of source.rows())
        yield row.content.kind === 'row'
          ? { ...row, content: { kind: 'row', row: { ...defaults, ...row.content.row } } }
          : row;
    },
  };
}

function parseDefaults(options: readonly string[]): Row {
  const row: Partial<Record<Column, string>> = {};
  for (const option of options) {
    const at = option.indexOf('=');
    const column = at < 1 ? undefined : columnNamed(option.slice(0, at));
    const value = option.slice(at + 1).trim();
    if (column === undefined || value === '')
      throw usageError(
        `--set "${option}" is not of the form COLUMN=VALUE with a column of the template, e.g. --set tlp=AMBER.`,
      );
    row[column] = value;
  }
  return row;
}
