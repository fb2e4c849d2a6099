import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { type Column, COLUMNS, type Relation, RELATIONS } from '../access/matrix/matrix-row.js';

const FILE = new URL('./rows.csv', import.meta.url);

/** What is done with rows. */
export const ROW_VERBS = ['select', 'insert', 'update', 'delete'] as const;

export type RowVerb = (typeof ROW_VERBS)[number];

/**
 * Whether the row policies let a reader do it with each row in the relation, whatever else would refuse it. `-`: not judged,
 * and the last column says why.
 */
const CELLS = ['yes', 'no', '-'] as const;

export type RowCell = (typeof CELLS)[number];

/** One line of rows.csv with its lists written out. */
export interface RowLine {
  readonly line: number;
  readonly verbs: readonly RowVerb[];
  readonly tables: readonly string[];
  readonly relations: readonly Relation[];
  readonly cells: Readonly<Record<Column, RowCell>>;
}

/** Reads rows.csv. Throws an error that names the line of what it cannot read, or of what was said before. */
export function readRowLines(text: string = readFileSync(FILE, 'utf8')): readonly RowLine[] {
  const parsed = parse<Record<string, string>>(text, { columns: true, skip_empty_lines: true });
  const lines = parsed.map((fields, index) => lineOf(fields, index + 2));
  const said = new Map<string, number>();
  for (const { line, verbs, tables, relations } of lines)
    for (const key of tables.flatMap((table) =>
      verbs.flatMap((verb) => relations.map((relation) => `${verb} ${table} ${relation}`)),
    )) {
      const earlier = said.get(key);
      if (earlier !== undefined)
        throw new Error(`rows.csv says ${key} twice: in lines ${earlier} and ${line}.`);
      said.set(key, line);
    }
  return lines;
}

function lineOf(fields: Readonly<Record<string, string>>, line: number): RowLine {
  const choose = <Choice extends string>(choices: readonly Choice[], text = ''): Choice => {
    const found = choices.find((choice) => choice === text);
    if (found !== undefined) return found;
    throw new Error(`rows.csv, line ${line}: "${text}" is none of ${choices.join(', ')}.`);
  };
  const words = (text = ''): string[] => text.split(' ').filter((word) => word !== '');
  return {
    line,
    verbs: words(fields['verb']).map((word) => choose(ROW_VERBS, word)),
    tables: words(fields['table']),
    relations: words(fields['relation']).map((word) => choose(RELATIONS, word)),
    cells: Object.fromEntries(COLUMNS.map((column) => [column, choose(CELLS, fields[column])])) as Record<
      Column,
      RowCell
    >,
  };
}
