import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A key of an indicator knows its handling scope, and is found by both: the policy's scopes become part of the look-up in the
 * index. So a key that stands in hidden scopes alone is not come upon at all, and takes as long as one that nobody reported;
 * found first and refused then, it took measurably longer. Code from before does not run on beside it: it writes keys without.
 */
export class LookKeysUpByScope1795219200053 implements MigrationInterface {
  readonly name = 'LookKeysUpByScope1795219200053';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table indicator_key add column handling_scope_id uuid;
      update indicator_key k set handling_scope_id = i.handling_scope_id from indicator i where i.id = k.indicator_id;
      alter table indicator_key alter column handling_scope_id set not null;
      alter table indicator_key drop constraint indicator_key_pkey;
      alter table indicator_key add constraint indicator_key_pkey primary key (hash, handling_scope_id, indicator_id);
      drop policy indicator_key_audience on indicator_key;
      create policy indicator_key_audience on indicator_key for select to cordon_service
        using (handling_scope_id = any ((select visible_scopes())::uuid[]));
    `);
    await replaceLookup(runner, 'and i.handling_scope_id = k.handling_scope_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await replaceLookup(runner, '');
    await runner.query(`
      drop policy indicator_key_audience on indicator_key;
      create policy indicator_key_audience on indicator_key for select to cordon_service
        using (coalesce((select true from indicator i where i.id = indicator_key.indicator_id limit 1), false));
      alter table indicator_key drop constraint indicator_key_pkey;
      alter table indicator_key add constraint indicator_key_pkey primary key (hash, indicator_id);
      alter table indicator_key drop column handling_scope_id;
    `);
  }
}

async function replaceLookup(runner: QueryRunner, ofScope: string): Promise<void> {
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
            join indicator i on i.id = k.indicator_id ${ofScope}
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
        where v.valid_until > at and /*access:screening.lookup-view*/(may_see_scope(s, actor_member, analyst));
    end $$;
  `);
}
