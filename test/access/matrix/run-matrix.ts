import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isEnumType } from 'graphql';
import type { Variables } from '../../support/caller.js';
import { type Aim, type OwnThings, variablesOf } from './aim.js';
import { AIMS } from './aims.js';
import { type Answer, ask } from './ask.js';
import { relationTo } from './belonging.js';
import { classify, isClear, type Verdict, withoutChance } from './classify.js';
import { targetsFor, type World } from './given-world.js';
import type { Matrix } from './matrix.js';
import type { Cell, Relation } from './matrix-row.js';
import { observe, type Seen } from './observe.js';
import type { Reader } from './reader.js';
import { rehearse } from './rehearse.js';
import { absentTarget, type Target } from './targets.js';
import { type WholeOperation, wholeOperations } from './whole-document.js';

/** Which part of the matrix to go through; left out: all of it. */
export interface MatrixPart {
  readonly readers?: (reader: Reader) => boolean;
  readonly aims?: (aim: Aim) => boolean;
  /** Only what opens for the reader: an operation that it is refused says nothing about rows. */
  readonly rowLevel?: boolean;
  /** The guard lets everybody through: what the matrix has refused by it must look absent instead. */
  readonly guardOpen?: boolean;
  /** Failures that there are anyway, by `failureKey`. */
  readonly known?: ReadonlySet<string>;
  /** Ends at the first failure: for asking whether there is one. */
  readonly stopAtFirst?: boolean;
}

export interface MatrixResult {
  /** Calls that were made. */
  readonly calls: number;
  /** Cells of operations that were tried, and pairs of field and relation that were judged. */
  readonly operationCells: number;
  readonly fieldCells: number;
  /** Answers that told what they must not tell. */
  readonly leaks: readonly string[];
  /** What is otherwise than the matrix says, leaks included; empty when all is as it says. */
  readonly failures: readonly string[];
}

/** Asks everything of everybody, and holds the answers against the matrix. Nothing is changed by it. */
export async function runMatrix(world: World, matrix: Matrix, part: MatrixPart = {}): Promise<MatrixResult> {
  const run = new MatrixRun(world, matrix, part);
  const end = rehearse(world.app);
  try {
    for (const reader of world.readers.filter(part.readers ?? everything)) {
      await run.askEverything(reader);
      if (run.isOver) break;
    }
  } finally {
    end();
  }
  if (part.readers === undefined && part.aims === undefined && part.rowLevel !== true) run.judgeRows();
  return run.result();
}

/** Why everything is read: the first purpose that the operation knows, where it asks for one. */
function purposeOf({ field }: WholeOperation): Variables {
  const type = getNamedType(field.args.find(({ name }) => name === 'purpose')?.type);
  return isEnumType(type) ? { purpose: type.getValues()[0]?.name } : {};
}

/** What a failure is about, without what differs from run to run. */
export function failureKey(failure: string): string {
  return failure.replace(/: (yes|absent|refused|unknown|an answer) .*/s, '');
}

const everything = (): boolean => true;

class MatrixRun {
  private readonly operations: ReadonlyMap<string, WholeOperation>;
  private readonly failures: string[] = [];
  private readonly leaks: string[] = [];
  /** Paths with relations that somebody aimed at. */
  private readonly tried = new Set<string>();
  private calls = 0;
  private operationCells = 0;
  private fieldCells = 0;

  constructor(
    private readonly world: World,
    private readonly matrix: Matrix,
    private readonly part: MatrixPart,
  ) {
    this.operations = wholeOperations(world.app.nest.get(GraphQLSchemaHost).schema);
  }

  /** A row that nobody can try says nothing: the coalition has to have something in that relation. */
  judgeRows(): void {
    for (const { paths, relations, line } of this.matrix.rows.filter(({ kind }) => kind === 'operation'))
      for (const path of paths)
        for (const relation of relations.filter((each) => !this.tried.has(`${path} ${each}`)))
          this.fail(`matrix.csv, line ${line}: nothing is ${relation} to anybody for ${path}`);
  }

  get isOver(): boolean {
    return this.part.stopAtFirst === true && this.failures.length > 0;
  }

  result(): MatrixResult {
    const { calls, operationCells, fieldCells, leaks, failures } = this;
    return { calls, operationCells, fieldCells, leaks, failures };
  }

  async askEverything(reader: Reader): Promise<void> {
    const seen = new Map<string, Seen>();
    for (const aim of AIMS.filter(this.part.aims ?? everything)) {
      const observed = await this.askOne(reader, aim);
      for (const each of observed) seen.set(`${each.path} ${each.relation}`, each);
      if (this.isOver) return;
    }
    this.judgeFields(reader, seen);
  }

  private fail(failure: string): void {
    if (this.part.known?.has(failureKey(failure)) !== true) this.failures.push(failure);
  }

  private isOpenTo(reader: Reader, aim: Aim): boolean {
    const cells = this.matrix.rowsOf('operation', aim.path).map((row) => row.cells[reader.column]);
    return cells.some((cell) => cell === 'yes' || cell === 'absent');
  }

  private async askOne(reader: Reader, aim: Aim): Promise<readonly Seen[]> {
    const operation = this.operations.get(aim.operation);
    if (operation === undefined || (this.part.rowLevel === true && !this.isOpenTo(reader, aim))) return [];
    return aim.lists === true
      ? this.askForList(reader, aim, operation)
      : this.askForEach(reader, aim, operation);
  }

  /** A list as a whole: each relation is expected to be among its entries or not. */
  private async askForList(reader: Reader, aim: Aim, operation: WholeOperation): Promise<readonly Seen[]> {
    const answer = await this.send(reader, operation, aim, undefined);
    const verdict = classify(operation, answer, undefined);
    const seen = this.observed(reader, operation, answer, 'list');
    const relations = this.relationsListed(reader, answer);
    for (const relation of this.matrix.relationsOf('operation', aim.path)) {
      const found = verdict !== 'yes' ? verdict : relations.has(relation) ? 'yes' : 'absent';
      const isNothing = verdict.startsWith('an answer that is empty');
      this.expect(reader, aim, relation, isNothing ? 'absent' : found);
    }
    return seen;
  }

  private async askForEach(reader: Reader, aim: Aim, operation: WholeOperation): Promise<readonly Seen[]> {
    const seen: Seen[] = [];
    const nowhere = await this.nowhere(reader, aim, operation);
    for (const relation of this.matrix.relationsOf('operation', aim.path)) {
      if (relation === 'absent') {
        this.expect(reader, aim, relation, nowhere?.verdict ?? 'yes');
        continue;
      }
      for (const target of this.targetsOf(reader, aim, relation)) {
        const own = this.ownThings(reader);
        const answer = await this.send(reader, operation, aim, target, own);
        const there = withoutChance(answer.text, target, own.fresh);
        const verdict = classify(operation, answer, nowhere && { there, nowhere: nowhere.text });
        this.expect(reader, aim, relation, verdict);
        seen.push(...this.observed(reader, operation, answer, relation));
      }
    }
    return seen;
  }

  /** The answer to the same call aimed at what there is not, and that it says so. */
  private async nowhere(
    reader: Reader,
    aim: Aim,
    operation: WholeOperation,
  ): Promise<{ readonly text: string; readonly verdict: Verdict } | undefined> {
    if (aim.at === undefined) return undefined;
    const own = this.ownThings(reader);
    const target = absentTarget(aim.at, own.fresh);
    const answer = await this.send(reader, operation, aim, target, own);
    const text = withoutChance(answer.text, target, own.fresh);
    const verdict = classify(operation, answer, undefined);
    const saysNothing =
      answer.errorCodes.length === 0 && (verdict.startsWith('an answer that') || isClear(answer));
    return { text, verdict: saysNothing ? 'absent' : verdict };
  }

  private async send(
    reader: Reader,
    operation: WholeOperation,
    aim: Aim,
    target: Target | undefined,
    own: OwnThings = this.ownThings(reader),
  ): Promise<Answer> {
    const declared = purposeOf(operation);
    const variables = { ...declared, ...variablesOf(aim, target, own) };
    const answer = await ask(this.world, reader, operation, variables);
    this.calls += 1;
    const leaks = this.world.canaries.findLeaks(this.matrix, reader, answer.text, answer.sent);
    const told = leaks.map((leak) => `${reader.name}, ${aim.path}: told ${leak}`);
    this.leaks.push(...told);
    for (const failure of told) this.fail(failure);
    return answer;
  }

  private observed(
    reader: Reader,
    { field }: WholeOperation,
    answer: Answer,
    start: Relation,
  ): readonly Seen[] {
    const { things } = this.world;
    return answer.results.flatMap((result) => observe(field.type, result, { reader, things, start }));
  }

  private relationsListed(reader: Reader, { results }: Answer): ReadonlySet<Relation> {
    const nodes = results.flatMap((result) => entriesOf(result));
    const ids = nodes.flatMap(({ id, indicatorId, objectId }) => [id, indicatorId, objectId]);
    return new Set(
      ids.flatMap((id) => {
        const belonging = typeof id === 'string' ? this.world.things.belongingOf(id) : undefined;
        return belonging === undefined ? [] : [relationTo(reader, belonging)];
      }),
    );
  }

  /** What to aim at; nothing, once, for an aim that reaches nothing. */
  private targetsOf(reader: Reader, aim: Aim, relation: Relation): readonly (Target | undefined)[] {
    if (aim.at === undefined) return [undefined];
    const targets = targetsFor(this.world, reader, aim.at, relation);
    return targets;
  }

  private expect(reader: Reader, aim: Aim, relation: Relation, verdict: Verdict): void {
    const cell = this.matrix.cell('operation', aim.path, relation, reader.column);
    this.tried.add(`${aim.path} ${relation}`);
    this.operationCells += 1;
    if (cell === verdict || cell === 'may' || cell === '-') return;
    if (this.part.guardOpen === true && cell === 'refused' && verdict === 'absent') return;
    this.fail(`${reader.name}, ${aim.path}, ${relation}: ${verdict} instead of ${cell ?? 'nothing'}`);
  }

  /** What was seen must be allowed by a row; what a row says is seen must have been seen. */
  private judgeFields(reader: Reader, seen: ReadonlyMap<string, Seen>): void {
    for (const { path, relation } of seen.values()) {
      if (this.matrix.rowsOf('structure', path).length > 0) continue;
      this.fieldCells += 1;
      const isAllowed = this.matrix.allows('field', path, relation, reader.column);
      if (!isAllowed) this.fail(`${reader.name} saw ${path}, ${relation}: no row allows it`);
    }
    if (this.part.aims !== undefined) return;
    for (const row of this.matrix.rows.filter(({ kind }) => kind === 'field'))
      for (const path of row.paths)
        for (const relation of row.relations.filter((each) => each !== 'any')) {
          const cell: Cell = row.cells[reader.column];
          if (cell !== 'yes') continue;
          this.fieldCells += 1;
          if (!seen.has(`${path} ${relation}`) && this.canBe(reader, path, relation))
            this.fail(`${reader.name} did not see ${path}, ${relation} (line ${row.line})`);
        }
  }

  /** Whether there is anything in this relation to this reader. */
  private canBe(reader: Reader, _path: string, relation: Relation): boolean {
    return relation === 'list' || relation === 'system' || this.world.relations(reader).has(relation);
  }

  private ownThings(reader: Reader): OwnThings {
    const name = reader.home === 'bank' ? 'own@bank' : (`own@${reader.home}` as const);
    return {
      report: this.world.cases.get(name)?.report ?? '',
      member: reader.member.id,
      group: this.world.groups.inside,
      fresh: `fresh${this.calls}${reader.home}`,
    };
  }
}

/** The entries of a page, or of a list without pages. */
function entriesOf(result: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(result)) return result as readonly Readonly<Record<string, unknown>>[];
  return ((result ?? {}) as { nodes?: readonly Readonly<Record<string, unknown>>[] }).nodes ?? [];
}
