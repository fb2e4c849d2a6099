import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a screening costs in the database. `record_screenings` keeps its plans: their costs, as estimated for a batch of unknown
 * size, had most of its statements planned anew at each call, which took longer than to carry them out. The look-up asks
 * `in_audience` of each view that it finds, rather than join the handling scopes under their own policy, and reads markers only where one
 * has a key that was asked for. Whether something handed out is withdrawn by now is asked once for each statement. Code from
 * before runs on beside it.
 */
export class KeepPlansOfScreening1795219200093 implements MigrationInterface {
  readonly name = 'KeepPlansOfScreening1795219200093';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter function record_screenings(uuid, uuid, integer, text, timestamptz, uuid[], text[], text[], text[], json[], json[],
        text[], text[], text[], bigint[], integer) set plan_cache_mode = force_generic_plan;

      drop trigger delivery_is_late on indicator_delivery;
      drop function delivery_is_late;
      create function tell_late_deliveries() returns trigger language plpgsql as $$
      begin
        if exists (select from delivered d where not exists (
            select from indicator i where i.id = d.indicator_id and i.status in ('ACTIVE', 'DISPUTED'))) then
          insert into outbox (topic, payload)
            select 'delivery.late', jsonb_build_object('indicatorId', d.indicator_id, 'memberId', d.member_id)
            from delivered d
            where not exists (select from indicator i where i.id = d.indicator_id and i.status in ('ACTIVE', 'DISPUTED'));
        end if;
        return null;
      end $$;
      create trigger tell_late_deliveries after insert on indicator_delivery
        referencing new table as delivered for each statement execute function tell_late_deliveries();

      create function in_audience(scope_id uuid, reader uuid, analyst boolean) returns boolean
      language plpgsql stable security definer set search_path to 'public', 'pg_temp' as $$
      begin
        return exists (select from handling_scope s where s.id = scope_id and may_see_scope(s, reader, analyst));
      end $$;
    `);
    await replaceLookup(runner, {
      join: '',
      rule: 'in_audience(v.handling_scope_id, actor_member, analyst)',
      markers: `;
      if exists (select from identity_marker m where m.hash = any (hashes)) then
        return query
          select null::uuid, null::uuid, json_build_object('hash', encode(m.hash, 'hex'), 'validUntil', max(m.valid_until))
          from identity_marker m
          where m.hash = any (hashes) and m.valid_until > at
            and /*access:screening.lookup-marker*/(in_audience(m.handling_scope_id, actor_member, analyst))
          group by m.hash;
      end if;`,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await replaceLookup(runner, {
      join: 'join handling_scope s on s.id = v.handling_scope_id',
      rule: 'may_see_scope(s, actor_member, analyst)',
      markers: `
        union all
        select null::uuid, null::uuid, json_build_object('hash', encode(m.hash, 'hex'), 'validUntil', max(m.valid_until))
        from unnest(hashes) as asked (hash)
        join identity_marker m on m.hash = asked.hash
        join handling_scope s on s.id = m.handling_scope_id
        where m.valid_until > at and /*access:screening.lookup-marker*/(may_see_scope(s, actor_member, analyst))
        group by m.hash;`,
    });
    await runner.query(`
      drop function in_audience(uuid, uuid, boolean);
      drop trigger tell_late_deliveries on indicator_delivery;
      drop function tell_late_deliveries;
      create function delivery_is_late() returns trigger language plpgsql as $$
      begin
        if not exists (select from indicator i where i.id = new.indicator_id and i.status in ('ACTIVE', 'DISPUTED')) then
          insert into outbox (topic, payload) values ('delivery.late',
            jsonb_build_object('indicatorId', new.indicator_id, 'memberId', new.member_id));
        end if;
        return null;
      end $$;
      create trigger delivery_is_late after insert on indicator_delivery for each row execute function delivery_is_late();
      alter function record_screenings(uuid, uuid, integer, text, timestamptz, uuid[], text[], text[], text[], json[], json[],
        text[], text[], text[], bigint[], integer) reset plan_cache_mode;
    `);
  }
}

interface LookupText {
  /** What the search by key, and that of the views, join for their rule. */
  readonly join: string;
  /** The rule, of a view's handling scope. */
  readonly rule: string;
  /** What ends the look-up. */
  readonly markers: string;
}

async function replaceLookup(runner: QueryRunner, { join, rule, markers }: LookupText): Promise<void> {
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
            ${join}
            where k.hash = asked.hash and v.valid_until > at and /*access:screening.lookup-key*/(${rule})
            limit merchants_per_key
          ) found
        )
        select v.merchant_id, v.merchant_view_id, v.content
        from hit
        join merchant_view v on v.merchant_id = hit.merchant_id
        ${join}
        where v.valid_until > at and /*access:screening.lookup-view*/(${rule})
        ${markers}
    end $$;
  `);
}
