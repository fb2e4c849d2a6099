/** One access rule taken out, and what told. */
export interface MutantResult {
  /** `operation`: its permission opened to whoever is signed in. `rule`: of a repository. `policy`: of a table's rows. */
  readonly kind: 'operation' | 'rule' | 'policy';
  readonly name: string;
  /** What the matrix said first; undefined when it said nothing, or was not asked. */
  readonly matrix?: string | undefined;
  /** What had to be out as well before the matrix told, for others say the same; undefined when it told at once. */
  readonly how?: string | undefined;
  /** Of a policy what the table of rows said first, of a rule what the statements asked directly did. */
  readonly rows?: string | undefined;
}

/** What told that a mutant's rule is out; undefined when nothing did. */
export function caughtBy({ matrix, rows }: MutantResult): string | undefined {
  return matrix ?? rows;
}

/** The mutants as a table that a person reads. */
export function describeMutants(results: readonly MutantResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  return results
    .map((each) => `${each.kind.padEnd(9)} ${each.name.padEnd(width)} ${describeVerdict(each)}`)
    .join('\n');
}

/** So many of a kind, by what. */
export function describeKind(results: readonly MutantResult[]): string {
  const [ofMatrix, ofRows] = [
    results.filter(({ matrix }) => matrix !== undefined),
    results.filter(({ rows }) => rows !== undefined),
  ];
  const alone = ofMatrix.filter(({ how }) => how === undefined);
  const caught = results.filter((each) => caughtBy(each) !== undefined);
  return (
    `${caught.length} of ${results.length} caught: ${ofMatrix.length} by the matrix (${alone.length} alone), ` +
    `${ofRows.length} by rows and statements asked directly`
  );
}

function describeVerdict({ matrix, how, rows }: MutantResult): string {
  const told = [
    ...(matrix === undefined
      ? []
      : [`the matrix${how === undefined ? '' : ` ${how}`}: ${matrix.slice(0, 100)}`]),
    ...(rows === undefined ? [] : [`asked directly: ${rows.slice(0, 100)}`]),
  ];
  return told.length === 0 ? 'MISSED' : told.join('; ');
}
