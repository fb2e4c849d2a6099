import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What happened that concerns one member: for its machines to follow, in the order of commits. An event says what of which
 * kind happened to what; the thing itself is read where it stands. Code from before runs on beside it, and tells nothing.
 */
export class CreateMemberEvent1795219200085 implements MigrationInterface {
  readonly name = 'CreateMemberEvent1795219200085';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(FUNCTION);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table member_event_end, member_event, waiting_member_event;
      drop sequence member_event_sequence;
      drop function may_tell_report;
    `);
  }
}

const TABLES = `
  -- Written with what happened, by whoever does it. Which kinds there are is for the code to say: a new one takes no migration.
  create table waiting_member_event (
    event_no bigint generated always as identity primary key,
    id uuid not null,
    member_id uuid not null,
    kind text not null,
    object_id uuid not null,
    at timestamptz not null
  );

  -- With their place, which they get behind the commit. A member is never removed, so none is asked for.
  create table member_event (
    sequence bigint primary key,
    id uuid not null,
    member_id uuid not null,
    kind text not null,
    object_id uuid not null,
    at timestamptz not null
  );
  create index member_event_member on member_event (member_id, sequence);
  create sequence member_event_sequence;

  create table member_event_end (
    single boolean primary key default true check (single),
    -- The last place given.
    sequence bigint not null,
    -- Events before this place are not kept any more.
    kept_from bigint not null
  );
  insert into member_event_end (sequence, kept_from) values (0, 1);
`;

const OWN_MEMBER = '(select current_member())';

/** A function, for a sub-select in the policy would be set up for each report that is taken, whoever writes it. */
const FUNCTION = `
  create function may_tell_report(report_id uuid, of_member uuid) returns boolean language plpgsql stable as $$
  begin
    return acts_as('COALITION_ANALYST')
      and exists (select from report r where r.id = may_tell_report.report_id and r.member_id = of_member);
  end $$;
`;

const POLICIES = `
  grant insert on waiting_member_event to cordon_service, cordon_resolver;
  -- To lock a row takes the right to update it.
  grant select, update, delete on waiting_member_event to cordon_sequencer;
  grant select on member_event to cordon_service;
  grant select, insert on member_event to cordon_sequencer;
  grant select, delete on member_event to cordon_resolver;
  grant usage on sequence member_event_sequence to cordon_sequencer;
  grant select on member_event_end to cordon_service;
  grant select, update (sequence) on member_event_end to cordon_sequencer;
  grant select, update (kept_from) on member_event_end to cordon_resolver;

  create policy waiting_member_event_own on waiting_member_event for insert to cordon_service
    with check (member_id = current_member());
  -- An analyst decides on the report of another member, which is told.
  create policy waiting_member_event_triage on waiting_member_event for insert to cordon_service
    with check (kind like 'REPORT\\_%' and may_tell_report(object_id, member_id));
  create policy waiting_member_event_resolver on waiting_member_event for insert to cordon_resolver with check (true);
  create policy waiting_member_event_sequencer on waiting_member_event to cordon_sequencer
    using (true) with check (true);

  create policy member_event_own on member_event for select to cordon_service using (member_id = ${OWN_MEMBER});
  create policy member_event_sequencer on member_event to cordon_sequencer using (true) with check (true);
  create policy member_event_resolver on member_event to cordon_resolver using (true) with check (true);

  ${['waiting_member_event', 'member_event']
    .map(
      (table) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_migrator on ${table} to cordon_migrator using (true) with check (true);`,
    )
    .join('')}
`;
