import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The two statements of a screening, each with its entry as the actor in the same round trip. They are functions so that
 * their plans are made once per connection: planned anew for each set of keys, as PostgreSQL would choose for an array, the
 * look-up takes several times as long.
 */
export class CreateScreeningFunctions1795219200011 implements MigrationInterface {
  readonly name = 'CreateScreeningFunctions1795219200011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function screen_lookup(actor_member uuid, actor_principal uuid, actor_epoch integer, request text,
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
              where k.hash = asked.hash and v.valid_until > at and may_see_scope(s, actor_member, analyst)
              limit merchants_per_key
            ) found
          )
          select v.merchant_id, v.merchant_view_id, v.content
          from hit
          join merchant_view v on v.merchant_id = hit.merchant_id
          join handling_scope s on s.id = v.handling_scope_id
          where v.valid_until > at and may_see_scope(s, actor_member, analyst);
      end $$;

      create function record_screenings(actor_member uuid, actor_principal uuid, actor_epoch integer, request text,
        at timestamptz, ids uuid[], purposes text[], refs text[], outcomes text[], subjects jsonb[], answers jsonb[],
        read_purposes text[], read_requests text[], read_objects jsonb[])
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
          select at, actor_member, actor_principal, 'screening.run', read.purpose, 'indicator',
            array(select jsonb_array_elements_text(read.objects)::uuid), read.request
          from unnest(read_purposes, read_requests, read_objects) as read (purpose, request, objects);
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function record_screenings;
      drop function screen_lookup;
    `);
  }
}
