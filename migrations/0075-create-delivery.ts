import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each member has received: indicator by indicator what it asked for, and by ranges of places what it read of the feed.
 * By it everyone who received something is told when it is withdrawn. Code from before runs on beside it, and notes nothing.
 */
export class CreateDelivery1795219200075 implements MigrationInterface {
  readonly name = 'CreateDelivery1795219200075';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(LATE);
    await runner.query(POLICIES);
    await runner.query(`create or replace ${RECORD_SCREENINGS(NOTE_SHOWN)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace ${RECORD_SCREENINGS('')}
      drop table feed_delivery, indicator_delivery;
      drop function delivery_is_late;
      drop index indicator_value;
      create index indicator_change_latest on indicator_change (indicator_id) where latest;
      drop index indicator_change_indicator;
    `);
  }
}

const TABLES = `
  create table indicator_delivery (
    indicator_id uuid not null,
    member_id uuid not null,
    first_at timestamptz not null,
    primary key (indicator_id, member_id)
  );

  -- A member was handed whatever of a handling scope stood, at the place "mark" of the feed, from one place to another.
  create table feed_delivery (
    handling_scope_id uuid not null,
    member_id uuid not null,
    from_place bigint not null,
    to_place bigint not null,
    mark bigint not null,
    primary key (handling_scope_id, member_id, from_place, to_place),
    constraint feed_delivery_range_check check (from_place <= to_place and to_place <= mark)
  );

  -- Which entries of the feed told of an indicator, those since replaced too; and where else its value is listed.
  create index indicator_change_indicator on indicator_change (indicator_id);
  drop index indicator_change_latest;
  create index indicator_value on indicator (value_hash);
`;

const LATE = `
  -- Between reading and noting it, what a member reads may be withdrawn, and everyone told who had received it till then.
  -- Whoever comes late is told by an event of its own. A row only: what a member had before is a look at the key.
  create function delivery_is_late() returns trigger language plpgsql as $$
  begin
    if not exists (select from indicator i where i.id = new.indicator_id and i.status in ('ACTIVE', 'DISPUTED')) then
      insert into outbox (topic, payload) values ('delivery.late',
        jsonb_build_object('indicatorId', new.indicator_id, 'memberId', new.member_id));
    end if;
    return null;
  end $$;
  create trigger delivery_is_late after insert on indicator_delivery for each row execute function delivery_is_late();
`;

const OWN_MEMBER = '(select current_member())';

const POLICIES = ['indicator_delivery', 'feed_delivery']
  .map(
    (table) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_own_select on ${table} for select to cordon_service using (member_id = ${OWN_MEMBER});
  create policy ${table}_own_insert on ${table} for insert to cordon_service with check (member_id = ${OWN_MEMBER});
  create policy ${table}_resolver on ${table} to cordon_resolver using (true) with check (true);
  create policy ${table}_migrator on ${table} to cordon_migrator using (true) with check (true);
  grant select, insert on ${table} to cordon_service;
  grant select, insert, update, delete on ${table} to cordon_resolver;`,
  )
  .join('');

/** What only analysts see was not told to the member: it is no delivery to it. In order, so that no two wait for each other. */
const NOTE_SHOWN = `
    if exists (select from unnest(read_objects) as read (objects) where read.objects <> '{}') then
      insert into indicator_delivery (indicator_id, member_id, first_at)
        select distinct shown.id, actor_member, at
        from unnest(read_objects) as read (objects) cross join lateral unnest(read.objects::uuid[]) as shown (id)
        where not acts_as('COALITION_ANALYST') or exists (
          select from indicator i join handling_scope s on s.id = i.handling_scope_id
          where i.id = shown.id and may_see_scope(s, actor_member, false))
        order by shown.id
        on conflict do nothing;
    end if;`;

/** As in migration 0051, but for what is put before its end. */
const RECORD_SCREENINGS = (
  before: string,
): string => `function record_screenings(actor_member uuid, actor_principal uuid, actor_epoch integer, request text,
    at timestamptz, ids uuid[], purposes text[], refs text[], outcomes text[], subjects json[], answers json[],
    read_purposes text[], read_requests text[], read_objects text[], hashes bigint[], quota integer)
  returns integer
  language plpgsql as $$
  declare
    used integer;
  begin
    perform enter_as(actor_member, actor_principal, actor_epoch, request);
    used := charge_identifiers((at at time zone 'UTC')::date, hashes, quota);
    insert into screening (id, member_id, principal_id, purpose, ref, outcome, subject, answer, created_at)
      select asked.id, actor_member, actor_principal, asked.purpose, asked.ref, asked.outcome, asked.subject,
        asked.answer, at
      from unnest(ids, purposes, refs, outcomes, subjects, answers)
        as asked (id, purpose, ref, outcome, subject, answer);
    insert into audit_entry (at, member_id, principal_id, action, purpose, object_kind, object_ids, request_id)
      select at, actor_member, actor_principal, 'screening.run', read.purpose, 'indicator', read.objects::uuid[],
        read.request
      from unnest(read_purposes, read_requests, read_objects) as read (purpose, request, objects);${before}
    return used;
  end $$;
`;
