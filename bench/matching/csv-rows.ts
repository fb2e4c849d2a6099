import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

/** One line of a CSV file by the names of its columns. */
export type CsvRow = Readonly<Record<string, string | undefined>>;

/** The rows of a CSV file with a header line, UTF-8; undefined where there is no such file. */
export function readRows(folder: string, name: string): readonly CsvRow[] | undefined {
  const path = join(folder, name);
  if (!existsSync(path)) return undefined;
  return parse(readFileSync(path, 'utf8'), { columns: true, bom: true, relax_column_count: true });
}
