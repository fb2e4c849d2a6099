import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The walk over everything that hangs together with a description, as a function, so that it is planned without reading
 * whole tables. A young register has no statistics: the plan that is made then, and kept by each connection, would read all
 * descriptions at each step of the walk. Nothing is changed; code without the function runs on beside it.
 */
export class CreateNeighbourhoodFunction1795219200022 implements MigrationInterface {
  readonly name = 'CreateNeighbourhoodFunction1795219200022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function neighbourhood(ids uuid[], descriptions_max integer, merchants_max integer)
      returns table (id uuid)
      language plpgsql stable
      set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
      begin
        return query
          with recursive reached (id) as (
            select unnest(ids)
            union
            select next.id
            from reached r
            join description d on d.id = r.id
            cross join lateral (
              select b.description_id as id
              from unnest(d.link_hashes) as held (hash)
              join description_key b on b.hash = held.hash
              where d.active and not exists (
                select from shared_key s where s.hash = held.hash and s.merchants > merchants_max)
              union all
              select m.id from description m where m.merchant_id = d.merchant_id
              union all
              select j.description_b from judgement j
              where j.description_a = d.id and j.origin = 'ANALYST' and j.withdrawn_at is null
              union all
              select j.description_a from judgement j
              where j.description_b = d.id and j.origin = 'ANALYST' and j.withdrawn_at is null
            ) next
          )
          select reached.id from reached limit descriptions_max;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function neighbourhood');
  }
}
