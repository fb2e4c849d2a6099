import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each member asked about today, to count how many different identifiers that were: whoever asks for very many wants
 * the register, not an answer. Hashes only, for one day, and unlogged: they are worth less than the writes that would make them
 * outlive a crash of the server, which gives everyone a new day.
 *
 * The count stands in slots, one for each of some connections, so that two screenings of one member do not wait for
 * each other. Code from before this migration does not run on beside it: the stored function takes more values.
 */
export class CreateAskedIdentifier1795219200051 implements MigrationInterface {
  readonly name = 'CreateAskedIdentifier1795219200051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unlogged table asked_identifier (
        member_id uuid not null,
        day date not null,
        hash bigint not null,
        primary key (member_id, day, hash)
      );
      create unlogged table asked_count (
        member_id uuid not null,
        day date not null,
        slot smallint not null,
        count integer not null,
        primary key (member_id, day, slot)
      ) with (fillfactor = 50);
    `);
    for (const table of ['asked_identifier', 'asked_count']) {
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy ${table}_own on ${table} for all to cordon_service
          using (member_id = (select current_member())) with check (member_id = (select current_member()));
        create policy ${table}_sweep on ${table} for all to cordon_resolver using (true);
        grant select, delete on ${table} to cordon_resolver;
      `);
    }
    await runner.query(`
      grant select, insert on asked_identifier to cordon_service;
      grant select, insert, update on asked_count to cordon_service;

      -- Adds to what the member that was entered asked about on a day, and gives how many different identifiers that makes.
      -- Those asked about before are free. Refuses with CD429 where it would be more than the quota.
      --
      -- What runs at the same time is not seen, so that near the end of the quota a member's statements go one after the
      -- other, and its last tenth, or 10,000, is counted exactly. More than the quota can be had only by who has more than
      -- that in hand in one moment.
      -- No deadlocks: identifiers are locked in order, before the member, and the member before a slot.
      create function charge_identifiers(on_day date, hashes bigint[], quota integer) returns integer
      language plpgsql as $$
      declare
        asker constant uuid := current_member();
        fresh integer;
        used integer;
      begin
        with added as (
          insert into asked_identifier (member_id, day, hash)
          select asker, on_day, asked.hash from (select distinct unnest(hashes) as hash) asked order by asked.hash
          on conflict do nothing returning 1
        )
        select count(*) into fresh from added;
        select coalesce(sum(c.count), 0) into used from asked_count c where c.member_id = asker and c.day = on_day;
        if fresh = 0 then
          return used;
        end if;
        if used + fresh > quota - greatest(quota / 10, 10000) then
          perform pg_advisory_xact_lock(hashtextextended('cordon.asked_identifier:' || asker, 0));
          select coalesce(sum(c.count), 0) into used from asked_count c where c.member_id = asker and c.day = on_day;
          if used + fresh > quota then
            raise exception 'quota of identifiers is used up' using errcode = 'CD429';
          end if;
        end if;
        insert into asked_count as c (member_id, day, slot, count)
          values (asker, on_day, pg_backend_pid() % 32, fresh)
          on conflict (member_id, day, slot) do update set count = c.count + excluded.count;
        return used + fresh;
      end $$;

      drop function record_screenings;
      create function record_screenings(actor_member uuid, actor_principal uuid, actor_epoch integer, request text,
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
          from unnest(read_purposes, read_requests, read_objects) as read (purpose, request, objects);
        return used;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function record_screenings;
      create function record_screenings(actor_member uuid, actor_principal uuid, actor_epoch integer, request text,
        at timestamptz, ids uuid[], purposes text[], refs text[], outcomes text[], subjects json[], answers json[],
        read_purposes text[], read_requests text[], read_objects text[])
      returns void
      language plpgsql as $$
      begin
        perform enter_as(actor_member, actor_principal, actor_epoch, request);
        insert into screening (id, member_id, principal_id, purpose, ref, outcome, subject, answer, created_at)
          select asked.id, actor_member, actor_principal, asked.purpose, asked.ref, asked.outcome, asked.subject,
            asked.answer, at
          from unnest(ids, purposes, refs, outcomes, subjects, answers)
            as asked (id, purpose, ref, outcome, subject, answer);
        insert into audit_entry (at, member_id, principal_id, action, purpose, object_kind, object_ids, request_id)
          select at, actor_member, actor_principal, 'screening.run', read.purpose, 'indicator', read.objects::uuid[],
            read.request
          from unnest(read_purposes, read_requests, read_objects) as read (purpose, request, objects);
      end $$;
      drop function charge_identifiers;
      drop table asked_count, asked_identifier;
    `);
  }
}
