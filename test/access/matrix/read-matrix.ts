import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { type Cell, CELLS, type Column, COLUMNS, type Kind, KINDS, type MatrixRow } from './matrix-row.js';
import { type Relation, RELATIONS } from './matrix-row.js';

const FILE = new URL('../matrix.csv', import.meta.url);

/** Reads matrix.csv. Throws an error that names the line of what it cannot read. */
export function readMatrix(text: string = readFileSync(FILE, 'utf8')): readonly MatrixRow[] {
  const lines = parse<Record<string, string>>(text, { columns: true, skip_empty_lines: true });
  return lines.map((fields, index) => rowOf(fields, index + 2));
}

function rowOf(fields: Readonly<Record<string, string>>, line: number): MatrixRow {
  const kind = oneOf<Kind>(KINDS, fields['kind'], line);
  const relation = words(fields['relation']);
  const reach = relation[0] === 'aimed' || relation[0] === 'said' ? relation[0] : undefined;
  return {
    line,
    kind,
    paths: pathsOf(kind, fields['path'] ?? ''),
    relations: reach === undefined ? relation.map((word) => oneOf<Relation>(RELATIONS, word, line)) : [],
    reach,
    cells: Object.fromEntries(
      COLUMNS.map((column) => [column, oneOf<Cell>(CELLS, fields[column], line)]),
    ) as Record<Column, Cell>,
  };
}

/** `A B: c d` is A.c, A.d, B.c and B.d. */
function pathsOf(kind: Kind, text: string): readonly string[] {
  if (kind === 'operation' || kind === 'stored') return [text];
  const [owners = '', names = ''] = text.split(':');
  return words(owners).flatMap((owner) => words(names).map((name) => `${owner}.${name}`));
}

function words(text = ''): string[] {
  return text.split(' ').filter((word) => word !== '');
}

function oneOf<Choice extends string>(
  choices: readonly Choice[],
  text: string | undefined,
  line: number,
): Choice {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) {
    throw new Error(`matrix.csv, line ${line}: "${text ?? ''}" is none of ${choices.join(', ')}.`);
  }
  return found;
}
