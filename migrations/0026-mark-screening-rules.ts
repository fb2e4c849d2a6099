import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The rules in the functions of screening carry the mark of access rules (`access:` and a name), so that tests can take one
 * out as they do with those in statements. Nothing else is changed; code from before runs on beside it.
 */
export class MarkScreeningRules1795219200026 implements MigrationInterface {
  readonly name = 'MarkScreeningRules1795219200026';

  async up(runner: QueryRunner): Promise<void> {
    await replaceFunctions(runner, (name, condition) => `/*access:screening.${name}*/(${condition})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await replaceFunctions(runner, (_, condition) => condition);
  }
}

async function replaceFunctions(
  runner: QueryRunner,
  rule: (name: string, condition: string) => string,
): Promise<void> {
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
            join indicator i on i.id = k.indicator_id
            join merchant_view v
              on v.merchant_view_id = i.merchant_view_id and v.handling_scope_id = i.handling_scope_id
            join handling_scope s on s.id = v.handling_scope_id
            where k.hash = asked.hash and v.valid_until > at
              and ${rule('lookup-key', 'may_see_scope(s, actor_member, analyst)')}
            limit merchants_per_key
          ) found
        )
        select v.merchant_id, v.merchant_view_id, v.content
        from hit
        join merchant_view v on v.merchant_id = hit.merchant_id
        join handling_scope s on s.id = v.handling_scope_id
        where v.valid_until > at and ${rule('lookup-view', 'may_see_scope(s, actor_member, analyst)')};
    end $$;

    create or replace function screen_retrieve(actor_member uuid, actor_principal uuid, actor_epoch integer, request text,
      analyst boolean, at timestamptz, asked_by integer[], asked_hashes bigint[], holders_max integer,
      candidates_max integer)
    returns table (askers integer[], merchant_id uuid, merchant_view_id uuid, content json)
    language plpgsql set plan_cache_mode = force_generic_plan as $$
    #variable_conflict use_column
    declare
      visible uuid[];
    begin
      perform enter_as(actor_member, actor_principal, actor_epoch, request);
      visible := array(select s.id from handling_scope s
        where ${rule('retrieve', 'may_see_scope(s, actor_member, analyst)')});
      return query
        with found as materialized (
          select asked.asker, k.merchant_view_id, k.handling_scope_id,
            count(*) over (partition by asked.asker, asked.hash) as holders
          from unnest(asked_by, asked_hashes) as asked (asker, hash)
          cross join lateral (
            select r.merchant_view_id, r.handling_scope_id
            from view_retrieval_key r
            where r.hash = asked.hash and r.handling_scope_id = any (visible)
            limit holders_max + 1
          ) k
        ),
        ranked as (
          select asker, merchant_view_id, handling_scope_id, row_number() over (
            partition by asker order by sum(20 - ln(holders::float8) / ln(2::float8)) desc, merchant_view_id) as place
          from found
          where holders <= holders_max
          group by asker, merchant_view_id, handling_scope_id
        ),
        chosen as (
          select v.merchant_id, array_agg(distinct ranked.asker) as askers
          from ranked
          join merchant_view v
            on v.merchant_view_id = ranked.merchant_view_id and v.handling_scope_id = ranked.handling_scope_id
          where ranked.place <= candidates_max and v.valid_until > at
          group by v.merchant_id
        )
        select chosen.askers, v.merchant_id, v.merchant_view_id, v.content
        from chosen
        join merchant_view v on v.merchant_id = chosen.merchant_id
        where v.valid_until > at and v.handling_scope_id = any (visible);
    end $$;
  `);
}
