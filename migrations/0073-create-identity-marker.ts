import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Markers of firms whose identity others have misused: found by the same look-up as what is listed, for the same audience, and
 * never a hit. They come from reports that say so, and from disputes that were upheld for identity theft. Code from before
 * does not run on beside it: it takes a marker for a merchant.
 */
export class CreateIdentityMarker1795219200073 implements MigrationInterface {
  readonly name = 'CreateIdentityMarker1795219200073';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table report_ruling add column marks_identity boolean not null default false;

      create table identity_marker (
        hash bytea not null,
        handling_scope_id uuid not null references handling_scope (id),
        report_id uuid not null references report (id),
        valid_until timestamptz not null,
        primary key (hash, handling_scope_id, report_id)
      );
      create index identity_marker_report on identity_marker (report_id);

      alter table identity_marker enable row level security;
      alter table identity_marker force row level security;
      create policy identity_marker_audience on identity_marker for select to cordon_service
        using (handling_scope_id = any ((select visible_scopes())::uuid[]));
      create policy identity_marker_resolver on identity_marker to cordon_resolver using (true) with check (true);
      create policy identity_marker_migrator on identity_marker to cordon_migrator using (true) with check (true);
      grant select (hash, handling_scope_id, valid_until) on identity_marker to cordon_service;
      grant select, insert, delete on identity_marker to cordon_resolver;
    `);
    await replaceLookup(
      runner,
      `union all
        select null::uuid, null::uuid, json_build_object('hash', encode(m.hash, 'hex'), 'validUntil', max(m.valid_until))
        from unnest(hashes) as asked (hash)
        join identity_marker m on m.hash = asked.hash
        join handling_scope s on s.id = m.handling_scope_id
        where m.valid_until > at and /*access:screening.lookup-marker*/(may_see_scope(s, actor_member, analyst))
        group by m.hash`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await replaceLookup(runner, '');
    await runner.query(`
      drop table identity_marker;
      alter table report_ruling drop column marks_identity;
    `);
  }
}

async function replaceLookup(runner: QueryRunner, markers: string): Promise<void> {
  await runner.query(`
    create or replace function screen_lookup(actor_member uuid, actor_principal uuid, actor_epoch integer, request text,
      analyst boolean, at timestamptz, hashes bytea[], merchants_per_key integer)
    returns table (merchant_id uuid, merchant_view_id uuid, content json)
    language plpgsql set plan_cache_mode = force_generic_plan as $$
    begin
      perform enter_as(actor_member, actor_principal, actor_epoch, request);
      return query
        with hit as materialized (
          select distinct found.merchant_id
          from unnest(hashes) as asked (hash)
          cross join lateral (
            select v.merchant_id
            from indicator_key k
            join indicator i on i.id = k.indicator_id and i.handling_scope_id = k.handling_scope_id
            join merchant_view v
              on v.merchant_view_id = i.merchant_view_id and v.handling_scope_id = i.handling_scope_id
            join handling_scope s on s.id = v.handling_scope_id
            where k.hash = asked.hash and v.valid_until > at
              and /*access:screening.lookup-key*/(may_see_scope(s, actor_member, analyst))
            limit merchants_per_key
          ) found
        )
        select v.merchant_id, v.merchant_view_id, v.content
        from hit
        join merchant_view v on v.merchant_id = hit.merchant_id
        join handling_scope s on s.id = v.handling_scope_id
        where v.valid_until > at and /*access:screening.lookup-view*/(may_see_scope(s, actor_member, analyst))
        ${markers};
    end $$;
  `);
}
