import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How screening finds listed merchants by name, place and person: keys of each view, and the statement that looks them up
 * as a member. It reads through the same predicate as the look-up by identifiers, so that what is hidden and what is
 * unknown take the same way: the scopes that the reader may see come first, and no other row is counted or limited by.
 * The keys have no foreign key: they are many, and written and removed with their view by one statement each.
 */
export class CreateViewRetrieval1795219200017 implements MigrationInterface {
  readonly name = 'CreateViewRetrieval1795219200017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table view_retrieval_key (
        hash bigint not null,
        handling_scope_id uuid not null,
        merchant_view_id uuid not null,
        primary key (hash, handling_scope_id, merchant_view_id)
      );
      create index view_retrieval_key_view on view_retrieval_key (merchant_view_id, handling_scope_id);

      create function screen_retrieve(actor_member uuid, actor_principal uuid, actor_epoch integer, request text,
        analyst boolean, at timestamptz, asked_by integer[], asked_hashes bigint[], holders_max integer,
        candidates_max integer)
      returns table (askers integer[], merchant_id uuid, merchant_view_id uuid, content json)
      language plpgsql set plan_cache_mode = force_generic_plan as $$
      #variable_conflict use_column
      declare
        visible uuid[];
      begin
        perform enter_as(actor_member, actor_principal, actor_epoch, request);
        visible := array(select s.id from handling_scope s where may_see_scope(s, actor_member, analyst));
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

      grant select, insert, delete on view_retrieval_key to cordon_service;

      insert into outbox (topic, payload)
        select 'merchant.changed', jsonb_build_object('merchantIds', jsonb_build_array(id)) from (
          select distinct merchant_id as id from merchant_view) listed;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function screen_retrieve;
      drop table view_retrieval_key;
    `);
  }
}
