import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * News for one member, which it acknowledges: that it serves a merchant, that something is recalled, that a listing is
 * disputed, that a merchant it asked about was listed later. What the news is about stands in the tables of the parts that
 * raise it. And where those who follow the feed have got to. Code from before runs on beside it, and raises nothing.
 */
export class CreateAlert1795219200060 implements MigrationInterface {
  readonly name = 'CreateAlert1795219200060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(GUARD);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table feed_follower, alert;
      drop function alert_guard;
      revoke select on feed_end from cordon_resolver;
    `);
  }
}

const TABLES = `
  create table alert (
    id uuid primary key,
    member_id uuid not null references member (id),
    kind text not null,
    -- The notice, the recall, the dispute or the match that it tells of.
    object_id uuid not null,
    urgency text not null,
    status text not null,
    raised_at timestamptz not null,
    acknowledge_by timestamptz not null,
    act_by timestamptz,
    delivered_at timestamptz,
    acknowledged_at timestamptz,
    acknowledged_by uuid references principal (id),
    closed_at timestamptz,
    escalated_at timestamptz,
    constraint alert_kind_check check (kind in ('NOTICE', 'RECALL', 'DISPUTE', 'RETROACTIVE_MATCH')),
    constraint alert_urgency_check check (urgency in ('NORMAL', 'CRITICAL')),
    constraint alert_status_check check (status in ('RAISED', 'DELIVERED', 'ACKNOWLEDGED', 'CLOSED')),
    constraint alert_closed_check check ((status = 'CLOSED') = (closed_at is not null)),
    constraint alert_acknowledged_check check ((acknowledged_at is null) = (acknowledged_by is null))
  );
  create unique index alert_once on alert (member_id, kind, object_id);
  create index alert_object on alert (kind, object_id);
  create index alert_newest on alert (member_id, (urgency = 'CRITICAL') desc, raised_at desc, id desc);
  create index alert_to_acknowledge on alert (acknowledge_by)
    where status in ('RAISED', 'DELIVERED') and escalated_at is null;
  create index alert_to_act on alert (act_by) where status <> 'CLOSED' and escalated_at is null;
  create index alert_escalated on alert (escalated_at) where escalated_at is not null and status <> 'CLOSED';

  create table feed_follower (
    name text primary key,
    -- The last place that it has handled.
    sequence bigint not null
  );
`;

/** What the code decides by alert-status.ts holds whichever code writes. */
const GUARD = `
  create function alert_guard() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      if new.status <> 'RAISED' or new.escalated_at is not null then
        raise exception 'an alert begins as raised' using errcode = 'CD403';
      end if;
      return new;
    end if;
    if (new.id, new.member_id, new.kind, new.object_id, new.raised_at, new.acknowledge_by, new.act_by)
        is distinct from (old.id, old.member_id, old.kind, old.object_id, old.raised_at, old.acknowledge_by, old.act_by)
        or (old.urgency <> new.urgency and old.urgency = 'CRITICAL')
        or old.delivered_at is distinct from new.delivered_at and old.delivered_at is not null
        or old.acknowledged_at is distinct from new.acknowledged_at and old.acknowledged_at is not null
        or old.escalated_at is distinct from new.escalated_at and old.escalated_at is not null then
      raise exception 'what an alert says is never changed' using errcode = 'CD403';
    end if;
    if new.status <> old.status and (old.status, new.status) not in (('RAISED', 'DELIVERED'), ('RAISED', 'CLOSED'),
        ('DELIVERED', 'ACKNOWLEDGED'), ('DELIVERED', 'CLOSED'), ('ACKNOWLEDGED', 'CLOSED')) then
      raise exception 'an alert does not go from % to %', old.status, new.status using errcode = 'CD403';
    end if;
    return new;
  end $$;
  create trigger alert_guard before insert or update on alert for each row execute function alert_guard();
`;

const OWN_MEMBER = '(select current_member())';
const ANALYST = `(select acts_as('COALITION_ANALYST'))`;

const POLICIES = `
  grant select on alert to cordon_service;
  grant update (status, delivered_at, acknowledged_at, acknowledged_by, closed_at) on alert to cordon_service;
  grant select, insert, update on alert to cordon_resolver;
  grant select, insert, update on feed_follower to cordon_resolver;
  grant select on feed_end to cordon_resolver;

  alter table alert enable row level security;
  alter table alert force row level security;
  create policy alert_own on alert for select to cordon_service using (member_id = ${OWN_MEMBER});
  create policy alert_change on alert for update to cordon_service
    using (member_id = ${OWN_MEMBER})
    with check (member_id = ${OWN_MEMBER} and (acknowledged_by is null or exists (
      select from principal p where p.id = acknowledged_by and p.member_id = ${OWN_MEMBER})));
  -- That others leave something lie is told to the analysts; what it is about they see where they may.
  create policy alert_escalated on alert for select to cordon_service
    using (${ANALYST} and escalated_at is not null and status <> 'CLOSED');
  create policy alert_resolver on alert to cordon_resolver using (true) with check (true);
  create policy alert_migrator on alert to cordon_migrator using (true) with check (true);

  alter table feed_follower enable row level security;
  alter table feed_follower force row level security;
  create policy feed_follower_resolver on feed_follower to cordon_resolver using (true) with check (true);
  create policy feed_follower_migrator on feed_follower to cordon_migrator using (true) with check (true);
`;
