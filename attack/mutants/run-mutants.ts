import type { Aim } from '../../test/access/matrix/aim.js';
import { AIMS } from '../../test/access/matrix/aims.js';
import { givenWorld, type World } from '../../test/access/matrix/given-world.js';
import type { MatrixPart, MatrixResult } from '../../test/access/matrix/run-matrix.js';
import { actorPolicies, type ActorPolicy, isOpen } from '../../test/rows/row-policy.js';
import { runRows } from '../../test/rows/run-rows.js';
import {
  accessRuleNames,
  type RowPolicy,
  rowPolicies,
  withoutAccessRules,
  withoutRowPolicies,
  withoutRowPolicy,
} from '../../test/support/layers.js';
import { rulesIn } from './access-rule-text.js';
import { askDirectly } from './ask-directly.js';
import { describeMutants, type MutantResult } from './mutant.js';
import { MutantJudge, type Told } from './mutant-judge.js';
import { openOperation } from './open-operation.js';
import { StatementTap } from './statement-tap.js';

/** What has to say nothing while every rule is in place. */
export type BaselineName =
  'all layers' | 'rules alone' | 'policies alone' | 'statements asked directly' | 'rows asked directly';

/** What a run of mutants found. */
export interface MutantsReport {
  readonly results: readonly MutantResult[];
  /** What the matrix says with all layers, and with each layer of rows alone: nothing, if each suffices. */
  readonly baselines: Readonly<Record<BaselineName, readonly string[]>>;
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
    return await new MutationRun(world, tap, options).run();
  } finally {
    tap.close();
    await world.app.close();
  }
}

class MutationRun {
  private readonly results: MutantResult[] = [];
  /** What each aim sends to the database. */
  private readonly sqlOf = new Map<Aim, string>();
  /** Every text that was heard, as the service has it: later on some are sent without their rules. */
  private texts: ReadonlySet<string> = new Set();
  private readonly judge: MutantJudge;
  private drawn: ReadonlySet<string> = new Set();

  constructor(
    private readonly world: World,
    private readonly tap: StatementTap,
    private readonly options: MutantOptions,
  ) {
    this.judge = new MutantJudge(world);
  }

  async run(): Promise<MutantsReport> {
    const { database } = this.world.app;
    // First of all: the matrix goes on with what the rows are of.
    const rows = this.options.withBaselines ? (await runRows(this.world)).failures : [];
    const unheard = await this.listen();
    const rules = await accessRuleNames(database);
    // One that lets everything through by itself has nothing to take out.
    const policies = (await actorPolicies(database)).filter((policy) => !isOpen(policy));
    this.draw(rules, policies);

    const allLayers = await this.baseline();
    await this.openEachOperation();
    const [rulesAlone, statements] = await withoutRowPolicies(
      database,
      async () =>
        [await this.takeOutEachRule(rules), await askDirectly(this.world, this.texts, () => true)] as const,
    );
    const policiesAlone = await withoutAccessRules(database, 'all', () => this.openEachPolicy(policies));
    return {
      results: this.results,
      baselines: {
        'all layers': [...unheard, ...allLayers],
        'rules alone': rulesAlone,
        'policies alone': policiesAlone,
        'statements asked directly': statements,
        'rows asked directly': rows,
      },
    };
  }

  /** Hears what each aim sends, by the first reader to whom it opens. Gives what the matrix says of the answers. */
  private async listen(): Promise<readonly string[]> {
    const failures: string[] = [];
    for (const aim of AIMS) {
      const reader = this.world.readers.find(({ column }) =>
        this.judge.matrix.rowsOf('operation', aim.path).some(({ cells }) => cells[column] === 'yes'),
      );
      const part: MatrixPart = { aims: (each) => each === aim, readers: (each) => each === reader };
      const sql = await this.tap.during(async () => failures.push(...(await this.judge.ask(part)).failures));
      this.sqlOf.set(aim, sql);
    }
    this.texts = new Set(this.tap.texts);
    return failures;
  }

  /** What the matrix says with the layers that are in place; nothing asked where nobody wants to know. */
  private async baseline(): Promise<readonly string[]> {
    return this.options.withBaselines ? (await this.judge.ask({ rowLevel: true })).failures : [];
  }

  private async openEachOperation(): Promise<void> {
    for (const operation of this.judge.operations()) {
      if (!this.isChosen('operation', operation.name)) continue;
      const close = openOperation(operation);
      const aims = (aim: Aim): boolean => aim.operation === operation.name;
      const { failures } = await this.judge.ask({ aims, stopAtFirst: true });
      this.note({ kind: 'operation', name: operation.name, matrix: failures[0] });
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
      const { database } = this.world.app;
      const told = await this.judge.judge({ name, aims, others }, (names, work) =>
        names.length === 0 ? work() : withoutAccessRules(database, names, work),
      );
      const [asked] = await withoutAccessRules(database, [name], () =>
        askDirectly(this.world, this.texts, (rule) => rule === name),
      );
      this.note({ kind: 'rule', name, ...told, rows: asked });
    }
    return baseline;
  }

  /** Gives what the policies alone fail at. The matrix sees by what rows are read, the table of rows every policy. */
  private async openEachPolicy(policies: readonly ActorPolicy[]): Promise<readonly string[]> {
    const baseline = await this.baseline();
    const byName = new Map((await rowPolicies(this.world.app.database)).map((each) => [nameOf(each), each]));
    for (const policy of policies) {
      const name = nameOf(policy);
      if (!this.isChosen('policy', name)) continue;
      const told = byName.has(name) ? await this.judgePolicy(name, policy, byName) : {};
      const { failures } = await runRows(this.world, { opened: policy, stopAtFirst: true });
      this.note({ kind: 'policy', name, ...told, rows: failures[0] });
    }
    return baseline;
  }

  private judgePolicy(
    name: string,
    { table }: ActorPolicy,
    byName: ReadonlyMap<string, RowPolicy>,
  ): Promise<Told> {
    const aims = this.sending((sql) => mentions(sql, table));
    const sent = AIMS.filter(aims).map((aim) => this.sqlOf.get(aim) ?? '');
    const others = [...byName]
      // Those of one table let through together: with another one open there, this one would hold nothing.
      .filter(([, each]) => each.table !== table && sent.some((sql) => mentions(sql, each.table)))
      .map(([other]) => other);
    return this.judge.judge({ name, aims, others }, (names, work) =>
      this.withoutPolicies(
        names.flatMap((each) => byName.get(each) ?? []),
        work,
      ),
    );
  }

  private withoutPolicies(
    [first, ...rest]: readonly RowPolicy[],
    work: () => Promise<MatrixResult>,
  ): Promise<MatrixResult> {
    if (first === undefined) return work();
    return withoutRowPolicy(this.world.app.database, first, () => this.withoutPolicies(rest, work));
  }

  private sending(isMeant: (sql: string) => boolean): (aim: Aim) => boolean {
    return (aim) => isMeant(this.sqlOf.get(aim) ?? '');
  }

  private note(result: MutantResult): void {
    this.results.push(result);
    this.options.tell(describeMutants([result]));
  }

  private draw(rules: readonly string[], policies: readonly ActorPolicy[]): void {
    const all = [
      ...this.judge.operations().map(({ name }) => `operation ${name}`),
      ...rules.map((name) => `rule ${name}`),
      ...policies.map((policy) => `policy ${nameOf(policy)}`),
    ];
    this.drawn = new Set(this.options.draw(all));
  }

  private isChosen(kind: MutantResult['kind'], name: string): boolean {
    return this.drawn.has(`${kind} ${name}`);
  }
}

function nameOf({ table, policy }: Pick<RowPolicy, 'table' | 'policy'>): string {
  return `${table} ${policy}`;
}

function mentions(sql: string, table: string): boolean {
  return new RegExp(`\\b${table}\\b`).test(sql);
}
