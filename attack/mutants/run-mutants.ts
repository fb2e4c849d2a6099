import type { Aim } from '../../test/access/matrix/aim.js';
import { AIMS } from '../../test/access/matrix/aims.js';
import { givenWorld, type World } from '../../test/access/matrix/given-world.js';
import { Matrix } from '../../test/access/matrix/matrix.js';
import {
  failureKey,
  type MatrixPart,
  type MatrixResult,
  runMatrix,
} from '../../test/access/matrix/run-matrix.js';
import {
  accessRuleNames,
  type RowPolicy,
  rowPolicies,
  withoutAccessRules,
  withoutRowPolicies,
  withoutRowPolicy,
} from '../../test/support/layers.js';
import { rulesIn } from './access-rule-text.js';
import type { MutantResult } from './mutant.js';
import { type GuardedOperation, guardedOperations, openOperation } from './open-operation.js';
import { StatementTap } from './statement-tap.js';

/** What a run of mutants found. */
export interface MutantsReport {
  readonly results: readonly MutantResult[];
  /** What the matrix says with all layers, and with each layer of rows alone: nothing, if each suffices. */
  readonly baselines: Readonly<Record<'all layers' | 'rules alone' | 'policies alone', readonly string[]>>;
}

export interface MutantOptions {
  /** Draws those to try of all mutants, each by kind and name. */
  readonly draw: (all: readonly string[]) => readonly string[];
  /** Whether to show as well that each layer alone suffices: a run of the row-level part for each. */
  readonly withBaselines: boolean;
  readonly tell: (line: string) => void;
}

/** Takes each access rule out in turn, and asks the cells of the matrix that it concerns. */
export async function runMutants(options: MutantOptions): Promise<MutantsReport> {
  const world = await givenWorld();
  const tap = new StatementTap(world.app);
  try {
    return await new MutationRun(world, options).run(tap);
  } finally {
    tap.close();
    await world.app.close();
  }
}

/** How mutants of a kind are made: what of that kind is out while `work` runs. */
type Without = (names: readonly string[], work: () => Promise<MatrixResult>) => Promise<MatrixResult>;

/** A rule or a policy, the calls that come by it, and what else they come by. */
interface Mutant {
  readonly kind: 'rule' | 'policy';
  readonly name: string;
  readonly aims: (aim: Aim) => boolean;
  readonly others: readonly string[];
}

class MutationRun {
  private readonly matrix = new Matrix();
  private readonly results: MutantResult[] = [];
  /** What each aim sends to the database. */
  private readonly sqlOf = new Map<Aim, string>();
  private drawn: ReadonlySet<string> = new Set();

  constructor(
    private readonly world: World,
    private readonly options: MutantOptions,
  ) {}

  async run(tap: StatementTap): Promise<MutantsReport> {
    const { database } = this.world.app;
    await this.listen(tap);
    const rules = await accessRuleNames(database);
    const policies = await rowPolicies(database);
    this.draw(rules, policies);

    const allLayers = await this.baseline();
    await this.openEachOperation();
    const rulesAlone = await withoutRowPolicies(database, () => this.takeOutEachRule(rules));
    const policiesAlone = await withoutAccessRules(database, 'all', () => this.openEachPolicy(policies));
    return {
      results: this.results,
      baselines: {
        'all layers': allLayers,
        'rules alone': rulesAlone,
        'policies alone': policiesAlone,
      },
    };
  }

  /** Hears what each aim sends, by the first reader to whom it opens. */
  private async listen(tap: StatementTap): Promise<void> {
    for (const aim of AIMS) {
      const reader = this.world.readers.find(({ column }) =>
        this.matrix.rowsOf('operation', aim.path).some(({ cells }) => cells[column] === 'yes'),
      );
      const part: MatrixPart = { aims: (each) => each === aim, readers: (each) => each === reader };
      this.sqlOf.set(aim, await tap.during(() => this.ask(part)));
    }
  }

  /** What the matrix says with the layers that are in place; nothing asked where nobody wants to know. */
  private async baseline(): Promise<readonly string[]> {
    return this.options.withBaselines ? (await this.ask({ rowLevel: true })).failures : [];
  }

  private async openEachOperation(): Promise<void> {
    for (const operation of this.operations()) {
      if (!this.isChosen('operation', operation.name)) continue;
      const close = openOperation(operation);
      const aims = (aim: Aim): boolean => aim.operation === operation.name;
      this.note('operation', operation.name, await this.ask({ aims, stopAtFirst: true }));
      close();
    }
  }

  /** Gives what the rules alone fail at. */
  private async takeOutEachRule(rules: readonly string[]): Promise<readonly string[]> {
    const baseline = await this.baseline();
    for (const name of rules) {
      if (!this.isChosen('rule', name)) continue;
      const aims = this.sending((sql) => rulesIn(sql).has(name));
      const beside = new Set(AIMS.filter(aims).flatMap((aim) => [...rulesIn(this.sqlOf.get(aim) ?? '')]));
      const others = [...beside].filter((other) => other !== name);
      await this.judge({ kind: 'rule', name, aims, others }, (names, work) =>
        names.length === 0 ? work() : withoutAccessRules(this.world.app.database, names, work),
      );
    }
    return baseline;
  }

  /** Gives what the policies alone fail at. */
  private async openEachPolicy(policies: readonly RowPolicy[]): Promise<readonly string[]> {
    const baseline = await this.baseline();
    const byName = new Map(policies.map((each) => [nameOf(each), each]));
    for (const [name, { table }] of byName) {
      if (!this.isChosen('policy', name)) continue;
      const aims = this.sending((sql) => mentions(sql, table));
      const sent = AIMS.filter(aims).map((aim) => this.sqlOf.get(aim) ?? '');
      const others = [...byName]
        // Those of one table let through together: with another one open there, this one would hold nothing.
        .filter(([, each]) => each.table !== table && sent.some((sql) => mentions(sql, each.table)))
        .map(([other]) => other);
      await this.judge({ kind: 'policy', name, aims, others }, (names, work) =>
        this.withoutPolicies(
          names.flatMap((each) => byName.get(each) ?? []),
          work,
        ),
      );
    }
    return baseline;
  }

  private withoutPolicies(
    [first, ...rest]: readonly RowPolicy[],
    work: () => Promise<MatrixResult>,
  ): Promise<MatrixResult> {
    if (first === undefined) return work();
    return withoutRowPolicy(this.world.app.database, first, () => this.withoutPolicies(rest, work));
  }

  /**
   * Whether the matrix tells that one is out: by itself; else behind a guard that lets everybody through; else, since others
   * may say the same, with all of its kind out that those calls come by, as the last one that is left.
   */
  private async judge({ kind, name, aims, others }: Mutant, without: Without): Promise<void> {
    const asked = (names: readonly string[], part: MatrixPart): Promise<MatrixResult> =>
      without(names, () => this.ask(part));
    const before = await asked([], { rowLevel: true, aims });
    const part: MatrixPart = { rowLevel: true, aims, known: keysOf(before), stopAtFirst: true };
    const alone = await asked([name], part);
    if (alone.failures.length > 0 || alone.calls === 0) {
      this.note(kind, name, alone);
      return;
    }
    const close = this.openOperationsOf(aims);
    const inPlace = await asked([], { aims, guardOpen: true });
    const unguarded = await asked([name], {
      aims,
      guardOpen: true,
      known: keysOf(inPlace),
      stopAtFirst: true,
    });
    close();
    if (unguarded.failures.length > 0) {
      this.note(kind, name, unguarded, 'behind the guard');
      return;
    }
    // What says the same is out for both: what then differs is what this one holds by itself.
    const lastOne = await asked(others, { rowLevel: true, aims });
    const none = await asked([...others, name], { rowLevel: true, aims });
    const held = verdictsOf(lastOne);
    const failures = none.failures.filter((failure) => !held.has(verdictKey(failure)));
    this.note(kind, name, { ...none, failures }, 'as the last one');
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
  private operations(): readonly GuardedOperation[] {
    return guardedOperations(this.world.app).filter(({ name }) =>
      this.matrix.rows.some(
        ({ kind, paths, cells }) =>
          kind === 'operation' &&
          paths.some((path) => path.startsWith(`${name}(`)) &&
          Object.values(cells).includes('refused'),
      ),
    );
  }

  private sending(isMeant: (sql: string) => boolean): (aim: Aim) => boolean {
    return (aim) => isMeant(this.sqlOf.get(aim) ?? '');
  }

  private note(kind: MutantResult['kind'], name: string, result: MatrixResult, how?: string): void {
    const [caughtBy] = result.failures;
    const { calls } = result;
    this.results.push({ kind, name, caughtBy, how: caughtBy === undefined ? undefined : how, calls });
    const told = caughtBy?.slice(0, 140) ?? 'MISSED';
    this.options.tell(`${kind} ${name}: ${told} (${how ?? 'alone'}; ${calls} calls)`);
  }

  private ask(part: MatrixPart): Promise<MatrixResult> {
    return runMatrix(this.world, this.matrix, part);
  }

  private draw(rules: readonly string[], policies: readonly RowPolicy[]): void {
    const all = [
      ...this.operations().map(({ name }) => `operation ${name}`),
      ...rules.map((name) => `rule ${name}`),
      ...policies.map((policy) => `policy ${nameOf(policy)}`),
    ];
    this.drawn = new Set(this.options.draw(all));
  }

  private isChosen(kind: MutantResult['kind'], name: string): boolean {
    return this.drawn.has(`${kind} ${name}`);
  }
}

function nameOf({ table, policy }: RowPolicy): string {
  return `${table} ${policy}`;
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

function mentions(sql: string, table: string): boolean {
  return new RegExp(`\\b${table}\\b`).test(sql);
}
