import type { Cell, Column, Kind, MatrixRow, Relation } from './matrix-row.js';
import { readMatrix } from './read-matrix.js';

/** The table that says who may see what, to be asked. */
export class Matrix {
  readonly #cells = new Map<string, MatrixRow>();
  readonly #patterns: readonly { readonly kind: Kind; readonly pattern: RegExp; readonly row: MatrixRow }[];

  constructor(readonly rows: readonly MatrixRow[] = readMatrix()) {
    for (const row of rows)
      for (const path of row.paths)
        for (const relation of row.relations) {
          const name = keyOf(row.kind, path, relation);
          const earlier = this.#cells.get(name);
          if (earlier !== undefined)
            throw new Error(`matrix.csv says ${name} twice: in lines ${earlier.line} and ${row.line}.`);
          this.#cells.set(name, row);
        }
    this.#patterns = rows.flatMap((row) =>
      row.paths
        .filter((path) => path.includes('*'))
        .map((path) => ({
          kind: row.kind,
          pattern: new RegExp(`^${path.replaceAll('.', '[.]').replaceAll('*', '\\w*')}$`),
          row,
        })),
    );
  }

  /** What one column expects; undefined where no row says it. */
  cell(kind: Kind, path: string, relation: Relation, column: Column): Cell | undefined {
    return this.#cells.get(keyOf(kind, path, relation))?.cells[column];
  }

  /** The rows of a kind that name a path, patterns included. */
  rowsOf(kind: Kind, path: string): readonly MatrixRow[] {
    return [
      ...this.rows.filter((row) => row.kind === kind && row.paths.includes(path)),
      ...this.#patterns.filter((each) => each.kind === kind && each.pattern.test(path)).map(({ row }) => row),
    ];
  }

  /** The relations that the rows of a path name. */
  relationsOf(kind: Kind, path: string): readonly Relation[] {
    return [...new Set(this.rowsOf(kind, path).flatMap(({ relations }) => relations))];
  }

  /** Every path that the rows of a kind name. */
  paths(kind: Kind): readonly string[] {
    return [...new Set(this.rows.filter((row) => row.kind === kind).flatMap(({ paths }) => paths))];
  }

  /** Whether a column may see what stands at a path in one relation, or in whatever relation. */
  allows(kind: Kind, path: string, relation: Relation, column: Column): boolean {
    return [relation, 'any' as const].some((each) => {
      const cell = this.cell(kind, path, each, column);
      return cell === 'yes' || cell === 'may';
    });
  }
}

function keyOf(kind: Kind, path: string, relation: Relation): string {
  return `${kind} ${path} ${relation}`;
}
