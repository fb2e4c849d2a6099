import { fromGlobalId, type IdKind } from '../../src/common/id.js';
import type { CaseName } from '../../test/access/matrix/belonging.js';
import type { World } from '../../test/access/matrix/given-world.js';
import type { Column } from '../../test/access/matrix/matrix-row.js';
import type { Reader } from '../../test/access/matrix/reader.js';
import type { Row, RowProbe } from '../../test/rows/row-probe.js';

/** The ids of a case by what they are of. */
const KINDS = {
  report: 'report',
  twin: 'report',
  rival: 'report',
  decision: 'decision',
  possibleMatch: 'judgement',
  indicator: 'indicator',
} as const satisfies Record<string, IdKind>;

/** The seeded coalition as one reader's statements name its things: by their ids as they are stored. */
export class Coalition {
  /** The reader's member. */
  readonly own: string;
  /** A group that no reader's member is in. */
  readonly outside: string;

  constructor(
    private readonly world: World,
    private readonly probe: RowProbe,
    reader: Reader,
  ) {
    this.own = stored('member', reader.member.id);
    this.outside = stored('sharingGroup', world.groups.outside);
  }

  idOf(what: keyof typeof KINDS, name: CaseName): string {
    return stored(KINDS[what], this.world.cases.get(name)?.[what]);
  }

  member(column: Column): string {
    return stored('member', this.reader(column)?.member.id);
  }

  person(column: Column): string {
    return stored('user', this.reader(column)?.principalId);
  }

  /** Something that another member has. */
  async ofAnother(table: 'alert' | 'notice' | 'service_range', column = 'id'): Promise<unknown> {
    const row = await this.first(
      `select ${column} as id from ${table} where member_id <> $1 order by id limit 1`,
      this.own,
    );
    return row['id'];
  }

  /** A dispute in which the reader's member has no side, though somebody reported what it is about. */
  async othersDispute(): Promise<unknown> {
    const row = await this.first(
      `select p.dispute_id as id from dispute_party p
       where not exists (select from dispute_party own where own.dispute_id = p.dispute_id and own.member_id = $1)
         and not exists (select from dispute_filer f where f.dispute_id = p.dispute_id and f.member_id = $1)
       order by p.dispute_id limit 1`,
      this.own,
    );
    return row['id'];
  }

  /** A ruling that was proposed on a dispute of another member's, and that dispute. */
  async othersRuling(): Promise<{ readonly id: unknown; readonly disputeId: unknown }> {
    const row = await this.first(
      `select r.id, r.dispute_id as "disputeId" from dispute_ruling r join dispute_filer f on f.dispute_id = r.dispute_id
       where f.member_id <> $1 order by r.id limit 1`,
      this.own,
    );
    return { id: row['id'], disputeId: row['disputeId'] };
  }

  /** A dispute that another member has appealed. */
  async othersAppeal(): Promise<unknown> {
    const row = await this.first(
      'select dispute_id as id from dispute_appeal where member_id <> $1 order by dispute_id limit 1',
      this.own,
    );
    return row['id'];
  }

  /** An indicator of a case. */
  async indicatorOf(name: CaseName): Promise<unknown> {
    const row = await this.first(
      `select id from indicator where merchant_view_id = $1 and status in ('ACTIVE', 'DISPUTED') limit 1`,
      await this.handleOf(name),
    );
    return row['id'];
  }

  /** Has every dispute be about a case, and rest on its report alone. */
  disputesAbout(name: CaseName): readonly string[] {
    const report = this.idOf('report', name);
    return [
      'delete from dispute_report',
      `insert into dispute_report (dispute_id, report_id, member_id, own_merchant_id)
       select p.dispute_id, '${report}', p.member_id, d.own_merchant_id
       from dispute_party p join description d on d.id = '${report}'`,
      `update dispute set handles = array(select m.merchant_view_id from merchant_view_member m
         join description d on d.own_merchant_id = m.own_merchant_id where d.id = '${report}')`,
    ];
  }

  async ownHold(): Promise<unknown> {
    const row = await this.first('select id from hold where member_id = $1 limit 1', this.own);
    return row['id'];
  }

  /** A recall of what the reader's member did not receive. */
  async othersRecall(): Promise<unknown> {
    const row = await this.first(
      `select r.id from recall r where exists (select from recall_recipient p where p.recall_id = r.id)
         and not exists (select from recall_recipient p where p.recall_id = r.id and p.member_id = $1) limit 1`,
      this.own,
    );
    return row['id'];
  }

  /** What another member did: its id, and the indicators on which it rests. */
  async othersAction(): Promise<{ readonly id: unknown; readonly indicatorIds: unknown }> {
    const row = await this.first(
      `select id, indicator_ids from action where member_id <> $1 and indicator_ids <> '{}' limit 1`,
      this.own,
    );
    return { id: row['id'], indicatorIds: row['indicator_ids'] };
  }

  /** What another member made of: notice, screening and merchant. */
  async othersLead(): Promise<readonly unknown[]> {
    const row = await this.first(
      'select notice_id, screening_id, merchant_id from disposition where member_id <> $1 limit 1',
      this.own,
    );
    return Object.values(row);
  }

  /** Of which another member holds an opinion. */
  async opinionOfOthers(): Promise<unknown> {
    const row = await this.first(
      'select indicator_id from opinion where member_id <> $1 and ended_at is null limit 1',
      this.own,
    );
    return row['indicator_id'];
  }

  /** Under which a merchant is shown in a case's audience. */
  async handleOf(name: CaseName): Promise<unknown> {
    const row = await this.first(
      `select m.merchant_view_id as id from merchant_view_member m
       join description d on d.own_merchant_id = m.own_merchant_id where d.id = $1`,
      this.idOf('report', name),
    );
    return row['id'];
  }

  /** A day, and what other members asked about on it. */
  async askedByOthers(): Promise<readonly unknown[]> {
    const row = await this.first(
      `select day::text as day, array_agg(hash::text) as hashes from asked_identifier where member_id <> $1
       group by day order by day desc limit 1`,
      this.own,
    );
    return [row['day'], row['hashes']];
  }

  /** What whoever decided a case sent: kind, verdict, reason, maker, merchants, reports and possible match. */
  async decisionAsSent(name: CaseName): Promise<readonly unknown[]> {
    const row = await this.first(
      `select kind, verdict, reason, decided_by, merchant_ids, report_ids, possible_match_id from review_decision
       where id = $1`,
      this.idOf('decision', name),
    );
    return Object.values(row);
  }

  /** Has the report of a case that its possible match does not name name others alone, as the case `unnamed` does. */
  closedBeside(name: CaseName): string {
    return `update report_version v set handling_scope_id = closed.handling_scope_id
      from report_version closed, judgement j
      where closed.report_id = '${this.idOf('report', 'unnamed')}' and j.id = '${this.idOf('possibleMatch', name)}'
        and v.report_id in ('${this.idOf('report', name)}', '${this.idOf('twin', name)}')
        and v.report_id not in (j.description_a, j.description_b)`;
  }

  /** Has somebody merge what a case is about, without having been asked. */
  merged(name: CaseName): string {
    return `insert into review_decision (id, kind, verdict, merchant_ids, report_ids, overturned, reason, decided_by, decided_at)
      values (gen_random_uuid(), 'MERGE', 'SAME', '{}', '{${this.idOf('report', name)},${this.idOf('rival', name)}}', false,
        'As the test says.', gen_random_uuid(), now())`;
  }

  /** Has two analysts say of a case's report and its rival that they are the same. */
  judgedTwice(name: CaseName): string {
    const [a, b] = [this.idOf('report', name), this.idOf('rival', name)].sort();
    return `insert into judgement (id, description_a, description_b, verdict, origin, evidence, decided_by, decided_at,
        withdrawn_at, withdrawn_by)
      select gen_random_uuid(), '${a ?? ''}', '${b ?? ''}', 'SAME', 'ANALYST', '{}', gen_random_uuid(), now(), now(), gen_random_uuid()
      from generate_series(1, 2)`;
  }

  /** Has the alerts of other members handed over. */
  othersAlertsDelivered(): string {
    return `update alert set status = 'DELIVERED', delivered_at = now() where member_id <> '${this.own}' and status = 'RAISED'`;
  }

  private reader(column: Column): Reader | undefined {
    return this.world.readers.find((reader) => reader.column === column);
  }

  private async first(sql: string, ...values: readonly unknown[]): Promise<Row> {
    const [row] = await this.probe.lookUp(sql, values);
    if (row === undefined) throw new Error(`The coalition has nothing to ask for: ${sql}`);
    return row;
  }
}

function stored(kind: IdKind, globalId: string | undefined): string {
  const id = fromGlobalId(kind, globalId ?? '');
  if (id === undefined) throw new Error(`There is no such ${kind} in the coalition.`);
  return id;
}
