import { usageError } from '../cli-error.js';
import { bareName, type Column, columnNamed, COLUMN_NAMES, COLUMNS, ERROR_COLUMNS } from './columns.js';

/** What each column of a file is, by its position: one of ours, or left aside. */
export type ColumnMap = readonly (Column | 'ignored')[];

/** Maps by `--map`, from the bare name of their header to one of our columns, or to be left aside. */
export type NamedMaps = ReadonlyMap<string, Column | 'ignored'>;

const IGNORE = '-';

/** Reads `--map theirs=ours` options; `theirs=-` leaves a column aside. */
export function parseMaps(options: readonly string[]): NamedMaps {
  return new Map(
    options.map((option) => {
      const at = option.lastIndexOf('=');
      const theirs = option.slice(0, at).trim();
      const ours = option.slice(at + 1).trim();
      if (at < 1 || ours === '')
        throw usageError(
          `--map "${option}" is not of the form THEIRS=OURS, e.g. --map "Case no=client_reference".`,
        );
      if (ours === IGNORE) return [bareName(theirs), 'ignored'] as const;
      const column = columnNamed(ours);
      if (column === undefined)
        throw usageError(`--map "${option}": there is no column "${ours}". ${columnList()}`);
      if (isErrorColumn(theirs))
        throw usageError(
          `--map "${option}": errors files use the name "${theirs}" for themselves. Rename that column in the file.`,
        );
      return [bareName(theirs), column] as const;
    }),
  );
}

/**
 * Decides what each column of a file is. A column that nobody knows is refused rather than left out in silence: it may
 * hold what must not be lost, or what must not be here.
 */
export function mapColumns(
  headers: readonly string[],
  maps: NamedMaps,
  required: readonly Column[],
): ColumnMap {
  const present = new Set(headers.map(bareName));
  for (const theirs of maps.keys())
    if (!present.has(theirs))
      throw usageError(`--map names a column that the file does not have: "${theirs}". ${has(headers)}`);

  const isErrorsFile = ERROR_COLUMNS.every((name) => present.has(name));
  const columns = headers.map(
    (header) =>
      maps.get(bareName(header)) ??
      (isErrorsFile && isErrorColumn(header) ? ('ignored' as const) : columnNamed(header)),
  );
  refuseUnknown(headers, columns);
  refuseDoubled(headers, columns);
  const missing = required.filter((column) => !columns.includes(column));
  if (missing.length > 0)
    throw usageError(
      `The file has no column ${missing.map((column) => `"${column}"`).join(', ')}. ${has(headers)} Use --map THEIRS=${missing[0] ?? ''} when it goes by another name.`,
    );
  return columns.map((column) => column ?? 'ignored');
}

function refuseUnknown(
  headers: readonly string[],
  columns: readonly (Column | 'ignored' | undefined)[],
): void {
  const unknown = headers.filter((_, index) => columns[index] === undefined);
  const first = unknown[0];
  if (first === undefined) return;
  const names = unknown.map((header) => `"${header}"`).join(', ');
  const hint = headers.length === 1 ? ' The first line was read as one column: is --delimiter right?' : '';
  throw usageError(
    `Unknown column ${names}. Use --map "${first}=OURS" to say what it is, or --map "${first}=-" to leave it out.${hint} ${columnList()}`,
  );
}

function refuseDoubled(
  headers: readonly string[],
  columns: readonly (Column | 'ignored' | undefined)[],
): void {
  for (const column of COLUMN_NAMES) {
    const from = headers.filter((_, index) => columns[index] === column);
    if (from.length < 2) continue;
    const names = from.map((header) => `"${header}"`).join(' and ');
    throw usageError(`${names} both mean ${column}. Use --map "THEIRS=-" to leave one of them out.`);
  }
}

function isErrorColumn(header: string): boolean {
  return (ERROR_COLUMNS as readonly string[]).includes(bareName(header));
}

function has(headers: readonly string[]): string {
  return `It has: ${headers.map((header) => `"${header}"`).join(', ')}.`;
}

function columnList(): string {
  return `Columns: ${Object.keys(COLUMNS).join(', ')}.`;
}
