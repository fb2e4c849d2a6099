/** One access rule taken out, and whether the matrix told. */
export interface MutantResult {
  /** `operation`: its permission opened to whoever is signed in. `rule`: of a repository. `policy`: of a table's rows. */
  readonly kind: 'operation' | 'rule' | 'policy';
  readonly name: string;
  /** What the matrix said first; undefined when it said nothing. */
  readonly caughtBy: string | undefined;
  /** What had to be out as well, for others say the same; undefined when it was caught alone. */
  readonly how?: string | undefined;
  readonly calls: number;
}

/** The mutants as a table that a person reads. */
export function describeMutants(results: readonly MutantResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  return results
    .map(
      ({ kind, name, caughtBy, how }) =>
        `${kind.padEnd(9)} ${name.padEnd(width)} ${caughtBy === undefined ? 'MISSED' : `caught${how === undefined ? '' : ` ${how}`}: ${caughtBy.slice(0, 110)}`}`,
    )
    .join('\n');
}
