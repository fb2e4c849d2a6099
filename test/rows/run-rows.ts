import { type IdKind, toGlobalId } from '../../src/common/id.js';
import { type Belonging, type CaseName, relationTo } from '../access/matrix/belonging.js';
import type { World } from '../access/matrix/given-world.js';
import { COLUMNS, type Relation } from '../access/matrix/matrix-row.js';
import type { Reader } from '../access/matrix/reader.js';
import { readRowLines, type RowLine, type RowVerb } from './row-line.js';
import { type ActorPolicy, grantedVerbs } from './row-policy.js';
import { type PlacedRow, RowProbe, type Stamps, stampedBy } from './row-probe.js';
import { ROW_SUBJECTS, type RowSubject } from './row-subjects.js';

/** Rows in one relation that are written to: more of them tell no more. */
const WRITTEN_MAX = 2;

/** Which part of rows.csv to ask; left out: all of it. */
export interface RowPart {
  /** A policy that lets everything through meanwhile: what its table and verbs concern is asked. */
  readonly opened?: ActorPolicy | undefined;
  readonly stopAtFirst?: boolean;
}

export interface RowsResult {
  /** Answers that were compared: a reader's about a table, a verb and a relation. */
  readonly cells: number;
  /** What is otherwise than rows.csv says; empty when all is as it says. */
  readonly failures: readonly string[];
}

/** Asks what each reader may do with each row by the row policies alone, and holds it against rows.csv. Changes nothing. */
export async function runRows(world: World, part: RowPart = {}): Promise<RowsResult> {
  const granted = await grantedVerbs(world.app.database);
  const probe = await RowProbe.open(world, part.opened);
  try {
    const run = new RowsRun(world, probe, part);
    await run.ask(granted);
    return run.result();
  } finally {
    await probe.close();
  }
}

type Placed = readonly { readonly row: PlacedRow; readonly belonging: Belonging }[];

class RowsRun {
  private readonly lines = readRowLines();
  private readonly failures: string[] = [];
  /** Lines with relations that some row is in to some reader. */
  private readonly tried = new Set<string>();
  private cells = 0;

  constructor(
    private readonly world: World,
    private readonly probe: RowProbe,
    private readonly part: RowPart,
  ) {}

  async ask(granted: ReadonlyMap<string, readonly RowVerb[]>): Promise<void> {
    const { opened } = this.part;
    // One reader for each column: those who are not signed in are all nobody to the database.
    const readers = COLUMNS.flatMap(
      (column) => this.world.readers.find((each) => each.column === column) ?? [],
    );
    for (const [table, verbs] of granted)
      for (const verb of verbs) {
        if (opened !== undefined && !(opened.table === table && opened.verbs.includes(verb))) continue;
        await this.askTable(readers, table, verb);
        if (this.isOver) return;
      }
    if (opened === undefined) this.judgeLines(granted);
  }

  result(): RowsResult {
    return { cells: this.cells, failures: this.failures };
  }

  private get isOver(): boolean {
    return this.part.stopAtFirst === true && this.failures.length > 0;
  }

  private async askTable(readers: readonly Reader[], table: string, verb: RowVerb): Promise<void> {
    const subject = ROW_SUBJECTS[table];
    if (subject === undefined) {
      this.failures.push(`${table}: row-subjects.ts does not say whose its rows are`);
      return;
    }
    const placed = await this.place(table, whoseBy(subject, verb));
    for (const reader of readers) {
      const stamps = await this.probe.enter(reader);
      await (verb === 'select'
        ? this.askSeen(reader, table, placed)
        : this.askWritten({ reader, table, verb, stamps }, placed));
      await this.probe.leave();
      if (this.isOver) return;
    }
  }

  private async askSeen(reader: Reader, table: string, placed: Placed): Promise<void> {
    const seen = await this.probe.seen(table);
    const answers = new Map<Relation, Set<boolean>>();
    for (const { row, belonging } of placed) {
      const relation = relationTo(reader, belonging);
      answers.set(relation, (answers.get(relation) ?? new Set()).add(seen.has(row.place)));
    }
    for (const [relation, found] of answers)
      for (const may of found) this.expect(reader, 'select', table, relation, may);
  }

  private async askWritten({ reader, table, verb, stamps }: AskedWrite, placed: Placed): Promise<void> {
    const stamped = stampedBy(stamps, madeBy(ROW_SUBJECTS[table], verb));
    const byRelation = Map.groupBy(placed, ({ belonging }) => relationTo(reader, belonging));
    for (const [relation, rows] of byRelation)
      for (const { row } of rows.slice(0, WRITTEN_MAX))
        this.expect(reader, verb, table, relation, await this.mayWrite(verb, table, row.place));
    const [any] = placed;
    if (stamped === undefined || byRelation.has('own') || any === undefined) return;
    this.expect(reader, verb, table, 'own', await this.mayWrite(verb, table, any.row.place, stamped));
  }

  private mayWrite(
    verb: RowVerb,
    table: string,
    place: string,
    stamped: Readonly<Record<string, unknown>> = {},
  ): Promise<boolean> {
    if (verb === 'insert') return this.probe.mayInsert(table, place, stamped);
    if (verb === 'update') return this.probe.mayUpdate(table, place, stamped);
    return this.probe.mayDelete(table, place);
  }

  private expect(reader: Reader, verb: RowVerb, table: string, relation: Relation, may: boolean): void {
    const line = this.lineOf(verb, table, relation);
    this.cells += 1;
    if (line === undefined) {
      this.failures.push(
        `${reader.name}, ${verb} ${table}, ${relation}: ${yesOrNo(may)}, and no line says it`,
      );
      return;
    }
    this.tried.add(`${line.line} ${verb} ${table} ${relation}`);
    const cell = line.cells[reader.column];
    if (cell !== '-' && cell !== yesOrNo(may))
      this.failures.push(
        `${reader.name}, ${verb} ${table}, ${relation}: ${yesOrNo(may)} instead of ${cell} (line ${line.line})`,
      );
  }

  private lineOf(verb: RowVerb, table: string, relation: Relation): RowLine | undefined {
    return this.lines.find(
      (line) => line.verbs.includes(verb) && line.tables.includes(table) && line.relations.includes(relation),
    );
  }

  /** A table that actors work on has lines, and every line says something of a row that there is. */
  private judgeLines(granted: ReadonlyMap<string, readonly RowVerb[]>): void {
    for (const [table, verbs] of granted)
      for (const verb of verbs)
        if (!this.lines.some((line) => line.tables.includes(table) && line.verbs.includes(verb)))
          this.failures.push(`rows.csv does not say who may ${verb} ${table}`);
    for (const { line, verbs, tables, relations } of this.lines)
      for (const verb of verbs)
        for (const table of tables)
          for (const relation of relations)
            if (!this.tried.has(`${line} ${verb} ${table} ${relation}`))
              this.failures.push(
                `rows.csv, line ${line}: no row of ${table} is ${relation} to anybody for ${verb}`,
              );
  }

  private async place(table: string, whose: string): Promise<Placed> {
    const rows = await this.probe.rows(table, whose);
    return rows.map((row) => {
      const belonging = this.belongingOf(row);
      if (belonging === undefined)
        throw new Error(`${table}: nothing says whose ${row.kind} ${row.id ?? ''} is.`);
      return { row, belonging };
    });
  }

  private belongingOf({ kind, id, member }: PlacedRow): Belonging | undefined {
    if (kind === 'system' || id === null) return { of: 'nobody' };
    if (kind === 'member things') return { of: kind, memberId: toGlobalId('member', id as never) };
    if (kind === 'relation') return belongingByName(id as Relation);
    const [, principalKind] = /^principal (user|client)$/.exec(kind) ?? [];
    if (principalKind !== undefined)
      return {
        of: 'principal',
        memberId: toGlobalId('member', member as never),
        principalId: toGlobalId(principalKind as IdKind, id as never),
        powerful: false,
      };
    return this.world.things.belongingOf(toGlobalId(kind as IdKind, id as never));
  }
}

interface AskedWrite {
  readonly reader: Reader;
  readonly table: string;
  readonly verb: RowVerb;
  readonly stamps: Stamps | undefined;
}

/** A relation that is the same to every reader. */
function belongingByName(name: Relation): Belonging {
  return name === 'system' ? { of: 'nobody' } : { of: 'case', name: name as CaseName };
}

function madeBy(subject: RowSubject | undefined, verb: RowVerb): RowSubject['made'] {
  if (verb === 'insert') return subject?.made;
  return verb === 'update' ? subject?.changed : undefined;
}

function whoseBy(subject: RowSubject, verb: RowVerb): string {
  return madeBy(subject, verb)?.whose ?? subject.whose;
}

function yesOrNo(may: boolean): 'yes' | 'no' {
  return may ? 'yes' : 'no';
}
