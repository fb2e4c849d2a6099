import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Law enforcement's requests that nobody act. A hold names a merchant by the keys of identifiers, or by the descriptions that
 * it stood for when an analyst placed it. What it covers is shared within a shadow of its handling scope, `held_for`, that
 * only analysts see and the liaisons that asked: whatever goes by the handling scope therefore hides it. Code from before
 * runs on beside it, and knows no holds.
 */
export class CreateHold1795219200035 implements MigrationInterface {
  readonly name = 'CreateHold1795219200035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(GUARD);
    await runner.query(POLICIES);
    await runner.query(SHADOW_SCOPES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function may_see_scope(scope handling_scope, reader uuid, analyst boolean) returns boolean
      language sql stable as $$
        select case
          when scope.tlp = 'RED' then reader = scope.reporter_id or reader = any (scope.named_member_ids)
            or (analyst and scope.named_member_ids = '{}')
          when scope.sharing_group_id is null then true
          else exists (select from sharing_group_member g
            where g.sharing_group_id = scope.sharing_group_id and g.member_id = reader)
        end
      $$;
      alter policy indicator_change_audience on indicator_change using (${CHANGE_AUDIENCE('true')});
      alter policy handling_scope_reporter on handling_scope with check (${SCOPE_REPORTER});
      alter policy handling_scope_reader on handling_scope using (${SCOPE_READER});
      create or replace function sees_scope(scope handling_scope) returns boolean language sql stable parallel safe
        return current_member() is not null and case
          when scope.tlp = 'RED' then coalesce(scope.reporter_id = current_member(), false)
            or current_member() = any (scope.named_member_ids)
            or (scope.named_member_ids = '{}' and acts_as('COALITION_ANALYST'))
          else scope.sharing_group_id is null or coalesce(scope.sharing_group_id = any (current_groups()), false)
        end;
      drop function sees_held, may_see_held;
      revoke insert on handling_scope from cordon_resolver;
      alter table handling_scope drop column held_for;
      drop table hold_step, hold_coverage, hold_key, hold cascade;
      drop function hold_guard, hold_key_guard, hold_reporters;
    `);
  }
}

const TABLES = `
  create table hold (
    id uuid primary key,
    member_id uuid not null references member (id),
    placed_by uuid not null references principal (id),
    by_liaison boolean not null,
    status text not null,
    reason text not null,
    -- What it names, as it may be shown: values stand in hold_key, as hashes.
    subject jsonb not null,
    placed_at timestamptz not null,
    until timestamptz not null,
    version integer not null,
    constraint hold_status_check check (status in ('REQUESTED', 'ACTIVE', 'REVIEW', 'RELEASED')),
    -- Ten days at first, ninety in all, in hours: a day of the server's own time zone may have more or fewer than 24.
    constraint hold_term_check check (until > placed_at and until <= placed_at + interval '2160 hours')
  );
  create index hold_newest on hold (placed_at, id);
  create index hold_member on hold (member_id, placed_at, id);
  create index hold_due on hold (until) where status = 'ACTIVE';

  create table hold_key (
    hash bytea not null,
    hold_id uuid not null references hold (id),
    primary key (hash, hold_id)
  );
  create index hold_key_hold on hold_key (hold_id);

  -- The descriptions that a hold covers or has covered. What it covered once it goes on covering while the value is there,
  -- also when so many others have come to hold the value that it ties none together any more.
  create table hold_coverage (
    hold_id uuid not null references hold (id),
    description_id uuid not null references description (id),
    -- Filled in by the projection, which reads every report.
    reporter_id uuid references member (id),
    -- Named by an analyst, by the merchant that it stood in: covered whatever values it has.
    named boolean not null,
    primary key (hold_id, description_id)
  );
  create index hold_coverage_description on hold_coverage (description_id);

  create table hold_step (
    id bigint generated always as identity primary key,
    hold_id uuid not null references hold (id),
    from_status text,
    to_status text not null,
    until timestamptz not null,
    reason text,
    changed_by uuid references principal (id),
    at timestamptz not null
  );
  create index hold_step_hold on hold_step (hold_id, id);
`;

/** What the code decides by hold-status.ts and hold-term.ts holds whichever code writes. */
const GUARD = `
  -- What the approval of a release is given to: another version, term or extent needs other approvals.
  create function hold_release_digest(hold hold) returns bytea language sql stable as $$
    select sha256(convert_to(jsonb_build_array(hold.id, hold.version, hold.status, hold.until, hold.member_id, hold.reason,
        hold.subject)::text, 'UTF8')
      || coalesce((select sha256(string_agg(k.hash, ''::bytea order by k.hash)) from hold_key k where k.hold_id = hold.id),
        ''::bytea)
      || coalesce((select sha256(string_agg(uuid_send(c.description_id), ''::bytea order by c.description_id))
        from hold_coverage c where c.hold_id = hold.id and c.named), ''::bytea))
  $$;

  -- Whoever has reported what a hold hides has an interest in lifting it (rule 11).
  create function hold_reporters(hold_id uuid) returns uuid[] language sql stable as $$
    select coalesce(array_agg(distinct c.reporter_id) filter (where c.reporter_id is not null), '{}')
    from hold_coverage c where c.hold_id = $1
  $$;

  create function hold_guard() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      if new.status <> 'REQUESTED' or new.version <> 1 or new.until > new.placed_at + interval '240 hours' then
        raise exception 'a hold begins as a request for ten days' using errcode = 'CD403';
      end if;
      return new;
    end if;
    if (new.id, new.member_id, new.placed_by, new.by_liaison, new.reason, new.subject, new.placed_at)
      is distinct from (old.id, old.member_id, old.placed_by, old.by_liaison, old.reason, old.subject, old.placed_at)
    then
      raise exception 'what a hold says is never changed' using errcode = 'CD403';
    end if;
    if (old.status, new.status) not in (('REQUESTED', 'ACTIVE'), ('ACTIVE', 'REVIEW'), ('REVIEW', 'ACTIVE'),
      ('REVIEW', 'RELEASED'))
    then
      raise exception 'a hold does not go from % to %', old.status, new.status using errcode = 'CD403';
    end if;
    if current_principal() is null and new.status <> 'REVIEW' then
      raise exception 'only the end of its term changes a hold without anybody asking' using errcode = 'CD403';
    end if;
    if old.status = 'REQUESTED' and not acts_as('COALITION_ANALYST') then
      raise exception 'an analyst activates a hold' using errcode = 'CD403';
    end if;
    if new.status = 'RELEASED' and not (acts_as('COALITION_ANALYST')
      and approved_by_two('HOLD_RELEASE', old.id, hold_release_digest(old), hold_reporters(old.id)))
    then
      raise exception 'lifting a hold needs the approval of two analysts' using errcode = 'CD403';
    end if;
    new.version := old.version + 1;
    return new;
  end $$;
  create trigger hold_guard before insert or update on hold for each row execute function hold_guard();

  -- A hold names what it named when it was placed, in the transaction that placed it.
  create function hold_key_guard() returns trigger language plpgsql as $$
  begin
    if not exists (select from hold h where h.id = new.hold_id and h.status = 'REQUESTED' and h.version = 1
      and h.xmin = pg_current_xact_id()::xid)
    then
      raise exception 'what a hold names is never changed' using errcode = 'CD403';
    end if;
    return new;
  end $$;
  create trigger hold_key_guard before insert on hold_key for each row execute function hold_key_guard();
  create trigger hold_named_guard before insert on hold_coverage for each row when (new.named)
    execute function hold_key_guard();
`;

const ANALYST = `(select acts_as('COALITION_ANALYST'))`;
const LIAISON = `(select acts_as('LIAISON'))`;
const OWN_MEMBER = '(select current_member())';
const ONESELF = '(select current_principal())';

/** Analysts see and change every hold, a liaison those that its member asked for. */
const CONCERNED = `(${ANALYST} or (${LIAISON} and member_id = ${OWN_MEMBER}))`;

/** As in migration 0025. */
const SCOPE_READER = `${OWN_MEMBER} is not null and (tlp <> 'RED' or reporter_id = ${OWN_MEMBER}
      or ${OWN_MEMBER} = any (named_member_ids) or (named_member_ids = '{}' and ${ANALYST}))`;
const SCOPE_REPORTER = `${OWN_MEMBER} is not null and (reporter_id is null or reporter_id = ${OWN_MEMBER})`;
const CHANGE_AUDIENCE = (
  tombstone: string,
): string => `(only_member_id is null or only_member_id = ${OWN_MEMBER})
      and ((only_member_id is not null and kind = 'REMOVED' and ${tombstone})
        or exists (select from handling_scope s where s.id = indicator_change.handling_scope_id and sees_scope(s)))`;

const POLICIES = `
  grant select, insert on hold to cordon_service;
  grant update (status, until, version) on hold to cordon_service, cordon_resolver;
  grant select, insert on hold_key, hold_coverage, hold_step to cordon_service;
  grant select on hold, hold_key to cordon_resolver;
  grant select, insert, update on hold_coverage to cordon_resolver;
  grant select, insert on hold_step to cordon_resolver;

  create policy hold_reader on hold for select to cordon_service using (${CONCERNED});
  create policy hold_changer on hold for update to cordon_service using (${CONCERNED}) with check (${CONCERNED});
  create policy hold_placer on hold for insert to cordon_service
    with check (member_id = current_member() and placed_by = current_principal()
      and by_liaison = not acts_as('COALITION_ANALYST') and (acts_as('COALITION_ANALYST') or acts_as('LIAISON')));

  -- Of a hold's parts one sees and writes those of the holds that one sees.
  create policy hold_key_reader on hold_key for select to cordon_service
    using (exists (select from hold h where h.id = hold_key.hold_id));
  create policy hold_key_placer on hold_key for insert to cordon_service
    with check (exists (select from hold h where h.id = hold_key.hold_id and h.placed_by = ${ONESELF}));
  create policy hold_step_reader on hold_step for select to cordon_service
    using (exists (select from hold h where h.id = hold_step.hold_id));
  create policy hold_step_changer on hold_step for insert to cordon_service
    with check (changed_by = ${ONESELF} and exists (select from hold h where h.id = hold_step.hold_id));

  -- What a hold covers tells what is known: analysts alone.
  create policy hold_coverage_reader on hold_coverage for select to cordon_service using (${ANALYST});
  create policy hold_coverage_placer on hold_coverage for insert to cordon_service
    with check (${ANALYST} and named
      and exists (select from hold h where h.id = hold_coverage.hold_id and h.placed_by = ${ONESELF}));

  ${['hold', 'hold_key', 'hold_coverage', 'hold_step']
    .map(
      (table) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_resolver on ${table} to cordon_resolver using (true) with check (true);
  create policy ${table}_migrator on ${table} to cordon_migrator using (true) with check (true);`,
    )
    .join('')}
`;

const SHADOW_SCOPES = `
  -- Null: not held. Else the members of the liaisons for whose holds it is hidden from all others but the analysts.
  alter table handling_scope add column held_for uuid[];
  alter table handling_scope add constraint handling_scope_held_check check (array_position(held_for, null) is null);

  create function may_see_held(scope handling_scope, reader uuid, analyst boolean) returns boolean
  language sql stable as $$
    select scope.held_for is null or analyst or reader = any (scope.held_for)
  $$;

  create or replace function may_see_scope(scope handling_scope, reader uuid, analyst boolean) returns boolean
  language sql stable as $$
    select (scope.held_for is null or analyst or reader = any (scope.held_for)) and case
      when scope.tlp = 'RED' then reader = scope.reporter_id or reader = any (scope.named_member_ids)
        or (analyst and scope.named_member_ids = '{}')
      when scope.sharing_group_id is null then true
      else exists (select from sharing_group_member g
        where g.sharing_group_id = scope.sharing_group_id and g.member_id = reader)
    end
  $$;

  -- The same for row policies, by who has entered.
  create function sees_held(scope handling_scope) returns boolean language sql stable parallel safe
    return scope.held_for is null or acts_as('COALITION_ANALYST')
      or coalesce(current_member() = any (scope.held_for), false);

  create or replace function sees_scope(scope handling_scope) returns boolean language sql stable parallel safe
    return current_member() is not null and sees_held(scope) and case
      when scope.tlp = 'RED' then coalesce(scope.reporter_id = current_member(), false)
        or current_member() = any (scope.named_member_ids)
        or (scope.named_member_ids = '{}' and acts_as('COALITION_ANALYST'))
      else scope.sharing_group_id is null or coalesce(scope.sharing_group_id = any (current_groups()), false)
    end;

  grant insert on handling_scope to cordon_resolver;
  alter policy handling_scope_reader on handling_scope
    using (${SCOPE_READER} and (held_for is null or ${ANALYST} or ${OWN_MEMBER} = any (held_for)));
  alter policy handling_scope_reporter on handling_scope
    with check (${SCOPE_REPORTER} and held_for is null);
  -- A member that goes out of a group is told to forget what it saw there, and so nothing of what is held.
  alter policy indicator_change_audience on indicator_change
    using (${CHANGE_AUDIENCE(`exists (select from handling_scope s
      where s.id = indicator_change.handling_scope_id and sees_held(s))`)});
`;
