import type { Aim } from '../../test/access/matrix/aim.js';
import { AIMS } from '../../test/access/matrix/aims.js';
import type { World } from '../../test/access/matrix/given-world.js';
import { Matrix } from '../../test/access/matrix/matrix.js';
import {
  failureKey,
  type MatrixPart,
  type MatrixResult,
  runMatrix,
} from '../../test/access/matrix/run-matrix.js';
import type { MutantResult } from './mutant.js';
import { type GuardedOperation, guardedOperations, openOperation } from './open-operation.js';

/** How mutants of a kind are made: what of that kind is out while `work` runs. */
export type Without = (names: readonly string[], work: () => Promise<MatrixResult>) => Promise<MatrixResult>;

/** A rule or a policy, the calls that come by it, and what else they come by. */
export interface Mutant {
  readonly name: string;
  readonly aims: (aim: Aim) => boolean;
  readonly others: readonly string[];
}

/** What the matrix told of a mutant, and what had to be out as well. */
export type Told = Pick<MutantResult, 'matrix' | 'how'>;

/** Asks the matrix whether it tells that a rule or a policy is out. */
export class MutantJudge {
  readonly matrix = new Matrix();

  constructor(private readonly world: World) {}

  /**
   * Whether the matrix tells that one is out: by itself; else behind a guard that lets everybody through; else, since others
   * may say the same, with all of its kind out that those calls come by, as the last one that is left.
   */
  async judge({ name, aims, others }: Mutant, without: Without): Promise<Told> {
    const asked = (names: readonly string[], part: MatrixPart): Promise<MatrixResult> =>
      without(names, () => this.ask(part));
    const before = await asked([], { rowLevel: true, aims });
    const part: MatrixPart = { rowLevel: true, aims, known: keysOf(before), stopAtFirst: true };
    const alone = await asked([name], part);
    if (alone.failures.length > 0 || alone.calls === 0) return { matrix: alone.failures[0] };
    const close = this.openOperationsOf(aims);
    const inPlace = await asked([], { aims, guardOpen: true });
    const unguarded = await asked([name], {
      aims,
      guardOpen: true,
      known: keysOf(inPlace),
      stopAtFirst: true,
    });
    close();
    if (unguarded.failures.length > 0) return { matrix: unguarded.failures[0], how: 'behind the guard' };
    // What says the same is out for both: what then differs is what this one holds by itself.
    const lastOne = await asked(others, { rowLevel: true, aims });
    const none = await asked([...others, name], { rowLevel: true, aims });
    const held = verdictsOf(lastOne);
    const matrix = none.failures.find((failure) => !held.has(verdictKey(failure)));
    return matrix === undefined ? {} : { matrix, how: 'as the last one' };
  }

  private openOperationsOf(aims: (aim: Aim) => boolean): () => void {
    const names = new Set(AIMS.filter(aims).map(({ operation }) => operation));
    const closers = this.operations()
      .filter(({ name }) => names.has(name))
      .map(openOperation);
    return () => {
      for (const close of closers) close();
    };
  }

  /** Operations that the matrix keeps from somebody who is signed in. */
  operations(): readonly GuardedOperation[] {
    return guardedOperations(this.world.app).filter(({ name }) =>
      this.matrix.rows.some(
        ({ kind, paths, cells }) =>
          kind === 'operation' &&
          paths.some((path) => path.startsWith(`${name}(`)) &&
          Object.values(cells).includes('refused'),
      ),
    );
  }

  ask(part: MatrixPart): Promise<MatrixResult> {
    return runMatrix(this.world, this.matrix, part);
  }
}

function keysOf({ failures }: MatrixResult): ReadonlySet<string> {
  return new Set(failures.map(failureKey));
}

/** A failure with what came instead, but for ids and texts. */
function verdictKey(failure: string): string {
  return failure.replace(/(?:"|: \{).*/s, '');
}

function verdictsOf({ failures }: MatrixResult): ReadonlySet<string> {
  return new Set(failures.map(verdictKey));
}
