-- The schema after all migrations, read from the catalogue of a database that ran them. Written by
-- UPDATE=1 npm test -- test/schema-sql and compared by the same test: for reviewing what a migration changes.
-- The migrations are the source; nothing reads this file.

create sequence indicator_change_sequence as bigint start 1 increment 1;
create sequence member_event_sequence as bigint start 1 increment 1;

CREATE OR REPLACE FUNCTION public.acts_as(role text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((role = ANY (string_to_array(current_setting('cordon.roles'::text, true), ','::text))), false);

CREATE OR REPLACE FUNCTION public.alert_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
  end $function$;

CREATE OR REPLACE FUNCTION public.approval_is_ones_own()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        if current_principal() is null then
          return new;
        end if;
        new.principal_id := current_principal();
        new.member_id := current_member();
        new.acting_roles := string_to_array(current_setting('cordon.roles', true), ',');
        select p.epoch into strict new.principal_epoch from principal p where p.id = current_principal();
        return new;
      end $function$;

CREATE OR REPLACE FUNCTION public.approved_by_two(kind text, object_id uuid, content_digest bytea, excluded uuid[] DEFAULT '{}'::uuid[])
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
        select count(distinct s.principal_id) >= 2 from standing_approvals($1, $2, $3, $4) s
      $function$;

CREATE OR REPLACE FUNCTION public.audience_scopes(reader uuid, analyst boolean)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select array(
          select s.id from handling_scope s
            where s.tlp <> 'RED' and (s.sharing_group_id is null or s.sharing_group_id = any (array(
              select g.sharing_group_id from sharing_group_member g where g.member_id = reader)))
              and may_see_scope(s, reader, analyst)
          union all
          select s.id from handling_scope s
            where s.tlp = 'RED' and (s.reporter_id = reader or s.named_member_ids @> array[reader])
              and may_see_scope(s, reader, analyst)
          union all
          select s.id from handling_scope s
            where analyst and s.tlp = 'RED' and s.named_member_ids = '{}' and may_see_scope(s, reader, analyst))
      $function$;

CREATE OR REPLACE FUNCTION public.break_glass_approved(asked break_glass)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
        select approved_by_two('BREAK_GLASS', asked.id, break_glass_digest(asked), array[asked.asked_by])
          and exists (
            select
            from standing_approvals('BREAK_GLASS', asked.id, break_glass_digest(asked), array[asked.asked_by]) one,
              standing_approvals('BREAK_GLASS', asked.id, break_glass_digest(asked), array[asked.asked_by]) other
            where one.principal_id <> other.principal_id
              and 'COALITION_ADMIN' = any (one.acting_roles) and 'COALITION_ANALYST' = any (other.acting_roles))
      $function$;

CREATE OR REPLACE FUNCTION public.break_glass_by_rule()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        if tg_op = 'INSERT' then
          if not acts_as('COALITION_ANALYST') then
            raise exception 'an analyst asks for it' using errcode = 'CD403';
          end if;
          new.asked_by := current_principal();
          new.asked_member := current_member();
          new.asked_at := now();
          new.opened_at := null;
          new.ends_at := null;
          new.closed_at := null;
          new.closed_by := null;
          new.reads := 0;
          return new;
        end if;
        if is_founding() then
          return new;
        end if;
        if (new.id, new.report_id, new.asked_by, new.asked_member, new.purpose, new.reason, new.asked_at)
            is distinct from (old.id, old.report_id, old.asked_by, old.asked_member, old.purpose, old.reason, old.asked_at)
            or new.reads < old.reads then
          raise exception 'it stays as it was asked for' using errcode = 'CD403';
        end if;
        if old.opened_at is null and new.opened_at is not null then
          if old.closed_at is not null or now() >= old.asked_at + interval '1 day' or not break_glass_approved(old) then
            raise exception 'an admin and an analyst open it, within a day' using errcode = 'CD403';
          end if;
          new.opened_at := now();
          new.ends_at := now() + interval '1 hour';
        else
          new.opened_at := old.opened_at;
          new.ends_at := old.ends_at;
        end if;
        if old.closed_at is null and new.closed_at is not null then
          new.closed_at := now();
          new.closed_by := current_principal();
        else
          new.closed_at := old.closed_at;
          new.closed_by := old.closed_by;
        end if;
        return new;
      end $function$;

CREATE OR REPLACE FUNCTION public.break_glass_digest(asked break_glass)
 RETURNS bytea
 LANGUAGE sql
 STABLE
RETURN sha256(convert_to((json_build_array((asked).id, (asked).report_id, (asked).asked_by, (asked).purpose, (asked).reason))::text, 'UTF8'::name));

CREATE OR REPLACE FUNCTION public.break_glass_not_by_reporter()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        if new.kind = 'BREAK_GLASS' and exists (
            select from break_glass g join report r on r.id = g.report_id
            where g.id = new.object_id and r.member_id = new.member_id) then
          raise exception 'the reporter''s member does not approve it' using errcode = 'CD403';
        end if;
        return new;
      end $function$;

CREATE OR REPLACE FUNCTION public.broken_glass_scopes()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select v.handling_scope_id
        from break_glass g join report_version v on v.report_id = g.report_id
        where g.opened_at is not null and g.asked_by = current_principal() and g.ends_at > now() and g.closed_at is null
      $function$;

CREATE OR REPLACE FUNCTION public.charge_identifiers(on_day date, hashes bigint[], quota integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
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
      end $function$;

CREATE OR REPLACE FUNCTION public.coalition_roles_by_two()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      declare
        held text[] := case tg_op when 'UPDATE' then old.roles else '{}' end;
        used role_grant;
      begin
        if is_founding() or not exists (
            select from unnest(new.roles) role where not role = any (held)
              and role not in ('SUBMITTER', 'SCREENER', 'MEMBER_ADMIN')) then
          return new;
        end if;
        select g.* into used from role_grant g
          where g.user_id = new.id and g.status = 'OPEN' and sorted_roles(g.from_roles) = sorted_roles(held)
            and sorted_roles(g.to_roles) = sorted_roles(new.roles)
          for update;
        if used.id is null or not approved_by_two('ROLE_GRANT', used.id, role_grant_digest(used), array[new.id]) then
          raise exception 'two admins give a role of the coalition' using errcode = 'CD403';
        end if;
        update role_grant set status = 'GRANTED', decided_by = current_principal() where id = used.id;
        return new;
      end $function$;

CREATE OR REPLACE FUNCTION public.current_groups()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (string_to_array(NULLIF(current_setting('cordon.groups'::text, true), ''::text), ','::text))::uuid[];

CREATE OR REPLACE FUNCTION public.current_member()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('cordon.member_id'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION public.current_principal()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('cordon.principal_id'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION public.dispute_appeal_note()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      begin
        new.appealed := (select d.status from dispute d where d.id = new.dispute_id);
        return new;
      end $function$;

CREATE OR REPLACE FUNCTION public.dispute_excluded(asked uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select coalesce(array_agg(distinct x.id), '{}') from (
          select f.filed_by as id from dispute_filer f where f.dispute_id = asked
          union all
          select f.member_id from dispute_filer f where f.dispute_id = asked and f.on_behalf_of is null
          union all
          select p.member_id from dispute_party p where p.dispute_id = asked
          union all
          select a.appealed_by from dispute_appeal a where a.dispute_id = asked
          union all
          select r.proposed_by from dispute_ruling r join dispute d on d.id = r.dispute_id
            where r.dispute_id = asked and r.stage < d.stage
          union all
          select a.principal_id from dispute_ruling r join dispute d on d.id = r.dispute_id
            join approval a on a.kind = 'DISPUTE_RULING' and a.object_id = r.id
            where r.dispute_id = asked and r.stage < d.stage
          union all select p.answered_by from dispute_party p where p.dispute_id = asked and p.answered_by is not null
        ) x
      $function$;

CREATE OR REPLACE FUNCTION public.dispute_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  declare
    ruling dispute_ruling;
  begin
    if tg_op = 'INSERT' then
      if new.status <> 'FILED' or new.stage <> 1 or new.ruling_id is not null or new.ruled_at is not null then
        raise exception 'a dispute begins as filed' using errcode = 'CD403';
      end if;
      return new;
    end if;
    if (new.id, new.handles, new.grounds, new.statement, new.filed_at, new.answer_by)
        is distinct from (old.id, old.handles, old.grounds, old.statement, old.filed_at, old.answer_by) then
      raise exception 'what a dispute says is never changed' using errcode = 'CD403';
    end if;
    if current_principal() is null then
      if (old.status, new.status) not in (('FILED', 'REVIEW'), ('FILED', 'UPHELD'))
          or new.stage <> old.stage or new.ruling_id is not null then
        raise exception 'nobody rules on a dispute by letting time pass but by not answering' using errcode = 'CD403';
      end if;
      return new;
    end if;
    if new.status = 'APPEAL' then
      if old.status not in ('UPHELD', 'PARTLY_UPHELD', 'REJECTED') or old.stage <> 1 or new.stage <> 2
          or (new.ruling_id, new.ruled_at) is distinct from (old.ruling_id, old.ruled_at)
          or not exists (select from dispute_appeal a where a.dispute_id = new.id
            and a.appealed_by = current_principal()) then
        raise exception 'one appeal is open to a side of a dispute that was ruled on' using errcode = 'CD403';
      end if;
      return new;
    end if;
    if old.status not in ('REVIEW', 'APPEAL') or new.status not in ('UPHELD', 'PARTLY_UPHELD', 'REJECTED')
        or new.stage <> old.stage then
      raise exception 'a dispute does not go from % to %', old.status, new.status using errcode = 'CD403';
    end if;
    select r.* into ruling from dispute_ruling r
      where r.id = new.ruling_id and r.dispute_id = new.id and r.stage = old.stage and r.outcome = new.status;
    if ruling.id is null or not acts_as('COALITION_ANALYST') or dispute_part(new.id) is distinct from 'REVIEWER'
        or (select count(distinct s.principal_id) from standing_approvals('DISPUTE_RULING', ruling.id,
          dispute_ruling_digest(ruling), dispute_excluded(new.id)) s) < dispute_ruling_approvals(ruling) then
      raise exception 'people of members that are no party rule on a dispute, two where it takes something off the list'
        using errcode = 'CD403';
    end if;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION public.dispute_part(asked uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select case
          when exists (select from dispute_filer f where f.dispute_id = asked and f.member_id = current_member()
            and (f.on_behalf_of is null or f.filed_by = current_principal())) then 'FILER'
          when exists (select from dispute_party p where p.dispute_id = asked and (p.member_id = current_member() or p.answered_by = current_principal())) then 'REPORTER'
          when acts_as('COALITION_ANALYST')
            and not dispute_excluded(asked) && array[current_member(), current_principal()] then 'REVIEWER'
        end
      $function$;

CREATE OR REPLACE FUNCTION public.dispute_party_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if (new.dispute_id, new.member_id, new.answer_by) is distinct from (old.dispute_id, old.member_id, old.answer_by)
        or old.answer is not null or old.lapsed_at is not null then
      raise exception 'a side answers a dispute once, in time' using errcode = 'CD403';
    end if;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION public.dispute_ruling_approvals(ruling dispute_ruling)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
    select case when ruling.outcome = 'REJECTED' and ruling.stage = 1 then 1 else 2 end
  $function$;

CREATE OR REPLACE FUNCTION public.dispute_ruling_digest(ruling dispute_ruling)
 RETURNS bytea
 LANGUAGE sql
 STABLE
AS $function$
    select sha256(convert_to(jsonb_build_array(ruling.id, ruling.dispute_id, ruling.stage, ruling.outcome,
      ruling.value_hashes, ruling.reason)::text, 'UTF8'))
  $function$;

CREATE OR REPLACE FUNCTION public.end_sessions(people uuid[], ended timestamp with time zone, kept_method text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        update session s set ended_at = ended
          from principal p
          where s.user_id = any (people) and s.ended_at is null and s.method is distinct from kept_method
            and p.id = s.user_id
            and (p.id = current_principal() or acts_as('COALITION_ADMIN')
              or (acts_as('MEMBER_ADMIN') and p.member_id = current_member()))
      $function$;

CREATE OR REPLACE FUNCTION public.enter_as(actor_member uuid, actor_principal uuid, actor_epoch integer, request text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare
    held_roles text;
    held_groups text;
  begin
    perform set_config('cordon.member_id', actor_member::text, true),
      set_config('cordon.principal_id', actor_principal::text, true),
      set_config('cordon.request_id', request, true),
      set_config('cordon.roles', '', true),
      set_config('cordon.groups', '', true),
      set_config('cordon.scopes', '', true);
    select coalesce(array_to_string(u.roles, ','), ''), coalesce((
        select string_agg(g.sharing_group_id::text, ',') from sharing_group_member g where g.member_id = actor_member), '')
      into held_roles, held_groups
      from principal p
      join member m on m.id = p.member_id
      left join app_user u on u.id = p.id
      where p.id = actor_principal and p.member_id = actor_member
        and p.active and p.epoch = actor_epoch and m.status = 'ACTIVE';
    if not found then
      raise exception 'actor is not active' using errcode = 'CD401';
    end if;
    perform set_config('cordon.roles', held_roles, true), set_config('cordon.groups', held_groups, true);
  end $function$;

CREATE OR REPLACE FUNCTION public.follows_group_rule(asked sharing_group, of_member member)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN COALESCE((is_group_by_rule(asked) AND (((asked).rule_kinds IS NULL) OR ((of_member).kind = ANY ((asked).rule_kinds))) AND ((((asked).rule_countries IS NULL) AND ((asked).rule_regions IS NULL)) OR COALESCE(((of_member).country = ANY ((asked).rule_countries)), false) OR COALESCE((lower((of_member).region) = ANY ((asked).rule_regions)), false))), false);

CREATE OR REPLACE FUNCTION public.glass_broken(report uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) AND (EXISTS (SELECT FROM break_glass g WHERE ((g.report_id = glass_broken.report) AND (g.opened_at IS NOT NULL) AND (g.asked_by = (SELECT current_principal() AS current_principal)) AND (g.ends_at > now()) AND (g.closed_at IS NULL)))));

CREATE OR REPLACE FUNCTION public.has_left(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select exists (select from member m where m.id = asked and m.status = 'LEFT')
      $function$;

CREATE OR REPLACE FUNCTION public.hold_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
  end $function$;

CREATE OR REPLACE FUNCTION public.hold_key_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if not exists (select from hold h where h.id = new.hold_id and h.status = 'REQUESTED' and h.version = 1
      and h.xmin = pg_current_xact_id()::xid)
    then
      raise exception 'what a hold names is never changed' using errcode = 'CD403';
    end if;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION public.hold_release_digest(hold hold)
 RETURNS bytea
 LANGUAGE sql
 STABLE
AS $function$
    select sha256(convert_to(jsonb_build_array(hold.id, hold.version, hold.status, hold.until, hold.member_id, hold.reason,
        hold.subject)::text, 'UTF8')
      || coalesce((select sha256(string_agg(k.hash, ''::bytea order by k.hash)) from hold_key k where k.hold_id = hold.id),
        ''::bytea)
      || coalesce((select sha256(string_agg(uuid_send(c.description_id), ''::bytea order by c.description_id))
        from hold_coverage c where c.hold_id = hold.id and c.named), ''::bytea))
  $function$;

CREATE OR REPLACE FUNCTION public.hold_reporters(hold_id uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$
    select coalesce(array_agg(distinct c.reporter_id) filter (where c.reporter_id is not null), '{}')
    from hold_coverage c where c.hold_id = $1
  $function$;

CREATE OR REPLACE FUNCTION public.in_audience(scope_id uuid, reader uuid, analyst boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      begin
        return exists (select from handling_scope s where s.id = scope_id and may_see_scope(s, reader, analyst));
      end $function$;

CREATE OR REPLACE FUNCTION public.is_founding()
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((CURRENT_USER = 'cordon_operator'::name) OR (CURRENT_USER = (SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid FROM pg_class c WHERE (c.oid = ('approval'::regclass)::oid))));

CREATE OR REPLACE FUNCTION public.is_group_by_rule(asked sharing_group)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (((asked).rule_kinds IS NOT NULL) OR ((asked).rule_countries IS NOT NULL) OR ((asked).rule_regions IS NOT NULL));

CREATE OR REPLACE FUNCTION public.is_own_report(asked uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      begin
        return coalesce((select r.member_id from report r where r.id = asked) = current_member(), false);
      end $function$;

CREATE OR REPLACE FUNCTION public.may_approve(kind text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN CASE kind WHEN 'MEMBER'::text THEN acts_as('COALITION_ADMIN'::text) WHEN 'ROLE_GRANT'::text THEN acts_as('COALITION_ADMIN'::text) WHEN 'HOLD_RELEASE'::text THEN acts_as('COALITION_ANALYST'::text) WHEN 'BREAK_GLASS'::text THEN (acts_as('COALITION_ADMIN'::text) OR acts_as('COALITION_ANALYST'::text)) WHEN 'DISPUTE_RULING'::text THEN acts_as('COALITION_ANALYST'::text) ELSE false END;

CREATE OR REPLACE FUNCTION public.may_manage_sign_in(who uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
        select acts_as('MEMBER_ADMIN') and exists (
          select from principal p join app_user u on u.id = p.id
          where p.id = who and p.member_id = current_member()
            and (p.id = current_principal() or acts_as('COALITION_ADMIN')
              or not u.roles && array['COALITION_ANALYST', 'COALITION_ADMIN', 'LIAISON', 'AUDITOR']))
      $function$;

CREATE OR REPLACE FUNCTION public.may_see_held(scope handling_scope, reader uuid, analyst boolean)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
    select scope.held_for is null or analyst or reader = any (scope.held_for)
  $function$;

CREATE OR REPLACE FUNCTION public.may_see_scope(scope handling_scope, reader uuid, analyst boolean)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
    select (scope.held_for is null or analyst or reader = any (scope.held_for)) and case
      when scope.tlp = 'RED' then reader = scope.reporter_id or reader = any (scope.named_member_ids)
        or (analyst and scope.named_member_ids = '{}')
      when scope.sharing_group_id is null then true
      else exists (select from sharing_group_member g
        where g.sharing_group_id = scope.sharing_group_id and g.member_id = reader)
    end
  $function$;

CREATE OR REPLACE FUNCTION public.may_tell_report(report_id uuid, of_member uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
  begin
    return acts_as('COALITION_ANALYST')
      and exists (select from report r where r.id = may_tell_report.report_id and r.member_id = of_member);
  end $function$;

CREATE OR REPLACE FUNCTION public.member_application_digest(applied member)
 RETURNS bytea
 LANGUAGE sql
 STABLE
AS $function$
        select sha256(convert_to('[' || string_agg(coalesce(to_json(part.text)::text, 'null'), ',' order by part.place) || ']',
          'UTF8'))
        from unnest(array[applied.name, applied.kind, applied.country, applied.region, applied.agreement_version,
          applied.agreement_signed_by]) with ordinality as part (text, place)
      $function$;

CREATE OR REPLACE FUNCTION public.member_follows_group_rules()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  declare
    changed record;
  begin
    if tg_op = 'UPDATE'
      and (new.kind, new.country, new.region) is not distinct from (old.kind, old.country, old.region)
    then
      return null;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('cordon.group-rules', 0));
    for changed in
      select g.id, follows_group_rule(g, new) as comes
      from sharing_group g
      where is_group_by_rule(g) and follows_group_rule(g, new) is distinct from exists (
        select from sharing_group_member m where m.sharing_group_id = g.id and m.member_id = new.id)
      order by g.id
    loop
      if changed.comes then
        insert into sharing_group_member (sharing_group_id, member_id, joined_at)
          values (changed.id, new.id, new.changed_at);
      else
        delete from sharing_group_member where sharing_group_id = changed.id and member_id = new.id;
      end if;
      -- A new member has read nothing of the feed yet: it reads it as it stands.
      if tg_op = 'UPDATE' then
        insert into outbox (topic, payload) values ('sharing-group.changed', jsonb_build_object('sharingGroupId', changed.id,
          'memberIds', jsonb_build_array(new.id), 'change', case when changed.comes then 'ADDED' else 'REMOVED' end));
      end if;
    end loop;
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.member_stands_by_rule()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        if is_founding() then
          return new;
        end if;
        if tg_op = 'INSERT' then
          if new.status = 'APPLIED' then
            return new;
          end if;
          raise exception 'a member begins by applying' using errcode = 'CD403';
        end if;
        if new.status = old.status or (old.status, new.status) in (('APPLIED', 'REJECTED'), ('ACTIVE', 'SUSPENDED'),
            ('SUSPENDED', 'ACTIVE'), ('ACTIVE', 'LEFT'), ('SUSPENDED', 'LEFT')) then
          return new;
        end if;
        if (old.status, new.status) = ('APPLIED', 'ACTIVE') and new.agreement_version is not null
            and approved_by_two('MEMBER', new.id, member_application_digest(new), array[new.id]) then
          return new;
        end if;
        raise exception 'two admins approve a member' using errcode = 'CD403';
      end $function$;

CREATE OR REPLACE FUNCTION public.neighbourhood(ids uuid[], descriptions_max integer, merchants_max integer)
 RETURNS TABLE(id uuid)
 LANGUAGE plpgsql
 STABLE
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
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
      end $function$;

CREATE OR REPLACE FUNCTION public.notice_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        if (new.id, new.member_id, new.merchant_view_id, new.handling_scope_id, new.raised_at)
            is distinct from (old.id, old.member_id, old.merchant_view_id, old.handling_scope_id, old.raised_at)
            or old.ended_at is not null then
          raise exception 'what a notice is about is never changed, nor one that has ended' using errcode = 'CD403';
        end if;
        return new;
      end $function$;

CREATE OR REPLACE FUNCTION public.own_account_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        if old.id = current_principal() and (new.id, new.email, new.name, new.roles)
            is distinct from (old.id, old.email, old.name, old.roles) then
          raise exception 'nobody changes who they are or what they may do' using errcode = 'CD403';
        end if;
        return new;
      end $function$;

CREATE OR REPLACE FUNCTION public.principal_stays_itself()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        if (new.id, new.member_id, new.kind) is distinct from (old.id, old.member_id, old.kind)
            or (new.active and not old.active) or new.epoch < old.epoch then
          raise exception 'a principal stays who it is, and once deactivated stays so' using errcode = 'CD403';
        end if;
        return new;
      end $function$;

CREATE OR REPLACE FUNCTION public.record_screenings(actor_member uuid, actor_principal uuid, actor_epoch integer, request text, at timestamp with time zone, ids uuid[], purposes text[], refs text[], outcomes text[], subjects json[], answers json[], read_purposes text[], read_requests text[], read_objects text[], hashes bigint[], quota integer)
 RETURNS integer
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
    if exists (select from unnest(read_objects) as read (objects) where read.objects <> '{}') then
      insert into indicator_delivery (indicator_id, member_id, first_at)
        select distinct shown.id, actor_member, at
        from unnest(read_objects) as read (objects) cross join lateral unnest(read.objects::uuid[]) as shown (id)
        where not acts_as('COALITION_ANALYST') or exists (
          select from indicator i join handling_scope s on s.id = i.handling_scope_id
          where i.id = shown.id and may_see_scope(s, actor_member, false))
        order by shown.id
        on conflict do nothing;
    end if;
    return used;
  end $function$;

CREATE OR REPLACE FUNCTION public.remove_passkeys(who uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        delete from passkey where user_id = who and may_manage_sign_in(who)
      $function$;

CREATE OR REPLACE FUNCTION public.role_grant_digest(asked role_grant)
 RETURNS bytea
 LANGUAGE sql
 STABLE
RETURN sha256(convert_to((json_build_array((asked).id, (asked).user_id, sorted_roles((asked).from_roles), sorted_roles((asked).to_roles)))::text, 'UTF8'::name));

CREATE OR REPLACE FUNCTION public.role_grant_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        if old.status <> 'OPEN' or (new.id, new.user_id, new.from_roles, new.to_roles, new.asked_by, new.asked_at)
            is distinct from (old.id, old.user_id, old.from_roles, old.to_roles, old.asked_by, old.asked_at) then
          raise exception 'a grant of roles is decided once, as it was asked for' using errcode = 'CD403';
        end if;
        return new;
      end $function$;

CREATE OR REPLACE FUNCTION public.screen_lookup(actor_member uuid, actor_principal uuid, actor_epoch integer, request text, analyst boolean, at timestamp with time zone, hashes bytea[], merchants_per_key integer)
 RETURNS TABLE(merchant_id uuid, merchant_view_id uuid, content json)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
            
            where k.hash = asked.hash and v.valid_until > at and /*access:screening.lookup-key*/(in_audience(v.handling_scope_id, actor_member, analyst))
            limit merchants_per_key
          ) found
        )
        select v.merchant_id, v.merchant_view_id, v.content
        from hit
        join merchant_view v on v.merchant_id = hit.merchant_id
        
        where v.valid_until > at and /*access:screening.lookup-view*/(in_audience(v.handling_scope_id, actor_member, analyst))
        ;
      if exists (select from identity_marker m where m.hash = any (hashes)) then
        return query
          select null::uuid, null::uuid, json_build_object('hash', encode(m.hash, 'hex'), 'validUntil', max(m.valid_until))
          from identity_marker m
          where m.hash = any (hashes) and m.valid_until > at
            and /*access:screening.lookup-marker*/(in_audience(m.handling_scope_id, actor_member, analyst))
          group by m.hash;
      end if;
    end $function$;

CREATE OR REPLACE FUNCTION public.screen_retrieve(actor_member uuid, actor_principal uuid, actor_epoch integer, request text, analyst boolean, at timestamp with time zone, asked_by integer[], asked_hashes bigint[], holders_max integer, candidates_max integer)
 RETURNS TABLE(askers integer[], merchant_id uuid, merchant_view_id uuid, content json)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    #variable_conflict use_column
    declare
      visible uuid[];
    begin
      perform enter_as(actor_member, actor_principal, actor_epoch, request);
      visible := array(select s.id from handling_scope s
        where /*access:screening.retrieve*/(s.id = any ((select audience_scopes(actor_member, analyst))::uuid[])));
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
    end $function$;

CREATE OR REPLACE FUNCTION public.sees_held(scope handling_scope)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (((scope).held_for IS NULL) OR acts_as('COALITION_ANALYST'::text) OR COALESCE((current_member() = ANY ((scope).held_for)), false));

CREATE OR REPLACE FUNCTION public.sees_scope(scope handling_scope)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((current_member() IS NOT NULL) AND sees_held(scope) AND CASE WHEN ((scope).tlp = 'RED'::text) THEN (COALESCE(((scope).reporter_id = current_member()), false) OR (current_member() = ANY ((scope).named_member_ids)) OR (((scope).named_member_ids = '{}'::uuid[]) AND acts_as('COALITION_ANALYST'::text))) ELSE (((scope).sharing_group_id IS NULL) OR COALESCE(((scope).sharing_group_id = ANY (current_groups())), false)) END);

CREATE OR REPLACE FUNCTION public.service_range_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        if (new.id, new.member_id, new.kind, new.value, new.registered_by, new.registered_at)
            is distinct from (old.id, old.member_id, old.kind, old.value, old.registered_by, old.registered_at)
            or old.removed_at is not null then
          raise exception 'a range is removed and registered anew' using errcode = 'CD403';
        end if;
        return new;
      end $function$;

CREATE OR REPLACE FUNCTION public.service_range_taken(kind text, value text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select exists (select from service_range r
          where r.kind = $1 and r.removed_at is null and r.member_id is distinct from current_member()
            and (r.value = $2 or (($1 = 'BIC' or ($1 = 'ACQUIRER' and $2 like 'BIN:%' and r.value like 'BIN:%'))
              and (starts_with(r.value, $2) or starts_with($2, r.value)))))
      $function$;

CREATE OR REPLACE FUNCTION public.sharing_group_member_by_rule()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  declare
    changed sharing_group_member := case when tg_op = 'DELETE' then old else new end;
  begin
    if exists (
      select from sharing_group g join member m on m.id = changed.member_id
      where g.id = changed.sharing_group_id and is_group_by_rule(g)
        and follows_group_rule(g, m) is distinct from (tg_op = 'INSERT'))
    then
      raise exception 'a rule says who is in this group' using errcode = 'CD403';
    end if;
    return changed;
  end $function$;

CREATE OR REPLACE FUNCTION public.sharing_group_rule_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if (new.rule_kinds, new.rule_countries, new.rule_regions)
      is distinct from (old.rule_kinds, old.rule_countries, old.rule_regions)
    then
      raise exception 'the rule of a sharing group is never changed' using errcode = 'CD403';
    end if;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION public.sharing_group_takes_in()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if is_group_by_rule(new) then
      perform pg_advisory_xact_lock(hashtextextended('cordon.group-rules', 0));
      insert into sharing_group_member (sharing_group_id, member_id, joined_at)
        select new.id, m.id, new.created_at from member m where follows_group_rule(new, m) order by m.id;
    end if;
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.sorted_roles(roles text[])
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
RETURN ARRAY(SELECT DISTINCT role.role FROM unnest(sorted_roles.roles) role(role) ORDER BY role.role);

CREATE OR REPLACE FUNCTION public.standing_approvals(asked_kind text, asked_object uuid, digest bytea, excluded uuid[] DEFAULT '{}'::uuid[])
 RETURNS TABLE(principal_id uuid, acting_roles text[])
 LANGUAGE sql
 STABLE
AS $function$
        select a.principal_id, a.acting_roles
        from approval a
        join principal p on p.id = a.principal_id
        join member m on m.id = a.member_id
        where a.kind = asked_kind and a.object_id = asked_object and a.content_digest = digest
          and p.kind = 'USER' and p.active and p.epoch = a.principal_epoch and m.status = 'ACTIVE'
          and not a.principal_id = any (excluded) and not a.member_id = any (excluded)
      $function$;

CREATE OR REPLACE FUNCTION public.take_dpop_proof(proof bytea, expires timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
      begin
        insert into dpop_proof (proof_hash, expires_at) values (proof, expires) on conflict do nothing;
        return found;
      end $function$;

CREATE OR REPLACE FUNCTION public.tell_late_deliveries()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        if exists (select from delivered d where not exists (
            select from indicator i where i.id = d.indicator_id and i.status in ('ACTIVE', 'DISPUTED'))) then
          insert into outbox (topic, payload)
            select 'delivery.late', jsonb_build_object('indicatorId', d.indicator_id, 'memberId', d.member_id)
            from delivered d
            where not exists (select from indicator i where i.id = d.indicator_id and i.status in ('ACTIVE', 'DISPUTED'));
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.visible_scopes()
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare
    known text := nullif(current_setting('cordon.scopes', true), '');
    found uuid[];
  begin
    if known is not null then
      return known::uuid[];
    end if;
    found := array(
      select s.id from handling_scope s
        where s.tlp <> 'RED' and (s.sharing_group_id is null or s.sharing_group_id = any (current_groups()))
          and sees_scope(s)
      union all
      select s.id from handling_scope s
        where (s.reporter_id = current_member() or s.named_member_ids @> array[current_member()]) and sees_scope(s));
    if acts_as('COALITION_ANALYST') then
      found := found || array(
        select s.id from handling_scope s where s.tlp = 'RED' and s.named_member_ids = '{}' and sees_scope(s));
    end if;
    if current_member() is not null then
      perform set_config('cordon.scopes', found::text, true);
    end if;
    return found;
  end $function$;

create table action (
  id uuid not null,
  member_id uuid not null,
  client_reference text not null,
  notice_id uuid,
  screening_id uuid,
  merchant_id uuid not null,
  indicator_ids uuid[] not null,
  status text not null,
  version integer not null,
  withdrawal_reason text,
  recorded_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint action_pkey PRIMARY KEY (id),
  constraint action_lead_check CHECK (((notice_id IS NULL) <> (screening_id IS NULL))),
  constraint action_status_check CHECK ((status = ANY (ARRAY['RECORDED'::text, 'WITHDRAWN'::text]))),
  constraint action_withdrawal_check CHECK (((status = 'WITHDRAWN'::text) = (withdrawal_reason IS NOT NULL))),
  constraint action_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
alter table action enable row level security;
alter table action force row level security;
CREATE UNIQUE INDEX action_client_reference_key ON public.action USING btree (member_id, client_reference);
CREATE INDEX action_indicators ON public.action USING gin (indicator_ids);
CREATE INDEX action_member ON public.action USING btree (member_id, recorded_at, id);
CREATE INDEX action_recorded ON public.action USING btree (recorded_at, id);
create policy action_insert on action as permissive for insert to cordon_service with check (member_id = current_member());
create policy action_member on action as permissive for select to cordon_service using (member_id = ( SELECT current_member() AS current_member));
create policy action_migrator on action as permissive for all to cordon_migrator using true with check true;
create policy action_triage on action as permissive for select to cordon_service using (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) AND COALESCE(( SELECT true
   FROM description d
  WHERE (d.own_merchant_id = action.merchant_id)
 LIMIT 1), false));
create policy action_update on action as permissive for update to cordon_service using (member_id = ( SELECT current_member() AS current_member)) with check (member_id = ( SELECT current_member() AS current_member));

create table action_version (
  action_id uuid not null,
  version integer not null,
  kind text not null,
  effective_on date not null,
  accounts_closed integer,
  network_list text,
  network_code text,
  network_listed_on date,
  forwarded_to uuid,
  note text,
  disposition_id uuid,
  recorded_by uuid not null,
  at timestamp with time zone not null,
  constraint action_version_pkey PRIMARY KEY (action_id, version),
  constraint action_version_accounts_check CHECK (((accounts_closed >= 0) AND (accounts_closed <= 100000))),
  constraint action_version_disposition_check CHECK (((disposition_id IS NOT NULL) OR (kind <> ALL (ARRAY['TERMINATED'::text, 'SUSPENDED'::text, 'RESTRICTED'::text, 'DECLINED'::text, 'NO_ACTION_FALSE_POSITIVE'::text])))),
  constraint action_version_kind_check CHECK ((kind = ANY (ARRAY['TERMINATED'::text, 'SUSPENDED'::text, 'RESTRICTED'::text, 'DECLINED'::text, 'MONITORING_AT_LAW_ENFORCEMENT_REQUEST'::text, 'ALREADY_CLOSED'::text, 'NOT_OUR_MERCHANT'::text, 'FORWARDED'::text, 'UNABLE_TO_TRACE'::text, 'TEST_TRANSACTION_BLOCKED'::text, 'NO_ACTION_FALSE_POSITIVE'::text]))),
  constraint action_version_network_check CHECK ((num_nulls(network_list, network_code, network_listed_on) = ANY (ARRAY[0, 3]))),
  constraint action_version_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id),
  constraint action_version_disposition_id_fkey FOREIGN KEY (disposition_id) REFERENCES disposition(id),
  constraint action_version_forwarded_to_fkey FOREIGN KEY (forwarded_to) REFERENCES member(id),
  constraint action_version_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES principal(id)
);
alter table action_version enable row level security;
alter table action_version force row level security;
create policy action_version_insert on action_version as permissive for insert to cordon_service with check ((recorded_by = ( SELECT current_principal() AS current_principal)) AND COALESCE(( SELECT true
   FROM action a
  WHERE ((a.id = action_version.action_id) AND (a.member_id = ( SELECT current_member() AS current_member)))
 LIMIT 1), false));
create policy action_version_migrator on action_version as permissive for all to cordon_migrator using true with check true;
create policy action_version_reader on action_version as permissive for select to cordon_service using COALESCE(( SELECT true
   FROM action a
  WHERE (a.id = action_version.action_id)
 LIMIT 1), false);

create table alert (
  id uuid not null,
  member_id uuid not null,
  kind text not null,
  object_id uuid not null,
  urgency text not null,
  status text not null,
  raised_at timestamp with time zone not null,
  acknowledge_by timestamp with time zone not null,
  act_by timestamp with time zone,
  delivered_at timestamp with time zone,
  acknowledged_at timestamp with time zone,
  acknowledged_by uuid,
  closed_at timestamp with time zone,
  escalated_at timestamp with time zone,
  constraint alert_pkey PRIMARY KEY (id),
  constraint alert_acknowledged_check CHECK (((acknowledged_at IS NULL) = (acknowledged_by IS NULL))),
  constraint alert_closed_check CHECK (((status = 'CLOSED'::text) = (closed_at IS NOT NULL))),
  constraint alert_kind_check CHECK ((kind = ANY (ARRAY['NOTICE'::text, 'CHILD_AT_RISK'::text, 'RECALL'::text, 'DISPUTE'::text, 'RETROACTIVE_MATCH'::text]))),
  constraint alert_status_check CHECK ((status = ANY (ARRAY['RAISED'::text, 'DELIVERED'::text, 'ACKNOWLEDGED'::text, 'CLOSED'::text]))),
  constraint alert_urgency_check CHECK ((urgency = ANY (ARRAY['NORMAL'::text, 'CRITICAL'::text]))),
  constraint alert_acknowledged_by_fkey FOREIGN KEY (acknowledged_by) REFERENCES principal(id),
  constraint alert_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
alter table alert enable row level security;
alter table alert force row level security;
CREATE INDEX alert_escalated ON public.alert USING btree (member_id, urgency, escalated_at) WHERE ((escalated_at IS NOT NULL) AND (status <> 'CLOSED'::text));
CREATE INDEX alert_newest ON public.alert USING btree (member_id, ((urgency = 'CRITICAL'::text)) DESC, raised_at DESC, id DESC);
CREATE INDEX alert_object ON public.alert USING btree (kind, object_id);
CREATE UNIQUE INDEX alert_once ON public.alert USING btree (member_id, kind, object_id);
CREATE INDEX alert_recall_unread ON public.alert USING btree (object_id) WHERE ((kind = 'RECALL'::text) AND (acknowledged_at IS NULL));
CREATE INDEX alert_to_acknowledge ON public.alert USING btree (acknowledge_by) WHERE ((status = ANY (ARRAY['RAISED'::text, 'DELIVERED'::text])) AND (escalated_at IS NULL));
CREATE INDEX alert_to_act ON public.alert USING btree (act_by) WHERE ((status <> 'CLOSED'::text) AND (escalated_at IS NULL));
CREATE INDEX alert_unread ON public.alert USING btree (member_id, ((urgency <> 'CRITICAL'::text)), COALESCE(acknowledge_by, 'infinity'::timestamp with time zone), raised_at, id) WHERE (status = ANY (ARRAY['RAISED'::text, 'DELIVERED'::text]));
CREATE INDEX alert_waiting ON public.alert USING btree (member_id, kind, ((urgency <> 'CRITICAL'::text)), COALESCE(act_by, 'infinity'::timestamp with time zone), raised_at, object_id) WHERE (status <> 'CLOSED'::text);
CREATE TRIGGER alert_guard BEFORE INSERT OR UPDATE ON public.alert FOR EACH ROW EXECUTE FUNCTION alert_guard();
create policy alert_change on alert as permissive for update to cordon_service using (member_id = ( SELECT current_member() AS current_member)) with check ((member_id = ( SELECT current_member() AS current_member)) AND ((acknowledged_by IS NULL) OR (EXISTS ( SELECT
   FROM principal p
  WHERE ((p.id = alert.acknowledged_by) AND (p.member_id = ( SELECT current_member() AS current_member)))))));
create policy alert_escalated on alert as permissive for select to cordon_service using (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) AND (escalated_at IS NOT NULL) AND (status <> 'CLOSED'::text));
create policy alert_migrator on alert as permissive for all to cordon_migrator using true with check true;
create policy alert_own on alert as permissive for select to cordon_service using (member_id = ( SELECT current_member() AS current_member));
create policy alert_recalled on alert as permissive for select to cordon_service using (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) AND (kind = 'RECALL'::text) AND COALESCE(( SELECT true
   FROM recall r
  WHERE ((r.id = alert.object_id) AND (r.handling_scope_id = ANY (( SELECT visible_scopes() AS visible_scopes)::uuid[])))), false));
create policy alert_resolver on alert as permissive for all to cordon_resolver using true with check true;

create table app_user (
  id uuid not null,
  email text not null,
  name text not null,
  roles text[] not null,
  password_hash text not null,
  totp_secret_sealed bytea not null,
  totp_last_step bigint,
  constraint app_user_pkey PRIMARY KEY (id),
  constraint app_user_email_check CHECK ((email = lower(email))),
  constraint app_user_id_fkey FOREIGN KEY (id) REFERENCES principal(id)
);
alter table app_user enable row level security;
alter table app_user force row level security;
CREATE UNIQUE INDEX app_user_email_key ON public.app_user USING btree (email);
CREATE TRIGGER coalition_roles_by_two BEFORE INSERT OR UPDATE ON public.app_user FOR EACH ROW EXECUTE FUNCTION coalition_roles_by_two();
CREATE TRIGGER own_account_guard BEFORE UPDATE ON public.app_user FOR EACH ROW EXECUTE FUNCTION own_account_guard();
create policy app_user_admin on app_user as permissive for all to cordon_service using (( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as) OR (( SELECT acts_as('MEMBER_ADMIN'::text) AS acts_as) AND COALESCE(( SELECT true
   FROM principal p
  WHERE ((p.id = app_user.id) AND (p.member_id = ( SELECT current_member() AS current_member)))
 LIMIT 1), false))) with check (( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as) OR (( SELECT acts_as('MEMBER_ADMIN'::text) AS acts_as) AND COALESCE(( SELECT true
   FROM principal p
  WHERE ((p.id = app_user.id) AND (p.member_id = ( SELECT current_member() AS current_member)))
 LIMIT 1), false)));
create policy app_user_migrator on app_user as permissive for all to cordon_migrator using true with check true;
create policy app_user_operator on app_user as permissive for all to cordon_operator using true with check true;
create policy app_user_self_select on app_user as permissive for select to cordon_service using (id = ( SELECT current_principal() AS current_principal));
create policy app_user_self_update on app_user as permissive for update to cordon_service using (id = ( SELECT current_principal() AS current_principal)) with check (id = ( SELECT current_principal() AS current_principal));
create policy app_user_sign_in on app_user as permissive for all to cordon_sign_in using true with check true;

create table approval (
  id uuid not null,
  kind text not null,
  object_id uuid not null,
  content_digest bytea not null,
  principal_id uuid not null,
  member_id uuid not null,
  acting_roles text[] not null,
  principal_epoch integer not null,
  reason text,
  at timestamp with time zone not null,
  constraint approval_pkey PRIMARY KEY (id),
  constraint approval_digest_check CHECK ((octet_length(content_digest) = 32)),
  constraint approval_kind_check CHECK ((kind = ANY (ARRAY['MEMBER'::text, 'ROLE_GRANT'::text, 'HOLD_RELEASE'::text, 'BREAK_GLASS'::text, 'DISPUTE_RULING'::text])))
);
alter table approval enable row level security;
alter table approval force row level security;
CREATE UNIQUE INDEX approval_once_key ON public.approval USING btree (kind, object_id, content_digest, principal_id, principal_epoch);
CREATE INDEX approval_principal ON public.approval USING btree (principal_id);
CREATE TRIGGER approval_is_ones_own BEFORE INSERT ON public.approval FOR EACH ROW EXECUTE FUNCTION approval_is_ones_own();
CREATE TRIGGER break_glass_not_by_reporter AFTER INSERT ON public.approval FOR EACH ROW EXECUTE FUNCTION break_glass_not_by_reporter();
create policy approval_migrator on approval as permissive for all to cordon_migrator using true with check true;
create policy approval_operator on approval as permissive for select to cordon_operator using true;
create policy approval_read on approval as permissive for select to cordon_service using ((principal_id = current_principal()) OR ((kind = 'MEMBER'::text) AND (object_id = current_member())) OR acts_as('COALITION_ADMIN'::text) OR acts_as('COALITION_ANALYST'::text) OR acts_as('AUDITOR'::text));
create policy approval_self on approval as permissive for insert to cordon_service with check ((principal_id = current_principal()) AND (member_id = current_member()) AND may_approve(kind));

create unlogged table asked_count (
  member_id uuid not null,
  day date not null,
  slot smallint not null,
  count integer not null,
  constraint asked_count_pkey PRIMARY KEY (member_id, day, slot)
) with (fillfactor=50);
alter table asked_count enable row level security;
alter table asked_count force row level security;
create policy asked_count_own on asked_count as permissive for all to cordon_service using (member_id = ( SELECT current_member() AS current_member)) with check (member_id = ( SELECT current_member() AS current_member));
create policy asked_count_sweep on asked_count as permissive for all to cordon_resolver using true;

create unlogged table asked_identifier (
  member_id uuid not null,
  day date not null,
  hash bigint not null,
  constraint asked_identifier_pkey PRIMARY KEY (member_id, day, hash)
);
alter table asked_identifier enable row level security;
alter table asked_identifier force row level security;
create policy asked_identifier_own on asked_identifier as permissive for all to cordon_service using (member_id = ( SELECT current_member() AS current_member)) with check (member_id = ( SELECT current_member() AS current_member));
create policy asked_identifier_sweep on asked_identifier as permissive for all to cordon_resolver using true;

create table audit_entry (
  id uuid default gen_random_uuid() not null,
  entry_no bigint generated always as identity not null,
  at timestamp with time zone not null,
  member_id uuid,
  principal_id uuid,
  action text not null,
  purpose text,
  object_kind text not null,
  object_ids uuid[] not null,
  request_id text not null,
  detail jsonb,
  constraint audit_entry_pkey PRIMARY KEY (entry_no)
);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
CREATE INDEX audit_entry_member ON public.audit_entry USING btree (member_id, entry_no);
create policy audit_entry_auditor on audit_entry as permissive for all to cordon_auditor using true with check true;
create policy audit_entry_member on audit_entry as permissive for select to cordon_service using (( SELECT acts_as('MEMBER_ADMIN'::text) AS acts_as) AND (member_id = ( SELECT current_member() AS current_member)));
create policy audit_entry_migrator on audit_entry as permissive for all to cordon_migrator using true with check true;
create policy audit_entry_operator on audit_entry as permissive for all to cordon_operator using true with check true;
create policy audit_entry_oversight on audit_entry as permissive for select to cordon_service using ( SELECT acts_as('AUDITOR'::text) AS acts_as);
create policy audit_entry_resolver on audit_entry as permissive for all to cordon_resolver using true with check true;
create policy audit_entry_self on audit_entry as permissive for insert to cordon_service with check ((member_id = current_member()) AND (principal_id = current_principal()));
create policy audit_entry_sign_in on audit_entry as permissive for all to cordon_sign_in using true with check true;

create table break_glass (
  id uuid not null,
  report_id uuid not null,
  asked_by uuid not null,
  asked_member uuid not null,
  purpose text not null,
  reason text not null,
  asked_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  ends_at timestamp with time zone,
  closed_at timestamp with time zone,
  closed_by uuid,
  reads integer not null,
  constraint break_glass_pkey PRIMARY KEY (id),
  constraint break_glass_hour_check CHECK ((((opened_at IS NULL) = (ends_at IS NULL)) AND (ends_at <= (opened_at + '01:00:00'::interval)))),
  constraint break_glass_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES principal(id),
  constraint break_glass_asked_member_fkey FOREIGN KEY (asked_member) REFERENCES member(id),
  constraint break_glass_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES principal(id)
);
alter table break_glass enable row level security;
alter table break_glass force row level security;
CREATE INDEX break_glass_asked ON public.break_glass USING btree (asked_at, id);
CREATE INDEX break_glass_opened ON public.break_glass USING btree (asked_by, report_id) WHERE (opened_at IS NOT NULL);
CREATE TRIGGER break_glass_by_rule BEFORE INSERT OR UPDATE ON public.break_glass FOR EACH ROW EXECUTE FUNCTION break_glass_by_rule();
create policy break_glass_ask on break_glass as permissive for insert to cordon_service with check ((asked_by = current_principal()) AND acts_as('COALITION_ANALYST'::text));
create policy break_glass_coalition on break_glass as permissive for select to cordon_service using (acts_as('COALITION_ANALYST'::text) OR acts_as('COALITION_ADMIN'::text) OR acts_as('AUDITOR'::text));
create policy break_glass_decide on break_glass as permissive for update to cordon_service using (acts_as('COALITION_ANALYST'::text) OR acts_as('COALITION_ADMIN'::text));
create policy break_glass_migrator on break_glass as permissive for all to cordon_migrator using true with check true;
create policy break_glass_operator on break_glass as permissive for select to cordon_operator using true;
create policy break_glass_reporter on break_glass as permissive for select to cordon_service using (EXISTS ( SELECT
   FROM break_glass_notice n
  WHERE ((n.break_glass_id = break_glass.id) AND (n.member_id = current_member()))));
create policy break_glass_resolver on break_glass as permissive for select to cordon_resolver using true;

create table break_glass_notice (
  break_glass_id uuid not null,
  member_id uuid,
  told_at timestamp with time zone not null,
  constraint break_glass_notice_pkey PRIMARY KEY (break_glass_id),
  constraint break_glass_notice_break_glass_id_fkey FOREIGN KEY (break_glass_id) REFERENCES break_glass(id),
  constraint break_glass_notice_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
alter table break_glass_notice enable row level security;
alter table break_glass_notice force row level security;
create policy break_glass_notice_member on break_glass_notice as permissive for select to cordon_service using ((member_id = current_member()) AND acts_as('MEMBER_ADMIN'::text));
create policy break_glass_notice_migrator on break_glass_notice as permissive for all to cordon_migrator using true with check true;
create policy break_glass_notice_operator on break_glass_notice as permissive for select to cordon_operator using true;
create policy break_glass_notice_resolver on break_glass_notice as permissive for all to cordon_resolver using true with check true;

create table client (
  id uuid not null,
  name text not null,
  scopes text[] not null,
  secret_hash bytea,
  jwks jsonb,
  secret_rotated_at timestamp with time zone,
  jwks_uri text,
  dpop_required boolean default false not null,
  constraint client_pkey PRIMARY KEY (id),
  constraint client_one_proof_check CHECK ((num_nonnulls(secret_hash, jwks, jwks_uri) = 1)),
  constraint client_id_fkey FOREIGN KEY (id) REFERENCES principal(id)
);
alter table client enable row level security;
alter table client force row level security;
create policy client_admin on client as permissive for all to cordon_service using (( SELECT acts_as('MEMBER_ADMIN'::text) AS acts_as) AND COALESCE(( SELECT true
   FROM principal p
  WHERE ((p.id = client.id) AND (p.member_id = ( SELECT current_member() AS current_member)))
 LIMIT 1), false)) with check (( SELECT acts_as('MEMBER_ADMIN'::text) AS acts_as) AND COALESCE(( SELECT true
   FROM principal p
  WHERE ((p.id = client.id) AND (p.member_id = ( SELECT current_member() AS current_member)))
 LIMIT 1), false));
create policy client_migrator on client as permissive for all to cordon_migrator using true with check true;
create policy client_operator on client as permissive for all to cordon_operator using true with check true;
create policy client_self on client as permissive for select to cordon_service using (id = ( SELECT current_principal() AS current_principal));
create policy client_sign_in on client as permissive for all to cordon_sign_in using true with check true;

create table client_assertion (
  client_id uuid not null,
  jti text not null,
  expires_at timestamp with time zone not null,
  constraint client_assertion_pkey PRIMARY KEY (client_id, jti),
  constraint client_assertion_client_id_fkey FOREIGN KEY (client_id) REFERENCES client(id)
);
alter table client_assertion enable row level security;
alter table client_assertion force row level security;
CREATE INDEX client_assertion_expiry ON public.client_assertion USING btree (expires_at);
create policy client_assertion_migrator on client_assertion as permissive for all to cordon_migrator using true with check true;
create policy client_assertion_sign_in on client_assertion as permissive for all to cordon_sign_in using true with check true;

create table description (
  id uuid not null,
  own_merchant_id uuid not null,
  merchant_id uuid not null,
  received_at timestamp with time zone not null,
  active boolean not null,
  content jsonb not null,
  link_hashes bytea[] not null,
  constraint description_pkey PRIMARY KEY (id),
  constraint description_merchant_id_fkey FOREIGN KEY (merchant_id) REFERENCES merchant(id),
  constraint description_own_merchant_id_fkey FOREIGN KEY (own_merchant_id) REFERENCES merchant(id)
);
alter table description enable row level security;
alter table description force row level security;
CREATE INDEX description_merchant ON public.description USING btree (merchant_id, received_at, id);
CREATE UNIQUE INDEX description_own_merchant_key ON public.description USING btree (own_merchant_id);
create policy description_insert on description as permissive for insert to cordon_service with check is_own_report(id);
create policy description_member on description as permissive for select to cordon_service using COALESCE(( SELECT true
   FROM report r
  WHERE ((r.id = description.id) AND (r.member_id = ( SELECT current_member() AS current_member)))
 LIMIT 1), false);
create policy description_member_update on description as permissive for update to cordon_service using COALESCE(( SELECT true
   FROM report r
  WHERE ((r.id = description.id) AND (r.member_id = ( SELECT current_member() AS current_member)))
 LIMIT 1), false) with check COALESCE(( SELECT true
   FROM report r
  WHERE ((r.id = description.id) AND (r.member_id = ( SELECT current_member() AS current_member)))
 LIMIT 1), false);
create policy description_migrator on description as permissive for all to cordon_migrator using true with check true;
create policy description_operator on description as permissive for all to cordon_operator using true with check true;
create policy description_resolver on description as permissive for all to cordon_resolver using true with check true;
create policy description_triage on description as permissive for select to cordon_service using (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) AND COALESCE(( SELECT true
   FROM report r
  WHERE (r.id = description.id)
 LIMIT 1), false));
create policy description_triage_update on description as permissive for update to cordon_service using (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) AND COALESCE(( SELECT true
   FROM report r
  WHERE (r.id = description.id)
 LIMIT 1), false)) with check (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) AND (NOT active));

create table description_key (
  description_id uuid not null,
  hash bytea not null,
  constraint description_key_pkey PRIMARY KEY (hash, description_id)
);
alter table description_key enable row level security;
alter table description_key force row level security;
create policy description_key_delete on description_key as permissive for delete to cordon_service using COALESCE(( SELECT true
   FROM report r
  WHERE ((r.id = description_key.description_id) AND (r.member_id = ( SELECT current_member() AS current_member)))
 LIMIT 1), false);
create policy description_key_insert on description_key as permissive for insert to cordon_service with check is_own_report(description_id);
create policy description_key_migrator on description_key as permissive for all to cordon_migrator using true with check true;
create policy description_key_resolver on description_key as permissive for all to cordon_resolver using true with check true;
create policy description_key_select on description_key as permissive for select to cordon_service using COALESCE(( SELECT true
   FROM report r
  WHERE ((r.id = description_key.description_id) AND (r.member_id = ( SELECT current_member() AS current_member)))
 LIMIT 1), false);

create table description_retrieval_key (
  hash bigint not null,
  description_id uuid not null,
  constraint description_retrieval_key_pkey PRIMARY KEY (hash, description_id)
);
alter table description_retrieval_key enable row level security;
alter table description_retrieval_key force row level security;
CREATE INDEX description_retrieval_key_description ON public.description_retrieval_key USING btree (description_id);
create policy description_retrieval_key_migrator on description_retrieval_key as permissive for all to cordon_migrator using true with check true;
create policy description_retrieval_key_resolver on description_retrieval_key as permissive for all to cordon_resolver using true with check true;

create table disposition (
  id uuid not null,
  member_id uuid not null,
  notice_id uuid,
  screening_id uuid,
  merchant_id uuid not null,
  version integer not null,
  assessment text not null,
  rationale text not null,
  recorded_by uuid not null,
  at timestamp with time zone not null,
  constraint disposition_pkey PRIMARY KEY (id),
  constraint disposition_assessment_check CHECK ((assessment = ANY (ARRAY['SAME_MERCHANT'::text, 'NOT_SAME_MERCHANT'::text, 'UNSURE'::text]))),
  constraint disposition_lead_check CHECK (((notice_id IS NULL) <> (screening_id IS NULL))),
  constraint disposition_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint disposition_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES principal(id)
);
alter table disposition enable row level security;
alter table disposition force row level security;
CREATE UNIQUE INDEX disposition_match_key ON public.disposition USING btree (member_id, screening_id, merchant_id, version) WHERE (screening_id IS NOT NULL);
CREATE INDEX disposition_member ON public.disposition USING btree (member_id, at, id);
CREATE UNIQUE INDEX disposition_notice_key ON public.disposition USING btree (member_id, notice_id, version) WHERE (notice_id IS NOT NULL);
create policy disposition_insert on disposition as permissive for insert to cordon_service with check ((member_id = current_member()) AND (recorded_by = current_principal()));
create policy disposition_member on disposition as permissive for select to cordon_service using (member_id = ( SELECT current_member() AS current_member));
create policy disposition_migrator on disposition as permissive for all to cordon_migrator using true with check true;

create table dispute (
  id uuid not null,
  handles uuid[] not null,
  grounds text not null,
  statement text not null,
  status text not null,
  stage integer not null,
  filed_at timestamp with time zone not null,
  answer_by timestamp with time zone not null,
  ruling_id uuid,
  ruled_at timestamp with time zone,
  constraint dispute_pkey PRIMARY KEY (id),
  constraint dispute_grounds_check CHECK ((grounds = ANY (ARRAY['MISTAKEN_IDENTITY'::text, 'IDENTITY_THEFT'::text, 'FACTUAL_ERROR'::text, 'INSUFFICIENT_EVIDENCE'::text, 'OUTDATED'::text, 'WRONG_REASON'::text, 'OWNERSHIP_CHANGED'::text]))),
  constraint dispute_handles_check CHECK ((cardinality(handles) > 0)),
  constraint dispute_stage_check CHECK (((stage = ANY (ARRAY[1, 2])) AND ((status <> 'APPEAL'::text) OR (stage = 2)))),
  constraint dispute_status_check CHECK ((status = ANY (ARRAY['FILED'::text, 'REVIEW'::text, 'UPHELD'::text, 'PARTLY_UPHELD'::text, 'REJECTED'::text, 'APPEAL'::text])))
);
alter table dispute enable row level security;
alter table dispute force row level security;
CREATE INDEX dispute_decided ON public.dispute USING btree (ruled_at) WHERE (status = ANY (ARRAY['UPHELD'::text, 'PARTLY_UPHELD'::text, 'REJECTED'::text]));
CREATE INDEX dispute_newest ON public.dispute USING btree (filed_at, id);
CREATE INDEX dispute_running ON public.dispute USING btree (answer_by) WHERE (status = ANY (ARRAY['FILED'::text, 'REVIEW'::text, 'APPEAL'::text]));
CREATE TRIGGER dispute_guard BEFORE INSERT OR UPDATE ON public.dispute FOR EACH ROW EXECUTE FUNCTION dispute_guard();
create policy dispute_changer on dispute as permissive for update to cordon_service using (dispute_part(id) IS NOT NULL) with check (dispute_part(id) IS NOT NULL);
create policy dispute_filed on dispute as permissive for insert to cordon_service with check (( SELECT current_principal() AS current_principal) IS NOT NULL);
create policy dispute_migrator on dispute as permissive for all to cordon_migrator using true with check true;
create policy dispute_reader on dispute as permissive for select to cordon_service using (dispute_part(id) IS NOT NULL);
create policy dispute_resolver on dispute as permissive for all to cordon_resolver using true with check true;

create table dispute_appeal (
  dispute_id uuid not null,
  member_id uuid not null,
  appealed_by uuid not null,
  statement text not null,
  at timestamp with time zone not null,
  appealed text not null,
  constraint dispute_appeal_pkey PRIMARY KEY (dispute_id),
  constraint dispute_appeal_appealed_check CHECK ((appealed = ANY (ARRAY['UPHELD'::text, 'PARTLY_UPHELD'::text, 'REJECTED'::text]))),
  constraint dispute_appeal_appealed_by_fkey FOREIGN KEY (appealed_by) REFERENCES principal(id),
  constraint dispute_appeal_dispute_id_fkey FOREIGN KEY (dispute_id) REFERENCES dispute(id),
  constraint dispute_appeal_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
alter table dispute_appeal enable row level security;
alter table dispute_appeal force row level security;
CREATE TRIGGER dispute_appeal_note BEFORE INSERT ON public.dispute_appeal FOR EACH ROW EXECUTE FUNCTION dispute_appeal_note();
create policy dispute_appeal_insert on dispute_appeal as permissive for insert to cordon_service with check ((member_id = ( SELECT current_member() AS current_member)) AND (appealed_by = ( SELECT current_principal() AS current_principal)) AND (dispute_part(dispute_id) = ANY (ARRAY['FILER'::text, 'REPORTER'::text])));
create policy dispute_appeal_migrator on dispute_appeal as permissive for all to cordon_migrator using true with check true;
create policy dispute_appeal_own on dispute_appeal as permissive for select to cordon_service using (member_id = ( SELECT current_member() AS current_member));
create policy dispute_appeal_resolver on dispute_appeal as permissive for all to cordon_resolver using true with check true;
create policy dispute_appeal_review on dispute_appeal as permissive for select to cordon_service using (dispute_part(dispute_id) = 'REVIEWER'::text);

create table dispute_end (
  dispute_id uuid not null,
  at timestamp with time zone not null,
  constraint dispute_end_pkey PRIMARY KEY (dispute_id),
  constraint dispute_end_dispute_id_fkey FOREIGN KEY (dispute_id) REFERENCES dispute(id)
);
alter table dispute_end enable row level security;
alter table dispute_end force row level security;
create policy dispute_end_migrator on dispute_end as permissive for all to cordon_migrator using true with check true;
create policy dispute_end_resolver on dispute_end as permissive for all to cordon_resolver using true with check true;

create table dispute_filer (
  dispute_id uuid not null,
  member_id uuid not null,
  filed_by uuid not null,
  client_reference text not null,
  content_hash bytea not null,
  own_reference text,
  on_behalf_of text,
  disclosed boolean not null,
  constraint dispute_filer_pkey PRIMARY KEY (dispute_id),
  constraint dispute_filer_dispute_id_fkey FOREIGN KEY (dispute_id) REFERENCES dispute(id),
  constraint dispute_filer_filed_by_fkey FOREIGN KEY (filed_by) REFERENCES principal(id),
  constraint dispute_filer_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
alter table dispute_filer enable row level security;
alter table dispute_filer force row level security;
CREATE UNIQUE INDEX dispute_filer_reference_key ON public.dispute_filer USING btree (member_id, client_reference) WHERE (on_behalf_of IS NULL);
CREATE UNIQUE INDEX dispute_filer_request_key ON public.dispute_filer USING btree (filed_by, client_reference) WHERE (on_behalf_of IS NOT NULL);
create policy dispute_filer_insert on dispute_filer as permissive for insert to cordon_service with check ((member_id = ( SELECT current_member() AS current_member)) AND (filed_by = ( SELECT current_principal() AS current_principal)) AND ((on_behalf_of IS NULL) OR acts_as('COALITION_ANALYST'::text)));
create policy dispute_filer_migrator on dispute_filer as permissive for all to cordon_migrator using true with check true;
create policy dispute_filer_own on dispute_filer as permissive for select to cordon_service using ((member_id = ( SELECT current_member() AS current_member)) AND ((on_behalf_of IS NULL) OR (filed_by = ( SELECT current_principal() AS current_principal))));
create policy dispute_filer_resolver on dispute_filer as permissive for all to cordon_resolver using true with check true;
create policy dispute_filer_review on dispute_filer as permissive for select to cordon_service using ((disclosed AND (dispute_part(dispute_id) = 'REPORTER'::text)) OR (dispute_part(dispute_id) = 'REVIEWER'::text));

create table dispute_party (
  dispute_id uuid not null,
  member_id uuid not null,
  answer_by timestamp with time zone not null,
  answer text,
  statement text,
  answered_by uuid,
  answered_at timestamp with time zone,
  lapsed_at timestamp with time zone,
  constraint dispute_party_pkey PRIMARY KEY (dispute_id, member_id),
  constraint dispute_party_answer_check CHECK ((answer = ANY (ARRAY['STAND_BY'::text, 'WITHDRAW'::text, 'CORRECT'::text]))),
  constraint dispute_party_answered_check CHECK ((((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) = (answered_by IS NULL)) AND ((answer IS NULL) OR (lapsed_at IS NULL)))),
  constraint dispute_party_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES principal(id),
  constraint dispute_party_dispute_id_fkey FOREIGN KEY (dispute_id) REFERENCES dispute(id),
  constraint dispute_party_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
alter table dispute_party enable row level security;
alter table dispute_party force row level security;
CREATE INDEX dispute_party_member ON public.dispute_party USING btree (member_id);
CREATE INDEX dispute_party_waiting ON public.dispute_party USING btree (answer_by) WHERE ((answer IS NULL) AND (lapsed_at IS NULL));
CREATE TRIGGER dispute_party_guard BEFORE UPDATE ON public.dispute_party FOR EACH ROW EXECUTE FUNCTION dispute_party_guard();
create policy dispute_party_answer on dispute_party as permissive for update to cordon_service using (member_id = ( SELECT current_member() AS current_member)) with check ((member_id = ( SELECT current_member() AS current_member)) AND (answered_by = ( SELECT current_principal() AS current_principal)));
create policy dispute_party_care on dispute_party as permissive for update to cordon_service using ((dispute_part(dispute_id) = 'REVIEWER'::text) AND has_left(member_id)) with check ((answered_by = ( SELECT current_principal() AS current_principal)) AND (answer = 'STAND_BY'::text) AND has_left(member_id) AND acts_as('COALITION_ANALYST'::text));
create policy dispute_party_cared on dispute_party as permissive for select to cordon_service using (answered_by = ( SELECT current_principal() AS current_principal));
create policy dispute_party_migrator on dispute_party as permissive for all to cordon_migrator using true with check true;
create policy dispute_party_own on dispute_party as permissive for select to cordon_service using (member_id = ( SELECT current_member() AS current_member));
create policy dispute_party_resolver on dispute_party as permissive for all to cordon_resolver using true with check true;
create policy dispute_party_review on dispute_party as permissive for select to cordon_service using (dispute_part(dispute_id) = 'REVIEWER'::text);

create table dispute_report (
  dispute_id uuid not null,
  report_id uuid not null,
  member_id uuid not null,
  own_merchant_id uuid not null,
  constraint dispute_report_pkey PRIMARY KEY (dispute_id, report_id),
  constraint dispute_report_dispute_id_fkey FOREIGN KEY (dispute_id) REFERENCES dispute(id),
  constraint dispute_report_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint dispute_report_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id)
);
alter table dispute_report enable row level security;
alter table dispute_report force row level security;
create policy dispute_report_migrator on dispute_report as permissive for all to cordon_migrator using true with check true;
create policy dispute_report_own on dispute_report as permissive for select to cordon_service using (member_id = ( SELECT current_member() AS current_member));
create policy dispute_report_resolver on dispute_report as permissive for all to cordon_resolver using true with check true;
create policy dispute_report_review on dispute_report as permissive for select to cordon_service using ((dispute_part(dispute_id) = 'REVIEWER'::text) AND (EXISTS ( SELECT
   FROM report r
  WHERE (r.id = dispute_report.report_id))));

create table dispute_ruling (
  id uuid not null,
  dispute_id uuid not null,
  stage integer not null,
  outcome text not null,
  value_hashes bytea[],
  reason text not null,
  proposed_by uuid not null,
  proposed_member uuid not null,
  proposed_at timestamp with time zone not null,
  constraint dispute_ruling_pkey PRIMARY KEY (id),
  constraint dispute_ruling_outcome_check CHECK ((outcome = ANY (ARRAY['UPHELD'::text, 'PARTLY_UPHELD'::text, 'REJECTED'::text]))),
  constraint dispute_ruling_part_check CHECK ((((outcome = 'PARTLY_UPHELD'::text) = (value_hashes IS NOT NULL)) AND ((value_hashes IS NULL) OR (cardinality(value_hashes) > 0)))),
  constraint dispute_ruling_dispute_id_fkey FOREIGN KEY (dispute_id) REFERENCES dispute(id),
  constraint dispute_ruling_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES principal(id),
  constraint dispute_ruling_proposed_member_fkey FOREIGN KEY (proposed_member) REFERENCES member(id)
);
alter table dispute_ruling enable row level security;
alter table dispute_ruling force row level security;
CREATE INDEX dispute_ruling_dispute ON public.dispute_ruling USING btree (dispute_id, proposed_at);
create policy dispute_ruling_insert on dispute_ruling as permissive for insert to cordon_service with check ((proposed_by = ( SELECT current_principal() AS current_principal)) AND (proposed_member = ( SELECT current_member() AS current_member)) AND (dispute_part(dispute_id) = 'REVIEWER'::text));
create policy dispute_ruling_migrator on dispute_ruling as permissive for all to cordon_migrator using true with check true;
create policy dispute_ruling_resolver on dispute_ruling as permissive for all to cordon_resolver using true with check true;
create policy dispute_ruling_review on dispute_ruling as permissive for select to cordon_service using (dispute_part(dispute_id) = 'REVIEWER'::text);
create policy dispute_ruling_told on dispute_ruling as permissive for select to cordon_service using (EXISTS ( SELECT
   FROM dispute d
  WHERE ((d.id = dispute_ruling.dispute_id) AND (d.ruling_id = dispute_ruling.id))));

create unlogged table dpop_proof (
  proof_hash bytea not null,
  expires_at timestamp with time zone not null,
  constraint dpop_proof_pkey PRIMARY KEY (proof_hash)
);
alter table dpop_proof enable row level security;
alter table dpop_proof force row level security;
CREATE INDEX dpop_proof_expiry ON public.dpop_proof USING btree (expires_at);
create policy dpop_proof_service on dpop_proof as permissive for insert to cordon_service with check true;
create policy dpop_proof_sign_in on dpop_proof as permissive for all to cordon_sign_in using true with check true;

create table familiar_network (
  user_id uuid not null,
  network bytea not null,
  seen_at timestamp with time zone not null,
  constraint familiar_network_pkey PRIMARY KEY (user_id, network),
  constraint familiar_network_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id)
);
alter table familiar_network enable row level security;
alter table familiar_network force row level security;
create policy familiar_network_sign_in on familiar_network as permissive for all to cordon_sign_in using true;

create table feed_delivery (
  handling_scope_id uuid not null,
  member_id uuid not null,
  from_place bigint not null,
  to_place bigint not null,
  mark bigint not null,
  constraint feed_delivery_pkey PRIMARY KEY (handling_scope_id, member_id, from_place, to_place),
  constraint feed_delivery_range_check CHECK (((from_place <= to_place) AND (to_place <= mark)))
);
alter table feed_delivery enable row level security;
alter table feed_delivery force row level security;
create policy feed_delivery_migrator on feed_delivery as permissive for all to cordon_migrator using true with check true;
create policy feed_delivery_own_insert on feed_delivery as permissive for insert to cordon_service with check (member_id = ( SELECT current_member() AS current_member));
create policy feed_delivery_own_select on feed_delivery as permissive for select to cordon_service using (member_id = ( SELECT current_member() AS current_member));
create policy feed_delivery_resolver on feed_delivery as permissive for all to cordon_resolver using true with check true;

create table feed_end (
  single boolean default true not null,
  sequence bigint not null,
  constraint feed_end_pkey PRIMARY KEY (single),
  constraint feed_end_single_check CHECK (single)
);

create table feed_follower (
  name text not null,
  sequence bigint not null,
  constraint feed_follower_pkey PRIMARY KEY (name)
);
alter table feed_follower enable row level security;
alter table feed_follower force row level security;
create policy feed_follower_migrator on feed_follower as permissive for all to cordon_migrator using true with check true;
create policy feed_follower_resolver on feed_follower as permissive for all to cordon_resolver using true with check true;

create table fishing_alarm (
  id uuid not null,
  member_id uuid not null,
  sign text not null,
  day date not null,
  merchants integer not null,
  share real not null,
  raised_at timestamp with time zone not null,
  constraint fishing_alarm_pkey PRIMARY KEY (id),
  constraint fishing_alarm_sign_check CHECK ((sign = ANY (ARRAY['SEQUENCE'::text, 'DICTIONARY'::text, 'MISSES'::text]))),
  constraint fishing_alarm_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
alter table fishing_alarm enable row level security;
alter table fishing_alarm force row level security;
CREATE UNIQUE INDEX fishing_alarm_once ON public.fishing_alarm USING btree (member_id, sign, day);
CREATE INDEX fishing_alarm_raised ON public.fishing_alarm USING btree (raised_at DESC, id);
create policy fishing_alarm_coalition on fishing_alarm as permissive for select to cordon_service using ( SELECT (acts_as('COALITION_ANALYST'::text) OR acts_as('COALITION_ADMIN'::text)));
create policy fishing_alarm_own on fishing_alarm as permissive for select to cordon_service using ((member_id = ( SELECT current_member() AS current_member)) AND ( SELECT acts_as('MEMBER_ADMIN'::text) AS acts_as));
create policy fishing_alarm_resolver on fishing_alarm as permissive for all to cordon_resolver using true with check true;

create table fishing_alarm_closing (
  alarm_id uuid not null,
  closed_by uuid not null,
  note text not null,
  closed_at timestamp with time zone not null,
  constraint fishing_alarm_closing_pkey PRIMARY KEY (alarm_id),
  constraint fishing_alarm_closing_alarm_id_fkey FOREIGN KEY (alarm_id) REFERENCES fishing_alarm(id),
  constraint fishing_alarm_closing_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES principal(id)
);
alter table fishing_alarm_closing enable row level security;
alter table fishing_alarm_closing force row level security;
create policy fishing_alarm_closing_coalition on fishing_alarm_closing as permissive for select to cordon_service using ( SELECT (acts_as('COALITION_ANALYST'::text) OR acts_as('COALITION_ADMIN'::text)));
create policy fishing_alarm_closing_insert on fishing_alarm_closing as permissive for insert to cordon_service with check ((closed_by = current_principal()) AND acts_as('COALITION_ANALYST'::text) AND (EXISTS ( SELECT
   FROM fishing_alarm a
  WHERE ((a.id = fishing_alarm_closing.alarm_id) AND (a.member_id <> current_member())))));
create policy fishing_alarm_closing_migrator on fishing_alarm_closing as permissive for all to cordon_migrator using true with check true;

create table fishing_day (
  member_id uuid not null,
  day date not null,
  asked integer not null,
  missed integer not null,
  bare integer not null,
  bare_missed integer not null,
  numbered integer not null,
  numbered_in_row integer not null,
  assigned integer not null,
  assigned_in_row integer not null,
  worded integer not null,
  worded_by_list integer not null,
  constraint fishing_day_pkey PRIMARY KEY (member_id, day),
  constraint fishing_day_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
alter table fishing_day enable row level security;
alter table fishing_day force row level security;
CREATE INDEX fishing_day_day ON public.fishing_day USING btree (day);
create policy fishing_day_resolver on fishing_day as permissive for all to cordon_resolver using true with check true;

create table handling_scope (
  id uuid not null,
  digest bytea not null,
  tlp text not null,
  sharing_group_id uuid,
  reporter_id uuid,
  named_member_ids uuid[] not null,
  held_for uuid[],
  constraint handling_scope_pkey PRIMARY KEY (id),
  constraint handling_scope_held_check CHECK ((array_position(held_for, NULL::uuid) IS NULL)),
  constraint handling_scope_red_check CHECK (((tlp = 'RED'::text) OR ((reporter_id IS NULL) AND (named_member_ids = '{}'::uuid[])))),
  constraint handling_scope_tlp_check CHECK ((tlp = ANY (ARRAY['GREEN'::text, 'AMBER'::text, 'AMBER_STRICT'::text, 'RED'::text]))),
  constraint handling_scope_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES member(id),
  constraint handling_scope_sharing_group_id_fkey FOREIGN KEY (sharing_group_id) REFERENCES sharing_group(id)
);
alter table handling_scope enable row level security;
alter table handling_scope force row level security;
CREATE UNIQUE INDEX handling_scope_digest_key ON public.handling_scope USING btree (digest);
CREATE INDEX handling_scope_group ON public.handling_scope USING btree (sharing_group_id) WHERE (tlp <> 'RED'::text);
CREATE INDEX handling_scope_named ON public.handling_scope USING gin (named_member_ids);
CREATE INDEX handling_scope_reporter ON public.handling_scope USING btree (reporter_id);
create policy handling_scope_break_glass on handling_scope as permissive for select to cordon_service using (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) AND (id IN ( SELECT broken_glass_scopes() AS broken_glass_scopes)));
create policy handling_scope_migrator on handling_scope as permissive for all to cordon_migrator using true with check true;
create policy handling_scope_reader on handling_scope as permissive for select to cordon_service using ((( SELECT current_member() AS current_member) IS NOT NULL) AND ((tlp <> 'RED'::text) OR (reporter_id = ( SELECT current_member() AS current_member)) OR (( SELECT current_member() AS current_member) = ANY (named_member_ids)) OR ((named_member_ids = '{}'::uuid[]) AND ( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as))) AND ((held_for IS NULL) OR ( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) OR (( SELECT current_member() AS current_member) = ANY (held_for))));
create policy handling_scope_reporter on handling_scope as permissive for insert to cordon_service with check ((( SELECT current_member() AS current_member) IS NOT NULL) AND ((reporter_id IS NULL) OR (reporter_id = ( SELECT current_member() AS current_member))) AND (held_for IS NULL));
create policy handling_scope_resolver on handling_scope as permissive for all to cordon_resolver using true with check true;

create table hold (
  id uuid not null,
  member_id uuid not null,
  placed_by uuid not null,
  by_liaison boolean not null,
  status text not null,
  reason text not null,
  subject jsonb not null,
  placed_at timestamp with time zone not null,
  until timestamp with time zone not null,
  version integer not null,
  constraint hold_pkey PRIMARY KEY (id),
  constraint hold_status_check CHECK ((status = ANY (ARRAY['REQUESTED'::text, 'ACTIVE'::text, 'REVIEW'::text, 'RELEASED'::text]))),
  constraint hold_term_check CHECK (((until > placed_at) AND (until <= (placed_at + '2160:00:00'::interval)))),
  constraint hold_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint hold_placed_by_fkey FOREIGN KEY (placed_by) REFERENCES principal(id)
);
alter table hold enable row level security;
alter table hold force row level security;
CREATE INDEX hold_due ON public.hold USING btree (until) WHERE (status = 'ACTIVE'::text);
CREATE INDEX hold_member ON public.hold USING btree (member_id, placed_at, id);
CREATE INDEX hold_newest ON public.hold USING btree (placed_at, id);
CREATE TRIGGER hold_guard BEFORE INSERT OR UPDATE ON public.hold FOR EACH ROW EXECUTE FUNCTION hold_guard();
create policy hold_changer on hold as permissive for update to cordon_service using (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) OR (( SELECT acts_as('LIAISON'::text) AS acts_as) AND (member_id = ( SELECT current_member() AS current_member)))) with check (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) OR (( SELECT acts_as('LIAISON'::text) AS acts_as) AND (member_id = ( SELECT current_member() AS current_member))));
create policy hold_migrator on hold as permissive for all to cordon_migrator using true with check true;
create policy hold_placer on hold as permissive for insert to cordon_service with check ((member_id = current_member()) AND (placed_by = current_principal()) AND (by_liaison = (NOT acts_as('COALITION_ANALYST'::text))) AND (acts_as('COALITION_ANALYST'::text) OR acts_as('LIAISON'::text)));
create policy hold_reader on hold as permissive for select to cordon_service using (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) OR (( SELECT acts_as('LIAISON'::text) AS acts_as) AND (member_id = ( SELECT current_member() AS current_member))));
create policy hold_resolver on hold as permissive for all to cordon_resolver using true with check true;

create table hold_coverage (
  hold_id uuid not null,
  description_id uuid not null,
  reporter_id uuid,
  named boolean not null,
  constraint hold_coverage_pkey PRIMARY KEY (hold_id, description_id),
  constraint hold_coverage_description_id_fkey FOREIGN KEY (description_id) REFERENCES description(id),
  constraint hold_coverage_hold_id_fkey FOREIGN KEY (hold_id) REFERENCES hold(id),
  constraint hold_coverage_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES member(id)
);
alter table hold_coverage enable row level security;
alter table hold_coverage force row level security;
CREATE INDEX hold_coverage_description ON public.hold_coverage USING btree (description_id);
CREATE TRIGGER hold_named_guard BEFORE INSERT ON public.hold_coverage FOR EACH ROW WHEN (new.named) EXECUTE FUNCTION hold_key_guard();
create policy hold_coverage_migrator on hold_coverage as permissive for all to cordon_migrator using true with check true;
create policy hold_coverage_placer on hold_coverage as permissive for insert to cordon_service with check (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) AND named AND (EXISTS ( SELECT
   FROM hold h
  WHERE ((h.id = hold_coverage.hold_id) AND (h.placed_by = ( SELECT current_principal() AS current_principal))))));
create policy hold_coverage_reader on hold_coverage as permissive for select to cordon_service using ( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as);
create policy hold_coverage_resolver on hold_coverage as permissive for all to cordon_resolver using true with check true;

create table hold_key (
  hash bytea not null,
  hold_id uuid not null,
  constraint hold_key_pkey PRIMARY KEY (hash, hold_id),
  constraint hold_key_hold_id_fkey FOREIGN KEY (hold_id) REFERENCES hold(id)
);
alter table hold_key enable row level security;
alter table hold_key force row level security;
CREATE INDEX hold_key_hold ON public.hold_key USING btree (hold_id);
CREATE TRIGGER hold_key_guard BEFORE INSERT ON public.hold_key FOR EACH ROW EXECUTE FUNCTION hold_key_guard();
create policy hold_key_migrator on hold_key as permissive for all to cordon_migrator using true with check true;
create policy hold_key_placer on hold_key as permissive for insert to cordon_service with check (EXISTS ( SELECT
   FROM hold h
  WHERE ((h.id = hold_key.hold_id) AND (h.placed_by = ( SELECT current_principal() AS current_principal)))));
create policy hold_key_reader on hold_key as permissive for select to cordon_service using (EXISTS ( SELECT
   FROM hold h
  WHERE (h.id = hold_key.hold_id)));
create policy hold_key_resolver on hold_key as permissive for all to cordon_resolver using true with check true;

create table hold_step (
  id bigint generated always as identity not null,
  hold_id uuid not null,
  from_status text,
  to_status text not null,
  until timestamp with time zone not null,
  reason text,
  changed_by uuid,
  at timestamp with time zone not null,
  constraint hold_step_pkey PRIMARY KEY (id),
  constraint hold_step_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES principal(id),
  constraint hold_step_hold_id_fkey FOREIGN KEY (hold_id) REFERENCES hold(id)
);
alter table hold_step enable row level security;
alter table hold_step force row level security;
CREATE INDEX hold_step_hold ON public.hold_step USING btree (hold_id, id);
create policy hold_step_changer on hold_step as permissive for insert to cordon_service with check ((changed_by = ( SELECT current_principal() AS current_principal)) AND (EXISTS ( SELECT
   FROM hold h
  WHERE (h.id = hold_step.hold_id))));
create policy hold_step_migrator on hold_step as permissive for all to cordon_migrator using true with check true;
create policy hold_step_reader on hold_step as permissive for select to cordon_service using (EXISTS ( SELECT
   FROM hold h
  WHERE (h.id = hold_step.hold_id)));
create policy hold_step_resolver on hold_step as permissive for all to cordon_resolver using true with check true;

create table hotline_telephone (
  member_id uuid not null,
  telephone text not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint hotline_telephone_pkey PRIMARY KEY (member_id),
  constraint hotline_telephone_check CHECK ((telephone ~ '^[+][1-9][0-9]{3,14}$'::text)),
  constraint hotline_telephone_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES principal(id),
  constraint hotline_telephone_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
alter table hotline_telephone enable row level security;
alter table hotline_telephone force row level security;
create policy hotline_telephone_change on hotline_telephone as permissive for update to cordon_service using ((member_id = ( SELECT current_member() AS current_member)) AND ( SELECT acts_as('MEMBER_ADMIN'::text) AS acts_as) AND (EXISTS ( SELECT
   FROM member m
  WHERE ((m.id = ( SELECT current_member() AS current_member)) AND (m.kind = 'HOTLINE'::text))))) with check ((member_id = ( SELECT current_member() AS current_member)) AND ( SELECT acts_as('MEMBER_ADMIN'::text) AS acts_as) AND (EXISTS ( SELECT
   FROM member m
  WHERE ((m.id = ( SELECT current_member() AS current_member)) AND (m.kind = 'HOTLINE'::text)))));
create policy hotline_telephone_directory on hotline_telephone as permissive for select to cordon_service using (( SELECT current_member() AS current_member) IS NOT NULL);
create policy hotline_telephone_migrator on hotline_telephone as permissive for all to cordon_migrator using true with check true;
create policy hotline_telephone_register on hotline_telephone as permissive for insert to cordon_service with check ((member_id = ( SELECT current_member() AS current_member)) AND ( SELECT acts_as('MEMBER_ADMIN'::text) AS acts_as) AND (EXISTS ( SELECT
   FROM member m
  WHERE ((m.id = ( SELECT current_member() AS current_member)) AND (m.kind = 'HOTLINE'::text)))));

create table identity_marker (
  hash bytea not null,
  handling_scope_id uuid not null,
  report_id uuid not null,
  valid_until timestamp with time zone not null,
  constraint identity_marker_pkey PRIMARY KEY (hash, handling_scope_id, report_id),
  constraint identity_marker_handling_scope_id_fkey FOREIGN KEY (handling_scope_id) REFERENCES handling_scope(id),
  constraint identity_marker_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id)
);
alter table identity_marker enable row level security;
alter table identity_marker force row level security;
CREATE INDEX identity_marker_report ON public.identity_marker USING btree (report_id);
create policy identity_marker_audience on identity_marker as permissive for select to cordon_service using (handling_scope_id = ANY (( SELECT visible_scopes() AS visible_scopes)::uuid[]));
create policy identity_marker_migrator on identity_marker as permissive for all to cordon_migrator using true with check true;
create policy identity_marker_resolver on identity_marker as permissive for all to cordon_resolver using true with check true;

create table identity_provider (
  id uuid not null,
  member_id uuid not null,
  issuer text not null,
  client_id text not null,
  client_secret_sealed bytea,
  private_key_sealed bytea,
  public_jwk jsonb,
  accepted_acr text[] not null,
  required boolean not null,
  changed_at timestamp with time zone not null,
  constraint identity_provider_pkey PRIMARY KEY (id),
  constraint identity_provider_credential_check CHECK (((client_secret_sealed IS NULL) <> (private_key_sealed IS NULL))),
  constraint identity_provider_key_check CHECK (((private_key_sealed IS NULL) = (public_jwk IS NULL))),
  constraint identity_provider_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
alter table identity_provider enable row level security;
alter table identity_provider force row level security;
CREATE UNIQUE INDEX identity_provider_member_key ON public.identity_provider USING btree (member_id);
create policy identity_provider_admin on identity_provider as permissive for all to cordon_service using ((member_id = current_member()) AND acts_as('MEMBER_ADMIN'::text));
create policy identity_provider_sign_in on identity_provider as permissive for all to cordon_sign_in using true;

create table indicator (
  id uuid not null,
  merchant_id uuid not null,
  merchant_view_id uuid not null,
  handling_scope_id uuid not null,
  type text not null,
  scope text,
  value_hash bytea not null,
  display text not null,
  country text,
  strength text not null,
  shared boolean not null,
  exclusive_within text,
  status text not null,
  version integer not null,
  reason text not null,
  confidence text not null,
  source_count integer not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint indicator_pkey PRIMARY KEY (id),
  constraint indicator_confidence_check CHECK ((confidence = ANY (ARRAY['LOW'::text, 'MODERATE'::text, 'HIGH'::text]))),
  constraint indicator_source_count_check CHECK ((source_count > 0)),
  constraint indicator_status_check CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'DISPUTED'::text, 'EXPIRED'::text, 'REVOKED'::text, 'SUPERSEDED'::text])))
);
alter table indicator enable row level security;
alter table indicator force row level security;
CREATE UNIQUE INDEX indicator_identity_key ON public.indicator USING btree (merchant_view_id, handling_scope_id, value_hash);
CREATE INDEX indicator_merchant ON public.indicator USING btree (merchant_id);
CREATE INDEX indicator_scope ON public.indicator USING btree (handling_scope_id, id);
CREATE INDEX indicator_type ON public.indicator USING btree (type, id);
CREATE INDEX indicator_value ON public.indicator USING btree (value_hash);
create policy indicator_audience on indicator as permissive for select to cordon_service using (handling_scope_id = ANY (( SELECT visible_scopes() AS visible_scopes)::uuid[]));
create policy indicator_migrator on indicator as permissive for all to cordon_migrator using true with check true;
create policy indicator_resolver on indicator as permissive for all to cordon_resolver using true with check true;

create table indicator_change (
  sequence bigint not null,
  indicator_id uuid not null,
  version integer not null,
  kind text not null,
  handling_scope_id uuid not null,
  only_member_id uuid,
  latest boolean not null,
  content json not null,
  changed_at timestamp with time zone not null,
  constraint indicator_change_pkey PRIMARY KEY (sequence),
  constraint indicator_change_kind_check CHECK ((kind = ANY (ARRAY['LISTED'::text, 'UPDATED'::text, 'REMOVED'::text])))
);
alter table indicator_change enable row level security;
alter table indicator_change force row level security;
CREATE INDEX indicator_change_feed ON public.indicator_change USING btree (sequence) WHERE latest;
CREATE INDEX indicator_change_indicator ON public.indicator_change USING btree (indicator_id);
create policy indicator_change_audience on indicator_change as permissive for select to cordon_service using (((only_member_id IS NULL) OR (only_member_id = ( SELECT current_member() AS current_member))) AND (((only_member_id IS NOT NULL) AND (kind = 'REMOVED'::text) AND (EXISTS ( SELECT
   FROM handling_scope s
  WHERE ((s.id = indicator_change.handling_scope_id) AND sees_held(s.*))))) OR (EXISTS ( SELECT
   FROM handling_scope s
  WHERE ((s.id = indicator_change.handling_scope_id) AND sees_scope(s.*))))));
create policy indicator_change_migrator on indicator_change as permissive for all to cordon_migrator using true with check true;
create policy indicator_change_resolver on indicator_change as permissive for all to cordon_resolver using true with check true;
create policy indicator_change_sequencer on indicator_change as permissive for all to cordon_sequencer using true with check true;

create table indicator_delivery (
  indicator_id uuid not null,
  member_id uuid not null,
  first_at timestamp with time zone not null,
  constraint indicator_delivery_pkey PRIMARY KEY (indicator_id, member_id)
);
alter table indicator_delivery enable row level security;
alter table indicator_delivery force row level security;
CREATE TRIGGER tell_late_deliveries AFTER INSERT ON public.indicator_delivery REFERENCING NEW TABLE AS delivered FOR EACH STATEMENT EXECUTE FUNCTION tell_late_deliveries();
create policy indicator_delivery_migrator on indicator_delivery as permissive for all to cordon_migrator using true with check true;
create policy indicator_delivery_own_insert on indicator_delivery as permissive for insert to cordon_service with check (member_id = ( SELECT current_member() AS current_member));
create policy indicator_delivery_own_select on indicator_delivery as permissive for select to cordon_service using (member_id = ( SELECT current_member() AS current_member));
create policy indicator_delivery_resolver on indicator_delivery as permissive for all to cordon_resolver using true with check true;

create table indicator_key (
  hash bytea not null,
  indicator_id uuid not null,
  kind text not null,
  strength text not null,
  handling_scope_id uuid not null,
  constraint indicator_key_pkey PRIMARY KEY (hash, handling_scope_id, indicator_id)
);
alter table indicator_key enable row level security;
alter table indicator_key force row level security;
CREATE INDEX indicator_key_indicator ON public.indicator_key USING btree (indicator_id);
create policy indicator_key_audience on indicator_key as permissive for select to cordon_service using (handling_scope_id = ANY (( SELECT visible_scopes() AS visible_scopes)::uuid[]));
create policy indicator_key_migrator on indicator_key as permissive for all to cordon_migrator using true with check true;
create policy indicator_key_resolver on indicator_key as permissive for all to cordon_resolver using true with check true;

create table judgement (
  id uuid not null,
  description_a uuid not null,
  description_b uuid not null,
  verdict text not null,
  origin text not null,
  evidence jsonb not null,
  model_version text,
  reason text,
  decided_by uuid,
  decided_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_reason text,
  decision_id uuid,
  replaces_id uuid,
  constraint judgement_pkey PRIMARY KEY (id),
  constraint judgement_order_check CHECK ((description_a < description_b)),
  constraint judgement_origin_check CHECK ((origin = ANY (ARRAY['ENGINE'::text, 'ANALYST'::text]))),
  constraint judgement_verdict_check CHECK ((verdict = ANY (ARRAY['SAME'::text, 'DIFFERENT'::text, 'UNSURE'::text]))),
  constraint judgement_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES review_decision(id),
  constraint judgement_description_a_fkey FOREIGN KEY (description_a) REFERENCES description(id),
  constraint judgement_description_b_fkey FOREIGN KEY (description_b) REFERENCES description(id),
  constraint judgement_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES judgement(id)
);
alter table judgement enable row level security;
alter table judgement force row level security;
CREATE INDEX judgement_b ON public.judgement USING btree (description_b, description_a);
CREATE INDEX judgement_decision ON public.judgement USING btree (decision_id);
CREATE UNIQUE INDEX judgement_open_key ON public.judgement USING btree (description_a, description_b, origin) WHERE (withdrawn_at IS NULL);
CREATE INDEX judgement_possible ON public.judgement USING btree (decided_at, id) WHERE ((origin = 'ENGINE'::text) AND (verdict = 'UNSURE'::text) AND (withdrawn_at IS NULL));
CREATE INDEX judgement_replaces ON public.judgement USING btree (replaces_id);
create policy judgement_migrator on judgement as permissive for all to cordon_migrator using true with check true;
create policy judgement_resolver on judgement as permissive for all to cordon_resolver using true with check true;
create policy judgement_triage on judgement as permissive for select to cordon_service using (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) AND COALESCE(( SELECT true
   FROM report r
  WHERE (r.id = judgement.description_a)
 LIMIT 1), false) AND COALESCE(( SELECT true
   FROM report r
  WHERE (r.id = judgement.description_b)
 LIMIT 1), false));
create policy judgement_triage_insert on judgement as permissive for insert to cordon_service with check (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) AND (origin = 'ANALYST'::text) AND COALESCE(( SELECT true
   FROM report r
  WHERE (r.id = judgement.description_a)
 LIMIT 1), false) AND COALESCE(( SELECT true
   FROM report r
  WHERE (r.id = judgement.description_b)
 LIMIT 1), false));
create policy judgement_triage_update on judgement as permissive for update to cordon_service using (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) AND COALESCE(( SELECT true
   FROM report r
  WHERE (r.id = judgement.description_a)
 LIMIT 1), false) AND COALESCE(( SELECT true
   FROM report r
  WHERE (r.id = judgement.description_b)
 LIMIT 1), false)) with check ( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as);

create table listing_challenge (
  id uuid not null,
  kind text not null,
  own_merchant_ids uuid[] not null,
  since timestamp with time zone not null,
  constraint listing_challenge_pkey PRIMARY KEY (id),
  constraint listing_challenge_kind_check CHECK ((kind = ANY (ARRAY['DISPUTE'::text, 'OPINIONS'::text])))
);
alter table listing_challenge enable row level security;
alter table listing_challenge force row level security;
CREATE INDEX listing_challenge_merchants ON public.listing_challenge USING gin (own_merchant_ids);
create policy listing_challenge_migrator on listing_challenge as permissive for all to cordon_migrator using true with check true;
create policy listing_challenge_resolver on listing_challenge as permissive for all to cordon_resolver using true with check true;

create table member (
  id uuid not null,
  name text not null,
  kind text not null,
  country text not null,
  region text,
  status text not null,
  agreement_version text,
  agreement_signed_by text,
  agreement_signed_at timestamp with time zone,
  applied_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint member_pkey PRIMARY KEY (id),
  constraint member_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint member_kind_check CHECK ((kind = ANY (ARRAY['CARD_NETWORK'::text, 'ACQUIRER'::text, 'ISSUER'::text, 'PAYMENT_PROCESSOR'::text, 'PAYMENT_FACILITATOR'::text, 'DIGITAL_WALLET'::text, 'MONEY_TRANSFER'::text, 'VIRTUAL_ASSET_PROVIDER'::text, 'CLEARINGHOUSE'::text, 'HOTLINE'::text, 'LAW_ENFORCEMENT_LIAISON'::text]))),
  constraint member_status_check CHECK ((status = ANY (ARRAY['APPLIED'::text, 'ACTIVE'::text, 'SUSPENDED'::text, 'REJECTED'::text, 'LEFT'::text])))
);
alter table member enable row level security;
alter table member force row level security;
CREATE UNIQUE INDEX member_name_key ON public.member USING btree (lower(name)) WHERE (status <> ALL (ARRAY['REJECTED'::text, 'LEFT'::text]));
CREATE INDEX member_status_name ON public.member USING btree (status, name, id);
CREATE TRIGGER member_follows_group_rules AFTER INSERT OR UPDATE OF kind, country, region ON public.member FOR EACH ROW EXECUTE FUNCTION member_follows_group_rules();
CREATE TRIGGER member_stands_by_rule BEFORE INSERT OR UPDATE ON public.member FOR EACH ROW EXECUTE FUNCTION member_stands_by_rule();
create policy member_admin_insert on member as permissive for insert to cordon_service with check ( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as);
create policy member_admin_update on member as permissive for update to cordon_service using ( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as) with check ( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as);
create policy member_directory on member as permissive for select to cordon_service using (((status = 'ACTIVE'::text) AND (( SELECT current_member() AS current_member) IS NOT NULL)) OR (id = ( SELECT current_member() AS current_member)) OR ( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as) OR ( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) OR ( SELECT acts_as('AUDITOR'::text) AS acts_as));
create policy member_lock on member as permissive for update to cordon_service using (( SELECT acts_as('MEMBER_ADMIN'::text) AS acts_as) AND (id = ( SELECT current_member() AS current_member))) with check false;
create policy member_migrator on member as permissive for all to cordon_migrator using true with check true;
create policy member_operator on member as permissive for all to cordon_operator using true with check true;
create policy member_resolver on member as permissive for all to cordon_resolver using true with check true;
create policy member_sign_in on member as permissive for all to cordon_sign_in using true with check true;

create table member_event (
  sequence bigint not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null,
  object_id uuid not null,
  at timestamp with time zone not null,
  constraint member_event_pkey PRIMARY KEY (sequence)
);
alter table member_event enable row level security;
alter table member_event force row level security;
CREATE INDEX member_event_member ON public.member_event USING btree (member_id, sequence);
create policy member_event_migrator on member_event as permissive for all to cordon_migrator using true with check true;
create policy member_event_own on member_event as permissive for select to cordon_service using (member_id = ( SELECT current_member() AS current_member));
create policy member_event_resolver on member_event as permissive for all to cordon_resolver using true with check true;
create policy member_event_sequencer on member_event as permissive for all to cordon_sequencer using true with check true;

create table member_event_end (
  single boolean default true not null,
  sequence bigint not null,
  kept_from bigint not null,
  constraint member_event_end_pkey PRIMARY KEY (single),
  constraint member_event_end_single_check CHECK (single)
);

create table member_limit (
  member_id uuid not null,
  rate_points_max integer,
  screening_quota_max integer,
  reason text not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint member_limit_pkey PRIMARY KEY (member_id),
  constraint member_limit_quota_check CHECK (((screening_quota_max >= 0) AND (screening_quota_max <= 999999999))),
  constraint member_limit_rate_check CHECK (((rate_points_max >= 1000) AND (rate_points_max <= 999999999))),
  constraint member_limit_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
alter table member_limit enable row level security;
alter table member_limit force row level security;
create policy member_limit_admin on member_limit as permissive for all to cordon_service using ( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as) with check (( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as) AND (member_id <> ( SELECT current_member() AS current_member)));
create policy member_limit_operator on member_limit as permissive for all to cordon_operator using true with check true;
create policy member_limit_own on member_limit as permissive for select to cordon_service using (member_id = ( SELECT current_member() AS current_member));

create table member_status_change (
  id bigint generated always as identity not null,
  member_id uuid not null,
  from_status text,
  to_status text not null,
  reason text,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  constraint member_status_change_pkey PRIMARY KEY (id),
  constraint member_status_change_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
alter table member_status_change enable row level security;
alter table member_status_change force row level security;
CREATE INDEX member_status_change_member ON public.member_status_change USING btree (member_id, id);
create policy member_status_change_admin on member_status_change as permissive for insert to cordon_service with check (( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as) AND (changed_by = ( SELECT current_principal() AS current_principal)));
create policy member_status_change_migrator on member_status_change as permissive for all to cordon_migrator using true with check true;
create policy member_status_change_operator on member_status_change as permissive for all to cordon_operator using true with check true;
create policy member_status_change_reader on member_status_change as permissive for select to cordon_service using (( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as) OR ( SELECT acts_as('AUDITOR'::text) AS acts_as));

create table merchant (
  id uuid not null,
  status text not null,
  status_at timestamp with time zone not null,
  held boolean default false not null,
  constraint merchant_pkey PRIMARY KEY (id),
  constraint merchant_status_check CHECK ((status = ANY (ARRAY['UNLISTED'::text, 'LISTED'::text, 'DISPUTED'::text, 'DELISTED'::text, 'EXPIRED'::text])))
);
alter table merchant enable row level security;
alter table merchant force row level security;
create policy merchant_insert on merchant as permissive for insert to cordon_service with check ((current_member() IS NOT NULL) AND (status = 'UNLISTED'::text));
create policy merchant_insert_free on merchant as restrictive for insert to cordon_service with check (NOT held);
create policy merchant_migrator on merchant as permissive for all to cordon_migrator using true with check true;
create policy merchant_operator on merchant as permissive for all to cordon_operator using true with check true;
create policy merchant_resolver on merchant as permissive for all to cordon_resolver using true with check true;
create policy merchant_triage on merchant as permissive for select to cordon_service using ( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as);

create table merchant_event (
  id bigint generated always as identity not null,
  merchant_id uuid not null,
  kind text not null,
  other_merchant_id uuid,
  description_ids uuid[] not null,
  at timestamp with time zone not null,
  constraint merchant_event_pkey PRIMARY KEY (id),
  constraint merchant_event_kind_check CHECK ((kind = ANY (ARRAY['MERGED_INTO'::text, 'SPLIT_FROM'::text, 'LISTED'::text, 'UNLISTED'::text]))),
  constraint merchant_event_merchant_id_fkey FOREIGN KEY (merchant_id) REFERENCES merchant(id),
  constraint merchant_event_other_merchant_id_fkey FOREIGN KEY (other_merchant_id) REFERENCES merchant(id)
);
alter table merchant_event enable row level security;
alter table merchant_event force row level security;
CREATE INDEX merchant_event_merchant ON public.merchant_event USING btree (merchant_id, id);
create policy merchant_event_migrator on merchant_event as permissive for all to cordon_migrator using true with check true;
create policy merchant_event_resolver on merchant_event as permissive for all to cordon_resolver using true with check true;
create policy merchant_event_triage on merchant_event as permissive for select to cordon_service using ( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as);

create table merchant_status_change (
  id bigint generated always as identity not null,
  merchant_id uuid not null,
  verb text not null,
  from_status text not null,
  to_status text not null,
  at timestamp with time zone not null,
  constraint merchant_status_change_pkey PRIMARY KEY (id),
  constraint merchant_status_change_covered_check CHECK (((verb = ANY (ARRAY['HOLD'::text, 'RELEASE'::text])) = (from_status = to_status))),
  constraint merchant_status_change_verb_check CHECK ((verb = ANY (ARRAY['LIST'::text, 'DISPUTE'::text, 'SETTLE'::text, 'DELIST'::text, 'EXPIRE'::text, 'UNLIST'::text, 'RETURN'::text, 'HOLD'::text, 'RELEASE'::text]))),
  constraint merchant_status_change_merchant_id_fkey FOREIGN KEY (merchant_id) REFERENCES merchant(id)
);
alter table merchant_status_change enable row level security;
alter table merchant_status_change force row level security;
CREATE INDEX merchant_status_change_merchant ON public.merchant_status_change USING btree (merchant_id, id);
create policy merchant_status_change_migrator on merchant_status_change as permissive for all to cordon_migrator using true with check true;
create policy merchant_status_change_resolver on merchant_status_change as permissive for all to cordon_resolver using true with check true;
create policy merchant_status_change_triage on merchant_status_change as permissive for select to cordon_service using ( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as);

create table merchant_view (
  merchant_view_id uuid not null,
  handling_scope_id uuid not null,
  merchant_id uuid not null,
  valid_until timestamp with time zone not null,
  content json not null,
  renews_at timestamp with time zone,
  constraint merchant_view_pkey PRIMARY KEY (merchant_view_id, handling_scope_id)
);
alter table merchant_view enable row level security;
alter table merchant_view force row level security;
CREATE INDEX merchant_view_end ON public.merchant_view USING btree (valid_until);
CREATE INDEX merchant_view_merchant ON public.merchant_view USING btree (merchant_id);
CREATE INDEX merchant_view_renewal ON public.merchant_view USING btree (renews_at) WHERE (renews_at IS NOT NULL);
create policy merchant_view_audience on merchant_view as permissive for select to cordon_service using (handling_scope_id = ANY (( SELECT visible_scopes() AS visible_scopes)::uuid[]));
create policy merchant_view_migrator on merchant_view as permissive for all to cordon_migrator using true with check true;
create policy merchant_view_resolver on merchant_view as permissive for all to cordon_resolver using true with check true;

create table merchant_view_member (
  own_merchant_id uuid not null,
  handling_scope_id uuid not null,
  merchant_view_id uuid not null,
  constraint merchant_view_member_pkey PRIMARY KEY (own_merchant_id, handling_scope_id)
);
alter table merchant_view_member enable row level security;
alter table merchant_view_member force row level security;
CREATE INDEX merchant_view_member_view ON public.merchant_view_member USING btree (merchant_view_id, handling_scope_id);
create policy merchant_view_member_audience on merchant_view_member as permissive for select to cordon_service using (handling_scope_id = ANY (( SELECT visible_scopes() AS visible_scopes)::uuid[]));
create policy merchant_view_member_migrator on merchant_view_member as permissive for all to cordon_migrator using true with check true;
create policy merchant_view_member_resolver on merchant_view_member as permissive for all to cordon_resolver using true with check true;

create table name_word (
  word text not null,
  constraint name_word_pkey PRIMARY KEY (word)
);
alter table name_word enable row level security;
alter table name_word force row level security;
create policy name_word_migrator on name_word as permissive for all to cordon_migrator using true with check true;
create policy name_word_resolver on name_word as permissive for all to cordon_resolver using true with check true;

create table name_word_count (
  extent text not null,
  counted_at timestamp with time zone not null,
  merchants integer not null,
  words text[] not null,
  holders integer[] not null,
  constraint name_word_count_pkey PRIMARY KEY (extent),
  constraint name_word_count_extent_check CHECK ((extent = ANY (ARRAY['REGISTER'::text, 'COALITION'::text]))),
  constraint name_word_count_length_check CHECK ((cardinality(words) = cardinality(holders)))
);
alter table name_word_count enable row level security;
alter table name_word_count force row level security;
create policy name_word_count_migrator on name_word_count as permissive for all to cordon_migrator using true with check true;
create policy name_word_count_resolver on name_word_count as permissive for all to cordon_resolver using true with check true;

create table name_word_variant (
  variant bigint not null,
  word text not null,
  constraint name_word_variant_pkey PRIMARY KEY (variant, word)
);
alter table name_word_variant enable row level security;
alter table name_word_variant force row level security;
create policy name_word_variant_migrator on name_word_variant as permissive for all to cordon_migrator using true with check true;
create policy name_word_variant_resolver on name_word_variant as permissive for all to cordon_resolver using true with check true;

create table notice (
  id uuid not null,
  member_id uuid not null,
  merchant_view_id uuid not null,
  handling_scope_id uuid not null,
  service_range_ids uuid[] not null,
  indicator_ids uuid[] not null,
  forwarded boolean not null,
  outcome text,
  raised_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_outcome_check CHECK ((outcome = ANY (ARRAY['ANSWERED'::text, 'FORWARDED'::text]))),
  constraint notice_why_check CHECK ((forwarded OR (service_range_ids <> '{}'::uuid[]))),
  constraint notice_handling_scope_id_fkey FOREIGN KEY (handling_scope_id) REFERENCES handling_scope(id),
  constraint notice_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
alter table notice enable row level security;
alter table notice force row level security;
CREATE INDEX notice_newest ON public.notice USING btree (member_id, raised_at, id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX notice_open ON public.notice USING btree (member_id, merchant_view_id, handling_scope_id) WHERE (ended_at IS NULL);
CREATE INDEX notice_view ON public.notice USING btree (merchant_view_id, handling_scope_id) WHERE (ended_at IS NULL);
CREATE TRIGGER notice_guard BEFORE UPDATE ON public.notice FOR EACH ROW EXECUTE FUNCTION notice_guard();
create policy notice_answer on notice as permissive for update to cordon_service using ((member_id = ( SELECT current_member() AS current_member)) AND (ended_at IS NULL)) with check ((member_id = ( SELECT current_member() AS current_member)) AND (ended_at IS NULL));
create policy notice_migrator on notice as permissive for all to cordon_migrator using true with check true;
create policy notice_own on notice as permissive for select to cordon_service using ((member_id = ( SELECT current_member() AS current_member)) AND (ended_at IS NULL) AND (handling_scope_id = ANY (( SELECT visible_scopes() AS visible_scopes)::uuid[])));
create policy notice_resolver on notice as permissive for all to cordon_resolver using true with check true;

create table opinion (
  indicator_id uuid not null,
  member_id uuid not null,
  version integer not null,
  kind text not null,
  note text,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint opinion_pkey PRIMARY KEY (indicator_id, member_id, version),
  constraint opinion_kind_check CHECK ((kind = ANY (ARRAY['CONFIRMED'::text, 'SEEN_TOO'::text, 'OUTDATED'::text, 'FALSE_POSITIVE'::text]))),
  constraint opinion_given_by_fkey FOREIGN KEY (given_by) REFERENCES principal(id),
  constraint opinion_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id),
  constraint opinion_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
alter table opinion enable row level security;
alter table opinion force row level security;
CREATE UNIQUE INDEX opinion_current_key ON public.opinion USING btree (indicator_id, member_id) WHERE (ended_at IS NULL);
CREATE INDEX opinion_member ON public.opinion USING btree (member_id, indicator_id) WHERE (ended_at IS NULL);
create policy opinion_end on opinion as permissive for update to cordon_service using (member_id = ( SELECT current_member() AS current_member)) with check ((member_id = ( SELECT current_member() AS current_member)) AND (ended_at IS NOT NULL));
create policy opinion_insert on opinion as permissive for insert to cordon_service with check ((member_id = current_member()) AND (given_by = current_principal()) AND (EXISTS ( SELECT
   FROM indicator i
  WHERE (i.id = opinion.indicator_id))));
create policy opinion_member on opinion as permissive for select to cordon_service using (member_id = ( SELECT current_member() AS current_member));
create policy opinion_migrator on opinion as permissive for all to cordon_migrator using true with check true;
create policy opinion_resolver on opinion as permissive for select to cordon_resolver using true;

create table opinion_tally (
  indicator_id uuid not null,
  confirmed text not null,
  seen_too text not null,
  outdated text not null,
  false_positive text not null,
  challenged boolean not null,
  constraint opinion_tally_pkey PRIMARY KEY (indicator_id),
  constraint opinion_tally_confirmed_check CHECK ((confirmed = ANY (ARRAY['UNDER_THREE'::text, 'THREE_TO_NINE'::text, 'TEN_OR_MORE'::text]))),
  constraint opinion_tally_false_positive_check CHECK ((false_positive = ANY (ARRAY['UNDER_THREE'::text, 'THREE_TO_NINE'::text, 'TEN_OR_MORE'::text]))),
  constraint opinion_tally_outdated_check CHECK ((outdated = ANY (ARRAY['UNDER_THREE'::text, 'THREE_TO_NINE'::text, 'TEN_OR_MORE'::text]))),
  constraint opinion_tally_seen_too_check CHECK ((seen_too = ANY (ARRAY['UNDER_THREE'::text, 'THREE_TO_NINE'::text, 'TEN_OR_MORE'::text]))),
  constraint opinion_tally_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id)
);
alter table opinion_tally enable row level security;
alter table opinion_tally force row level security;
create policy opinion_tally_audience on opinion_tally as permissive for select to cordon_service using COALESCE(( SELECT true
   FROM indicator i
  WHERE (i.id = opinion_tally.indicator_id)
 LIMIT 1), false);
create policy opinion_tally_migrator on opinion_tally as permissive for all to cordon_migrator using true with check true;
create policy opinion_tally_resolver on opinion_tally as permissive for all to cordon_resolver using true with check true;

create table outbox (
  id bigint generated always as identity not null,
  topic text not null,
  payload jsonb not null,
  created_at timestamp with time zone default now() not null,
  attempts integer default 0 not null,
  next_attempt_at timestamp with time zone default now() not null,
  last_error text,
  constraint outbox_pkey PRIMARY KEY (id)
);
alter table outbox enable row level security;
alter table outbox force row level security;
CREATE INDEX outbox_due ON public.outbox USING btree (topic, next_attempt_at, id);
create policy outbox_actor on outbox as permissive for insert to cordon_service with check (current_member() IS NOT NULL);
create policy outbox_migrator on outbox as permissive for all to cordon_migrator using true with check true;
create policy outbox_operator on outbox as permissive for all to cordon_operator using true with check true;
create policy outbox_resolver on outbox as permissive for all to cordon_resolver using true with check true;

create table passkey (
  id uuid not null,
  user_id uuid not null,
  name text not null,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  synced boolean not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id)
);
alter table passkey enable row level security;
alter table passkey force row level security;
CREATE UNIQUE INDEX passkey_credential_key ON public.passkey USING btree (credential_id);
CREATE INDEX passkey_user ON public.passkey USING btree (user_id, created_at, id);
create policy passkey_self on passkey as permissive for all to cordon_service using (user_id = current_principal());
create policy passkey_sign_in on passkey as permissive for all to cordon_sign_in using true;

create table principal (
  id uuid not null,
  member_id uuid not null,
  kind text not null,
  active boolean not null,
  epoch integer not null,
  created_at timestamp with time zone not null,
  constraint principal_pkey PRIMARY KEY (id),
  constraint principal_kind_check CHECK ((kind = ANY (ARRAY['USER'::text, 'CLIENT'::text]))),
  constraint principal_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
alter table principal enable row level security;
alter table principal force row level security;
CREATE INDEX principal_member ON public.principal USING btree (member_id, kind, created_at, id);
CREATE UNIQUE INDEX principal_member_key ON public.principal USING btree (id, member_id);
CREATE TRIGGER principal_stays_itself BEFORE UPDATE ON public.principal FOR EACH ROW EXECUTE FUNCTION principal_stays_itself();
create policy principal_approver on principal as permissive for select to cordon_service using (EXISTS ( SELECT
   FROM approval a
  WHERE (a.principal_id = principal.id)));
create policy principal_insert on principal as permissive for insert to cordon_service with check (( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as) OR (( SELECT acts_as('MEMBER_ADMIN'::text) AS acts_as) AND (member_id = ( SELECT current_member() AS current_member))));
create policy principal_member on principal as permissive for select to cordon_service using (member_id = ( SELECT current_member() AS current_member));
create policy principal_migrator on principal as permissive for all to cordon_migrator using true with check true;
create policy principal_operator on principal as permissive for all to cordon_operator using true with check true;
create policy principal_reader on principal as permissive for select to cordon_service using (( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as) OR ( SELECT acts_as('AUDITOR'::text) AS acts_as));
create policy principal_resolver on principal as permissive for all to cordon_resolver using true with check true;
create policy principal_sign_in on principal as permissive for all to cordon_sign_in using true with check true;
create policy principal_update on principal as permissive for update to cordon_service using (( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as) OR (( SELECT acts_as('MEMBER_ADMIN'::text) AS acts_as) AND (member_id = ( SELECT current_member() AS current_member)))) with check (( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as) OR (( SELECT acts_as('MEMBER_ADMIN'::text) AS acts_as) AND (member_id = ( SELECT current_member() AS current_member))));

create unlogged table rate_counter (
  key character varying(255) not null,
  points integer default 0 not null,
  expire bigint,
  constraint rate_counter_pkey PRIMARY KEY (key)
);

create table recall (
  id uuid not null,
  merchant_view_id uuid,
  handling_scope_id uuid not null,
  only_member_id uuid,
  reason text not null,
  withdrawn_at timestamp with time zone not null,
  looked_up_to uuid,
  planned_before bigint not null,
  last_search boolean not null,
  settled_at timestamp with time zone,
  constraint recall_pkey PRIMARY KEY (id),
  constraint recall_reason_check CHECK ((reason = ANY (ARRAY['WITHDRAWN'::text, 'EXPIRED'::text, 'RULED_OUT'::text]))),
  constraint recall_handling_scope_id_fkey FOREIGN KEY (handling_scope_id) REFERENCES handling_scope(id),
  constraint recall_only_member_id_fkey FOREIGN KEY (only_member_id) REFERENCES member(id)
);
alter table recall enable row level security;
alter table recall force row level security;
CREATE INDEX recall_newest ON public.recall USING btree (withdrawn_at, id);
CREATE INDEX recall_scope ON public.recall USING btree (handling_scope_id, withdrawn_at);
CREATE INDEX recall_unsettled ON public.recall USING btree (withdrawn_at, id) WHERE (settled_at IS NULL);
create policy recall_migrator on recall as permissive for all to cordon_migrator using true with check true;
create policy recall_oversight on recall as permissive for select to cordon_service using (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) AND (handling_scope_id = ANY (( SELECT visible_scopes() AS visible_scopes)::uuid[])));
create policy recall_own on recall as permissive for select to cordon_service using COALESCE(( SELECT true
   FROM recall_recipient p
  WHERE ((p.recall_id = recall.id) AND (p.member_id = ( SELECT current_member() AS current_member)))), false);
create policy recall_resolver on recall as permissive for all to cordon_resolver using true with check true;

create table recall_indicator (
  recall_id uuid not null,
  indicator_id uuid not null,
  type text not null,
  scope text,
  display text not null,
  value_hash bytea not null,
  place bigint not null,
  constraint recall_indicator_pkey PRIMARY KEY (recall_id, indicator_id),
  constraint recall_indicator_recall_id_fkey FOREIGN KEY (recall_id) REFERENCES recall(id)
);
alter table recall_indicator enable row level security;
alter table recall_indicator force row level security;
CREATE INDEX recall_indicator_indicator ON public.recall_indicator USING btree (indicator_id);
create policy recall_indicator_migrator on recall_indicator as permissive for all to cordon_migrator using true with check true;
create policy recall_indicator_own on recall_indicator as permissive for select to cordon_service using COALESCE(( SELECT true
   FROM recall_recipient p
  WHERE ((p.recall_id = recall_indicator.recall_id) AND (p.member_id = ( SELECT current_member() AS current_member)) AND (recall_indicator.indicator_id = ANY (p.indicator_ids)))), false);
create policy recall_indicator_resolver on recall_indicator as permissive for all to cordon_resolver using true with check true;

create table recall_recipient (
  recall_id uuid not null,
  member_id uuid not null,
  handling_scope_id uuid not null,
  indicator_ids uuid[] not null,
  constraint recall_recipient_pkey PRIMARY KEY (recall_id, member_id),
  constraint recall_recipient_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint recall_recipient_recall_id_fkey FOREIGN KEY (recall_id) REFERENCES recall(id)
);
alter table recall_recipient enable row level security;
alter table recall_recipient force row level security;
CREATE INDEX recall_recipient_member ON public.recall_recipient USING btree (member_id);
create policy recall_recipient_migrator on recall_recipient as permissive for all to cordon_migrator using true with check true;
create policy recall_recipient_oversight on recall_recipient as permissive for select to cordon_service using (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) AND (handling_scope_id = ANY (( SELECT visible_scopes() AS visible_scopes)::uuid[])));
create policy recall_recipient_own on recall_recipient as permissive for select to cordon_service using (member_id = ( SELECT current_member() AS current_member));
create policy recall_recipient_resolver on recall_recipient as permissive for all to cordon_resolver using true with check true;

create table report (
  id uuid not null,
  member_id uuid not null,
  client_reference text not null,
  status text not null,
  version integer not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  child_at_risk boolean default false not null,
  constraint report_pkey PRIMARY KEY (id),
  constraint report_status_check CHECK ((status = ANY (ARRAY['SUBMITTED'::text, 'ACCEPTED'::text, 'NEEDS_INFO'::text, 'REJECTED'::text, 'WITHDRAWN'::text]))),
  constraint report_id_fkey FOREIGN KEY (id) REFERENCES description(id) DEFERRABLE INITIALLY DEFERRED,
  constraint report_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
alter table report enable row level security;
alter table report force row level security;
CREATE UNIQUE INDEX report_client_reference_key ON public.report USING btree (member_id, client_reference);
CREATE INDEX report_member_created ON public.report USING btree (member_id, created_at DESC, id);
CREATE INDEX report_status_created ON public.report USING btree (status, created_at, id);
CREATE INDEX report_to_complete ON public.report USING btree (member_id, ((NOT child_at_risk)), changed_at, id) WHERE (status = 'NEEDS_INFO'::text);
CREATE INDEX report_to_triage ON public.report USING btree (((NOT child_at_risk)), changed_at, id) WHERE (status = 'SUBMITTED'::text);
create policy report_break_glass on report as permissive for select to cordon_service using glass_broken(id);
create policy report_member on report as permissive for select to cordon_service using (member_id = ( SELECT current_member() AS current_member));
create policy report_member_insert on report as permissive for insert to cordon_service with check (member_id = current_member());
create policy report_member_update on report as permissive for update to cordon_service using (member_id = ( SELECT current_member() AS current_member)) with check (member_id = ( SELECT current_member() AS current_member));
create policy report_migrator on report as permissive for all to cordon_migrator using true with check true;
create policy report_operator on report as permissive for all to cordon_operator using true with check true;
create policy report_resolver on report as permissive for all to cordon_resolver using true with check true;
create policy report_triage on report as permissive for select to cordon_service using ((( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) OR ( SELECT acts_as('AUDITOR'::text) AS acts_as)) AND COALESCE(( SELECT true
   FROM report_version v
  WHERE ((v.report_id = report.id) AND (v.version = report.version))
 LIMIT 1), false));
create policy report_triage_update on report as permissive for update to cordon_service using (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) AND COALESCE(( SELECT true
   FROM report_version v
  WHERE ((v.report_id = report.id) AND (v.version = report.version))
 LIMIT 1), false)) with check ( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as);

create table report_ruling (
  report_id uuid not null,
  dispute_id uuid not null,
  effect text not null,
  value_hashes bytea[],
  at timestamp with time zone not null,
  lifted_at timestamp with time zone,
  marks_identity boolean default false not null,
  constraint report_ruling_pkey PRIMARY KEY (report_id, dispute_id),
  constraint report_ruling_effect_check CHECK ((effect = 'WITHDRAWN_BY_RULING'::text)),
  constraint report_ruling_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id)
);
alter table report_ruling enable row level security;
alter table report_ruling force row level security;
CREATE INDEX report_ruling_dispute ON public.report_ruling USING btree (dispute_id);
create policy report_ruling_migrator on report_ruling as permissive for all to cordon_migrator using true with check true;
create policy report_ruling_resolver on report_ruling as permissive for all to cordon_resolver using true with check true;

create table report_status_change (
  id bigint generated always as identity not null,
  report_id uuid not null,
  version integer not null,
  from_status text,
  to_status text not null,
  note text,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  constraint report_status_change_pkey PRIMARY KEY (id),
  constraint report_status_change_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id)
);
alter table report_status_change enable row level security;
alter table report_status_change force row level security;
CREATE INDEX report_status_change_report ON public.report_status_change USING btree (report_id, id);
create policy report_status_change_break_glass on report_status_change as permissive for select to cordon_service using glass_broken(report_id);
create policy report_status_change_insert on report_status_change as permissive for insert to cordon_service with check ((changed_by = current_principal()) AND (is_own_report(report_id) OR acts_as('COALITION_ANALYST'::text)));
create policy report_status_change_migrator on report_status_change as permissive for all to cordon_migrator using true with check true;
create policy report_status_change_reader on report_status_change as permissive for select to cordon_service using COALESCE(( SELECT true
   FROM report r
  WHERE (r.id = report_status_change.report_id)
 LIMIT 1), false);
create policy report_status_change_resolver on report_status_change as permissive for all to cordon_resolver using true with check true;

create table report_version (
  report_id uuid not null,
  version integer not null,
  content_hash bytea not null,
  reason text not null,
  basis text not null,
  external_reference text,
  source_key text not null,
  payment_methods text[] not null,
  observed_from date,
  observed_to date,
  action_taken text,
  handling_scope_id uuid not null,
  narrative text,
  identifiers jsonb not null,
  notices jsonb not null,
  submitted_by uuid not null,
  created_at timestamp with time zone not null,
  member_id uuid not null,
  child_at_risk boolean default false not null,
  constraint report_version_pkey PRIMARY KEY (report_id, version),
  constraint report_version_handling_scope_id_fkey FOREIGN KEY (handling_scope_id) REFERENCES handling_scope(id),
  constraint report_version_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint report_version_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES principal(id)
);
alter table report_version enable row level security;
alter table report_version force row level security;
create policy report_version_break_glass on report_version as permissive for select to cordon_service using glass_broken(report_id);
create policy report_version_insert on report_version as permissive for insert to cordon_service with check ((member_id = current_member()) AND (submitted_by = current_principal()) AND is_own_report(report_id));
create policy report_version_member on report_version as permissive for select to cordon_service using (member_id = ( SELECT current_member() AS current_member));
create policy report_version_migrator on report_version as permissive for all to cordon_migrator using true with check true;
create policy report_version_resolver on report_version as permissive for all to cordon_resolver using true with check true;
create policy report_version_triage on report_version as permissive for select to cordon_service using ((( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) OR ( SELECT acts_as('AUDITOR'::text) AS acts_as)) AND COALESCE(( SELECT true
   FROM handling_scope s
  WHERE ((s.id = report_version.handling_scope_id) AND ((s.tlp <> 'RED'::text) OR sees_scope(s.*)))
 LIMIT 1), false));

create table review_decision (
  id uuid not null,
  kind text not null,
  verdict text not null,
  merchant_ids uuid[] not null,
  report_ids uuid[] not null,
  possible_match_id uuid,
  overturned boolean not null,
  tier text,
  model_version text,
  reason text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  undone_by uuid,
  undone_reason text,
  constraint review_decision_pkey PRIMARY KEY (id),
  constraint review_decision_kind_check CHECK ((kind = ANY (ARRAY['MATCH'::text, 'MERGE'::text, 'SPLIT'::text]))),
  constraint review_decision_verdict_check CHECK ((verdict = ANY (ARRAY['SAME'::text, 'DIFFERENT'::text, 'UNSURE'::text]))),
  constraint review_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES principal(id),
  constraint review_decision_possible_match_id_fkey FOREIGN KEY (possible_match_id) REFERENCES judgement(id),
  constraint review_decision_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES principal(id)
);
alter table review_decision enable row level security;
alter table review_decision force row level security;
CREATE INDEX review_decision_newest ON public.review_decision USING btree (decided_at, id);
CREATE INDEX review_decision_possible_match ON public.review_decision USING btree (possible_match_id);
create policy review_decision_insert on review_decision as permissive for insert to cordon_service with check (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) AND (decided_by = ( SELECT current_principal() AS current_principal)));
create policy review_decision_migrator on review_decision as permissive for all to cordon_migrator using true with check true;
create policy review_decision_resolver on review_decision as permissive for all to cordon_resolver using true with check true;
create policy review_decision_triage on review_decision as permissive for select to cordon_service using (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) AND (NOT (EXISTS ( SELECT
   FROM unnest(review_decision.report_ids) named(id)
  WHERE (NOT COALESCE(( SELECT true
           FROM report r
          WHERE (r.id = named.id)
         LIMIT 1), false))))) AND (NOT (EXISTS ( SELECT
   FROM unnest(review_decision.merchant_ids) named(id)
  WHERE (NOT (EXISTS ( SELECT
           FROM description d
          WHERE (d.own_merchant_id = named.id))))))));
create policy review_decision_update on review_decision as permissive for update to cordon_service using (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) AND (NOT (EXISTS ( SELECT
   FROM unnest(review_decision.report_ids) named(id)
  WHERE (NOT COALESCE(( SELECT true
           FROM report r
          WHERE (r.id = named.id)
         LIMIT 1), false))))) AND (NOT (EXISTS ( SELECT
   FROM unnest(review_decision.merchant_ids) named(id)
  WHERE (NOT (EXISTS ( SELECT
           FROM description d
          WHERE (d.own_merchant_id = named.id)))))))) with check (( SELECT acts_as('COALITION_ANALYST'::text) AS acts_as) AND (NOT (undone_by IS DISTINCT FROM ( SELECT current_principal() AS current_principal))));

create table role_grant (
  id uuid not null,
  user_id uuid not null,
  from_roles text[] not null,
  to_roles text[] not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  status text not null,
  decided_by uuid,
  constraint role_grant_pkey PRIMARY KEY (id),
  constraint role_grant_status_check CHECK ((status = ANY (ARRAY['OPEN'::text, 'GRANTED'::text, 'WITHDRAWN'::text]))),
  constraint role_grant_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES principal(id),
  constraint role_grant_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES principal(id),
  constraint role_grant_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id)
);
alter table role_grant enable row level security;
alter table role_grant force row level security;
CREATE UNIQUE INDEX role_grant_open_key ON public.role_grant USING btree (user_id) WHERE (status = 'OPEN'::text);
CREATE INDEX role_grant_status ON public.role_grant USING btree (status, asked_at, id);
CREATE TRIGGER role_grant_is_kept BEFORE UPDATE ON public.role_grant FOR EACH ROW EXECUTE FUNCTION role_grant_is_kept();
create policy role_grant_ask on role_grant as permissive for insert to cordon_service with check (acts_as('COALITION_ADMIN'::text) AND (asked_by = current_principal()) AND (status = 'OPEN'::text));
create policy role_grant_decide on role_grant as permissive for update to cordon_service using acts_as('COALITION_ADMIN'::text) with check (acts_as('COALITION_ADMIN'::text) AND (decided_by = current_principal()));
create policy role_grant_migrator on role_grant as permissive for all to cordon_migrator using true with check true;
create policy role_grant_operator on role_grant as permissive for select to cordon_operator using true;
create policy role_grant_read on role_grant as permissive for select to cordon_service using (acts_as('COALITION_ADMIN'::text) OR acts_as('AUDITOR'::text));

create table schedule_run (
  name text not null,
  day date not null,
  place text,
  alive_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint schedule_run_pkey PRIMARY KEY (name, day)
);
alter table schedule_run enable row level security;
alter table schedule_run force row level security;
create policy schedule_run_migrator on schedule_run as permissive for all to cordon_migrator using true with check true;
create policy schedule_run_resolver on schedule_run as permissive for all to cordon_resolver using true with check true;

create table screening (
  id uuid not null,
  member_id uuid not null,
  principal_id uuid not null,
  purpose text not null,
  ref text not null,
  outcome text not null,
  subject json not null,
  answer json not null,
  created_at timestamp with time zone not null,
  constraint screening_pkey PRIMARY KEY (id),
  constraint screening_outcome_check CHECK ((outcome = ANY (ARRAY['CLEAR'::text, 'MATCHES'::text, 'REFUSED'::text]))),
  constraint screening_purpose_check CHECK ((purpose = ANY (ARRAY['ONBOARDING'::text, 'PERIODIC_REVIEW'::text, 'TRANSACTION'::text, 'RETROSPECTIVE'::text, 'INVESTIGATION'::text, 'PRINCIPAL_CHANGE'::text])))
);
alter table screening enable row level security;
alter table screening force row level security;
CREATE INDEX screening_member_created ON public.screening USING btree (member_id, created_at DESC, id);
create policy screening_insert on screening as permissive for insert to cordon_service with check ((member_id = current_member()) AND (principal_id = current_principal()));
create policy screening_member on screening as permissive for select to cordon_service using (member_id = ( SELECT current_member() AS current_member));
create policy screening_migrator on screening as permissive for all to cordon_migrator using true with check true;

create table served_view (
  kind text not null,
  value text not null,
  merchant_view_id uuid not null,
  handling_scope_id uuid not null,
  merchant_id uuid not null,
  constraint served_view_pkey PRIMARY KEY (kind, value, merchant_view_id, handling_scope_id)
);
alter table served_view enable row level security;
alter table served_view force row level security;
CREATE INDEX served_view_handle ON public.served_view USING btree (merchant_view_id);
CREATE INDEX served_view_merchant ON public.served_view USING btree (merchant_id);
create policy served_view_migrator on served_view as permissive for all to cordon_migrator using true with check true;
create policy served_view_resolver on served_view as permissive for all to cordon_resolver using true with check true;

create table service_range (
  id uuid not null,
  member_id uuid not null,
  kind text not null,
  value text not null,
  registered_by uuid not null,
  registered_at timestamp with time zone not null,
  removed_by uuid,
  removed_at timestamp with time zone,
  constraint service_range_pkey PRIMARY KEY (id),
  constraint service_range_kind_check CHECK ((kind = ANY (ARRAY['ACQUIRER'::text, 'FACILITATOR'::text, 'WALLET_PROVIDER'::text, 'BIC'::text, 'IBAN_BANK'::text, 'CLEARING_CODE'::text]))),
  constraint service_range_removed_check CHECK (((removed_at IS NULL) = (removed_by IS NULL))),
  constraint service_range_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint service_range_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES principal(id),
  constraint service_range_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES principal(id)
);
alter table service_range enable row level security;
alter table service_range force row level security;
CREATE INDEX service_range_listed ON public.service_range USING btree (kind, value, id) WHERE (removed_at IS NULL);
CREATE INDEX service_range_member ON public.service_range USING btree (member_id, kind, value) WHERE (removed_at IS NULL);
CREATE UNIQUE INDEX service_range_served ON public.service_range USING btree (kind, value) WHERE (removed_at IS NULL);
CREATE TRIGGER service_range_guard BEFORE UPDATE ON public.service_range FOR EACH ROW EXECUTE FUNCTION service_range_guard();
create policy service_range_coalition on service_range as permissive for select to cordon_service using ( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as);
create policy service_range_migrator on service_range as permissive for all to cordon_migrator using true with check true;
create policy service_range_own on service_range as permissive for select to cordon_service using (member_id = ( SELECT current_member() AS current_member));
create policy service_range_register on service_range as permissive for insert to cordon_service with check ((member_id = current_member()) AND (registered_by = current_principal()) AND acts_as('MEMBER_ADMIN'::text) AND (NOT service_range_taken(kind, value)));
create policy service_range_remove on service_range as permissive for update to cordon_service using (((member_id = ( SELECT current_member() AS current_member)) AND ( SELECT acts_as('MEMBER_ADMIN'::text) AS acts_as)) OR ( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as)) with check (removed_by = current_principal());
create policy service_range_resolver on service_range as permissive for all to cordon_resolver using true with check true;

create table session (
  id uuid not null,
  user_id uuid not null,
  refresh_hash bytea not null,
  started_at timestamp with time zone not null,
  used_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  kind text default 'PROGRAM'::text not null,
  method text default 'PASSWORD'::text not null,
  amr text[] default '{}'::text[] not null,
  epoch integer,
  authenticated_at timestamp with time zone default now() not null,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_epoch_check CHECK (((kind = 'PROGRAM'::text) OR (epoch IS NOT NULL))),
  constraint session_kind_check CHECK ((kind = ANY (ARRAY['PROGRAM'::text, 'BROWSER'::text]))),
  constraint session_method_check CHECK ((method = ANY (ARRAY['PASSWORD'::text, 'PASSKEY'::text, 'PROVIDER'::text]))),
  constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id)
);
alter table session enable row level security;
alter table session force row level security;
CREATE INDEX session_by_user ON public.session USING btree (user_id);
CREATE UNIQUE INDEX session_refresh_hash_key ON public.session USING btree (refresh_hash);
CREATE INDEX session_start ON public.session USING btree (started_at);
create policy session_migrator on session as permissive for all to cordon_migrator using true with check true;
create policy session_self on session as permissive for all to cordon_service using (user_id = ( SELECT current_principal() AS current_principal)) with check (user_id = ( SELECT current_principal() AS current_principal));
create policy session_sign_in on session as permissive for all to cordon_sign_in using true with check true;

create table shared_key (
  hash bytea not null,
  kind text not null,
  origin text not null,
  merchants integer,
  reason text,
  since timestamp with time zone not null,
  constraint shared_key_pkey PRIMARY KEY (hash),
  constraint shared_key_origin_check CHECK ((origin = ANY (ARRAY['ENGINE'::text, 'ANALYST'::text])))
);
alter table shared_key enable row level security;
alter table shared_key force row level security;
create policy shared_key_migrator on shared_key as permissive for all to cordon_migrator using true with check true;
create policy shared_key_resolver on shared_key as permissive for all to cordon_resolver using true with check true;

create table sharing_group (
  id uuid not null,
  name text not null,
  description text not null,
  created_at timestamp with time zone not null,
  rule_kinds text[],
  rule_countries text[],
  rule_regions text[],
  constraint sharing_group_pkey PRIMARY KEY (id),
  constraint sharing_group_rule_check CHECK (((rule_kinds <> '{}'::text[]) AND (rule_countries <> '{}'::text[]) AND (rule_regions <> '{}'::text[])))
);
alter table sharing_group enable row level security;
alter table sharing_group force row level security;
CREATE UNIQUE INDEX sharing_group_name_key ON public.sharing_group USING btree (lower(name));
CREATE TRIGGER sharing_group_rule_stays BEFORE UPDATE ON public.sharing_group FOR EACH ROW EXECUTE FUNCTION sharing_group_rule_stays();
CREATE TRIGGER sharing_group_takes_in AFTER INSERT ON public.sharing_group FOR EACH ROW EXECUTE FUNCTION sharing_group_takes_in();
create policy sharing_group_insert on sharing_group as permissive for insert to cordon_service with check ( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as);
create policy sharing_group_member_of on sharing_group as permissive for select to cordon_service using ((id = ANY (current_groups())) OR ( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as));
create policy sharing_group_migrator on sharing_group as permissive for all to cordon_migrator using true with check true;
create policy sharing_group_operator on sharing_group as permissive for all to cordon_operator using true with check true;
create policy sharing_group_resolver on sharing_group as permissive for all to cordon_resolver using true with check true;
create policy sharing_group_update on sharing_group as permissive for update to cordon_service using ( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as) with check ( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as);

create table sharing_group_member (
  sharing_group_id uuid not null,
  member_id uuid not null,
  joined_at timestamp with time zone not null,
  constraint sharing_group_member_pkey PRIMARY KEY (sharing_group_id, member_id),
  constraint sharing_group_member_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint sharing_group_member_sharing_group_id_fkey FOREIGN KEY (sharing_group_id) REFERENCES sharing_group(id)
);
alter table sharing_group_member enable row level security;
alter table sharing_group_member force row level security;
CREATE INDEX sharing_group_member_member ON public.sharing_group_member USING btree (member_id, sharing_group_id);
CREATE TRIGGER sharing_group_member_by_rule BEFORE INSERT OR DELETE ON public.sharing_group_member FOR EACH ROW EXECUTE FUNCTION sharing_group_member_by_rule();
create policy sharing_group_member_delete on sharing_group_member as permissive for delete to cordon_service using ( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as);
create policy sharing_group_member_insert on sharing_group_member as permissive for insert to cordon_service with check ( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as);
create policy sharing_group_member_inside on sharing_group_member as permissive for select to cordon_service using ((member_id = ( SELECT current_member() AS current_member)) OR (sharing_group_id = ANY (current_groups())) OR ( SELECT acts_as('COALITION_ADMIN'::text) AS acts_as));
create policy sharing_group_member_migrator on sharing_group_member as permissive for all to cordon_migrator using true with check true;
create policy sharing_group_member_operator on sharing_group_member as permissive for all to cordon_operator using true with check true;
create policy sharing_group_member_resolver on sharing_group_member as permissive for all to cordon_resolver using true with check true;

create table sign_in_attempt (
  id bigint generated always as identity not null,
  email text not null,
  attempted_at timestamp with time zone not null,
  network bytea default '\x'::bytea not null,
  familiar boolean default false not null,
  constraint sign_in_attempt_pkey PRIMARY KEY (id)
);
alter table sign_in_attempt enable row level security;
alter table sign_in_attempt force row level security;
CREATE INDEX sign_in_attempt_email ON public.sign_in_attempt USING btree (email, attempted_at);
CREATE INDEX sign_in_attempt_network ON public.sign_in_attempt USING btree (network, attempted_at) WHERE (NOT familiar);
create policy sign_in_attempt_migrator on sign_in_attempt as permissive for all to cordon_migrator using true with check true;
create policy sign_in_attempt_self on sign_in_attempt as permissive for all to cordon_service using (EXISTS ( SELECT
   FROM app_user u
  WHERE ((u.id = ( SELECT current_principal() AS current_principal)) AND (u.email = sign_in_attempt.email))));
create policy sign_in_attempt_sign_in on sign_in_attempt as permissive for all to cordon_sign_in using true with check true;

create table sign_in_invitation (
  id uuid not null,
  member_id uuid not null,
  user_id uuid not null,
  secret_hash bytea not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint sign_in_invitation_pkey PRIMARY KEY (id),
  constraint sign_in_invitation_user_fkey FOREIGN KEY (user_id, member_id) REFERENCES principal(id, member_id)
);
alter table sign_in_invitation enable row level security;
alter table sign_in_invitation force row level security;
CREATE UNIQUE INDEX sign_in_invitation_secret_key ON public.sign_in_invitation USING btree (secret_hash);
CREATE INDEX sign_in_invitation_user ON public.sign_in_invitation USING btree (user_id);
create policy sign_in_invitation_admin on sign_in_invitation as permissive for all to cordon_service using ((member_id = current_member()) AND may_manage_sign_in(user_id));
create policy sign_in_invitation_sign_in on sign_in_invitation as permissive for all to cordon_sign_in using true;

create table signing_key (
  kid text not null,
  state text not null,
  public_jwk jsonb not null,
  private_sealed bytea not null,
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  constraint signing_key_pkey PRIMARY KEY (kid),
  constraint signing_key_state_check CHECK ((state = ANY (ARRAY['NEXT'::text, 'CURRENT'::text, 'RETIRED'::text])))
);
alter table signing_key enable row level security;
alter table signing_key force row level security;
CREATE UNIQUE INDEX signing_key_one_current ON public.signing_key USING btree (state) WHERE (state = 'CURRENT'::text);
CREATE UNIQUE INDEX signing_key_one_next ON public.signing_key USING btree (state) WHERE (state = 'NEXT'::text);
create policy signing_key_migrator on signing_key as permissive for all to cordon_migrator using true with check true;
create policy signing_key_sign_in on signing_key as permissive for all to cordon_sign_in using true with check true;

create table spent_ticket (
  digest bytea not null,
  expires_at timestamp with time zone not null,
  constraint spent_ticket_pkey PRIMARY KEY (digest)
);
alter table spent_ticket enable row level security;
alter table spent_ticket force row level security;
CREATE INDEX spent_ticket_expiry ON public.spent_ticket USING btree (expires_at);
create policy spent_ticket_sign_in on spent_ticket as permissive for all to cordon_sign_in using true;

create table user_identity (
  member_id uuid not null,
  issuer text not null,
  subject text not null,
  user_id uuid not null,
  linked_by uuid not null,
  linked_at timestamp with time zone not null,
  constraint user_identity_pkey PRIMARY KEY (member_id, issuer, subject),
  constraint user_identity_user_fkey FOREIGN KEY (user_id, member_id) REFERENCES principal(id, member_id)
);
alter table user_identity enable row level security;
alter table user_identity force row level security;
CREATE UNIQUE INDEX user_identity_user_key ON public.user_identity USING btree (user_id, issuer);
create policy user_identity_admin on user_identity as permissive for all to cordon_service using ((member_id = current_member()) AND may_manage_sign_in(user_id));
create policy user_identity_self on user_identity as permissive for select to cordon_service using (user_id = current_principal());
create policy user_identity_sign_in on user_identity as permissive for all to cordon_sign_in using true;

create table view_retrieval_key (
  hash bigint not null,
  handling_scope_id uuid not null,
  merchant_view_id uuid not null,
  constraint view_retrieval_key_pkey PRIMARY KEY (hash, handling_scope_id, merchant_view_id)
);
alter table view_retrieval_key enable row level security;
alter table view_retrieval_key force row level security;
CREATE INDEX view_retrieval_key_view ON public.view_retrieval_key USING btree (merchant_view_id, handling_scope_id);
create policy view_retrieval_key_audience on view_retrieval_key as permissive for select to cordon_service using (handling_scope_id = ANY (( SELECT visible_scopes() AS visible_scopes)::uuid[]));
create policy view_retrieval_key_migrator on view_retrieval_key as permissive for all to cordon_migrator using true with check true;
create policy view_retrieval_key_resolver on view_retrieval_key as permissive for all to cordon_resolver using true with check true;

create table waiting_change (
  change_no bigint generated always as identity not null,
  indicator_id uuid not null,
  version integer not null,
  kind text not null,
  handling_scope_id uuid not null,
  only_member_id uuid,
  content json not null,
  changed_at timestamp with time zone not null,
  constraint waiting_change_pkey PRIMARY KEY (change_no),
  constraint waiting_change_only_member_id_fkey FOREIGN KEY (only_member_id) REFERENCES member(id)
);
alter table waiting_change enable row level security;
alter table waiting_change force row level security;
CREATE INDEX waiting_change_indicator ON public.waiting_change USING btree (indicator_id);
create policy waiting_change_migrator on waiting_change as permissive for all to cordon_migrator using true with check true;
create policy waiting_change_operator on waiting_change as permissive for all to cordon_operator using true with check true;
create policy waiting_change_resolver on waiting_change as permissive for all to cordon_resolver using true with check true;
create policy waiting_change_sequencer on waiting_change as permissive for all to cordon_sequencer using true with check true;

create table waiting_member_event (
  event_no bigint generated always as identity not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null,
  object_id uuid not null,
  at timestamp with time zone not null,
  constraint waiting_member_event_pkey PRIMARY KEY (event_no)
);
alter table waiting_member_event enable row level security;
alter table waiting_member_event force row level security;
create policy waiting_member_event_migrator on waiting_member_event as permissive for all to cordon_migrator using true with check true;
create policy waiting_member_event_own on waiting_member_event as permissive for insert to cordon_service with check (member_id = current_member());
create policy waiting_member_event_resolver on waiting_member_event as permissive for insert to cordon_resolver with check true;
create policy waiting_member_event_sequencer on waiting_member_event as permissive for all to cordon_sequencer using true with check true;
create policy waiting_member_event_triage on waiting_member_event as permissive for insert to cordon_service with check ((kind ~~ 'REPORT\_%'::text) AND may_tell_report(object_id, member_id));

grant usage on schema public to cordon_auditor;
grant usage on schema public to cordon_operator;
grant usage on schema public to cordon_resolver;
grant usage on schema public to cordon_sequencer;
grant usage on schema public to cordon_service;
grant usage on schema public to cordon_sign_in;
grant usage on sequence indicator_change_sequence to cordon_sequencer;
grant usage on sequence member_event_sequence to cordon_sequencer;
grant insert, select on table action to cordon_service;
grant insert, select on table action_version to cordon_service;
grant insert, select, update on table alert to cordon_resolver;
grant select on table alert to cordon_service;
grant insert, select, update on table app_user to cordon_operator;
grant insert, select, update on table app_user to cordon_service;
grant insert, select, update on table app_user to cordon_sign_in;
grant insert, select on table approval to cordon_service;
grant select on table approval to cordon_operator;
grant delete, select on table asked_count to cordon_resolver;
grant insert, select, update on table asked_count to cordon_service;
grant delete, select on table asked_identifier to cordon_resolver;
grant insert, select on table asked_identifier to cordon_service;
grant insert on table audit_entry to cordon_resolver;
grant insert on table audit_entry to cordon_sign_in;
grant insert, select on table audit_entry to cordon_operator;
grant insert, select on table audit_entry to cordon_service;
grant select on table audit_entry to cordon_auditor;
grant insert, select on table break_glass to cordon_service;
grant select on table break_glass to cordon_operator;
grant select on table break_glass to cordon_resolver;
grant insert, select on table break_glass_notice to cordon_resolver;
grant select on table break_glass_notice to cordon_operator;
grant select on table break_glass_notice to cordon_service;
grant insert, select, update on table client to cordon_operator;
grant insert, select, update on table client to cordon_service;
grant insert, select, update on table client to cordon_sign_in;
grant delete, insert, select on table client_assertion to cordon_sign_in;
grant insert, select on table description to cordon_service;
grant insert, select, update on table description to cordon_resolver;
grant select on table description to cordon_operator;
grant delete, insert, select on table description_key to cordon_resolver;
grant delete, insert, select on table description_key to cordon_service;
grant delete, insert, select on table description_retrieval_key to cordon_resolver;
grant insert, select on table disposition to cordon_service;
grant insert, select on table dispute to cordon_service;
grant select on table dispute to cordon_resolver;
grant insert, select on table dispute_appeal to cordon_service;
grant select on table dispute_appeal to cordon_resolver;
grant insert, select on table dispute_end to cordon_resolver;
grant insert, select on table dispute_filer to cordon_service;
grant select on table dispute_filer to cordon_resolver;
grant insert, select on table dispute_party to cordon_resolver;
grant select on table dispute_party to cordon_service;
grant insert, select on table dispute_report to cordon_resolver;
grant select on table dispute_report to cordon_service;
grant insert, select on table dispute_ruling to cordon_service;
grant select on table dispute_ruling to cordon_resolver;
grant delete, insert, select on table dpop_proof to cordon_sign_in;
grant insert on table dpop_proof to cordon_service;
grant delete, insert, select, update on table familiar_network to cordon_sign_in;
grant delete, insert, select, update on table feed_delivery to cordon_resolver;
grant insert, select on table feed_delivery to cordon_service;
grant select on table feed_end to cordon_resolver;
grant select on table feed_end to cordon_service;
grant select, update on table feed_end to cordon_sequencer;
grant insert, select, update on table feed_follower to cordon_resolver;
grant insert, select on table fishing_alarm to cordon_resolver;
grant select on table fishing_alarm to cordon_service;
grant insert, select on table fishing_alarm_closing to cordon_service;
grant delete, insert, select, update on table fishing_day to cordon_resolver;
grant insert, select on table handling_scope to cordon_resolver;
grant insert, select on table handling_scope to cordon_service;
grant insert, select on table hold to cordon_service;
grant select on table hold to cordon_resolver;
grant insert, select on table hold_coverage to cordon_service;
grant insert, select, update on table hold_coverage to cordon_resolver;
grant insert, select on table hold_key to cordon_service;
grant select on table hold_key to cordon_resolver;
grant insert, select on table hold_step to cordon_resolver;
grant insert, select on table hold_step to cordon_service;
grant insert, select, update on table hotline_telephone to cordon_service;
grant delete, insert, select on table identity_marker to cordon_resolver;
grant delete, insert, select, update on table identity_provider to cordon_service;
grant select on table identity_provider to cordon_sign_in;
grant insert, select, update on table indicator to cordon_resolver;
grant select on table indicator to cordon_service;
grant insert, select, update on table indicator_change to cordon_sequencer;
grant select on table indicator_change to cordon_service;
grant select, update on table indicator_change to cordon_resolver;
grant delete, insert, select, update on table indicator_delivery to cordon_resolver;
grant insert, select on table indicator_delivery to cordon_service;
grant delete, insert, select on table indicator_key to cordon_resolver;
grant select on table indicator_key to cordon_service;
grant insert, select on table judgement to cordon_service;
grant insert, select, update on table judgement to cordon_resolver;
grant delete, insert, select, update on table listing_challenge to cordon_resolver;
grant insert, select, update on table member to cordon_operator;
grant insert, select, update on table member to cordon_service;
grant select on table member to cordon_resolver;
grant select on table member to cordon_sign_in;
grant delete, select on table member_event to cordon_resolver;
grant insert, select on table member_event to cordon_sequencer;
grant select on table member_event to cordon_service;
grant select on table member_event_end to cordon_resolver;
grant select on table member_event_end to cordon_sequencer;
grant select on table member_event_end to cordon_service;
grant insert, select, update on table member_limit to cordon_operator;
grant insert, select, update on table member_limit to cordon_service;
grant insert, select on table member_status_change to cordon_operator;
grant insert, select on table member_status_change to cordon_service;
grant insert, select on table merchant to cordon_service;
grant insert, select, update on table merchant to cordon_resolver;
grant select on table merchant to cordon_operator;
grant insert, select on table merchant_event to cordon_resolver;
grant select on table merchant_event to cordon_service;
grant insert, select on table merchant_status_change to cordon_resolver;
grant select on table merchant_status_change to cordon_service;
grant delete, insert, select, update on table merchant_view to cordon_resolver;
grant select on table merchant_view to cordon_service;
grant insert, select, update on table merchant_view_member to cordon_resolver;
grant select on table merchant_view_member to cordon_service;
grant insert, select on table name_word to cordon_resolver;
grant insert, select, update on table name_word_count to cordon_resolver;
grant insert, select on table name_word_variant to cordon_resolver;
grant insert, select, update on table notice to cordon_resolver;
grant select on table notice to cordon_service;
grant insert, select on table opinion to cordon_service;
grant select on table opinion to cordon_resolver;
grant insert, select, update on table opinion_tally to cordon_resolver;
grant delete, insert, select, update on table outbox to cordon_resolver;
grant insert on table outbox to cordon_service;
grant insert, select on table outbox to cordon_operator;
grant delete, insert, select on table passkey to cordon_service;
grant select, update on table passkey to cordon_sign_in;
grant insert, select, update on table principal to cordon_operator;
grant insert, select, update on table principal to cordon_service;
grant select on table principal to cordon_resolver;
grant select on table principal to cordon_sign_in;
grant delete, insert, select, update on table rate_counter to cordon_service;
grant insert, select, update on table recall to cordon_resolver;
grant select on table recall to cordon_service;
grant insert, select on table recall_indicator to cordon_resolver;
grant select on table recall_indicator to cordon_service;
grant insert, select, update on table recall_recipient to cordon_resolver;
grant select on table recall_recipient to cordon_service;
grant insert, select on table report to cordon_service;
grant select on table report to cordon_operator;
grant select on table report to cordon_resolver;
grant insert, select, update on table report_ruling to cordon_resolver;
grant insert, select on table report_status_change to cordon_service;
grant select on table report_status_change to cordon_resolver;
grant insert, select on table report_version to cordon_service;
grant select on table report_version to cordon_resolver;
grant insert, select on table review_decision to cordon_service;
grant select on table review_decision to cordon_resolver;
grant insert, select on table role_grant to cordon_service;
grant select on table role_grant to cordon_operator;
grant delete, insert, select, update on table schedule_run to cordon_resolver;
grant insert, select on table screening to cordon_service;
grant delete, insert, select, update on table served_view to cordon_resolver;
grant insert, select on table service_range to cordon_service;
grant select on table service_range to cordon_resolver;
grant delete, insert, select, update on table session to cordon_sign_in;
grant insert, select, update on table session to cordon_service;
grant delete, insert, select, update on table shared_key to cordon_resolver;
grant insert, select, update on table sharing_group to cordon_service;
grant select on table sharing_group to cordon_operator;
grant select on table sharing_group to cordon_resolver;
grant delete, insert, select on table sharing_group_member to cordon_operator;
grant delete, insert, select on table sharing_group_member to cordon_service;
grant select on table sharing_group_member to cordon_resolver;
grant delete, insert, select on table sign_in_attempt to cordon_sign_in;
grant delete, select on table sign_in_attempt to cordon_service;
grant delete, insert, select on table sign_in_invitation to cordon_service;
grant select, update on table sign_in_invitation to cordon_sign_in;
grant delete, insert, select, update on table signing_key to cordon_sign_in;
grant delete, insert, select on table spent_ticket to cordon_sign_in;
grant delete, insert, select on table user_identity to cordon_service;
grant insert, select on table user_identity to cordon_sign_in;
grant delete, insert, select on table view_retrieval_key to cordon_resolver;
grant select on table view_retrieval_key to cordon_service;
grant delete, insert, select, update on table waiting_change to cordon_resolver;
grant delete, select, update on table waiting_change to cordon_sequencer;
grant select on table waiting_change to cordon_operator;
grant delete, select, update on table waiting_member_event to cordon_sequencer;
grant insert on table waiting_member_event to cordon_resolver;
grant insert on table waiting_member_event to cordon_service;
grant update (changed_at), update (status), update (version), update (withdrawal_reason) on table action to cordon_service;
grant update (acknowledged_at), update (acknowledged_by), update (closed_at), update (delivered_at), update (status) on table alert to cordon_service;
grant update (closed_at), update (ends_at), update (opened_at), update (reads) on table break_glass to cordon_service;
grant update (active), update (content), update (link_hashes) on table description to cordon_service;
grant update (ruled_at), update (ruling_id), update (stage), update (status) on table dispute to cordon_service;
grant update (ruled_at), update (status) on table dispute to cordon_resolver;
grant update (answer), update (answered_at), update (answered_by), update (statement) on table dispute_party to cordon_service;
grant update (lapsed_at) on table dispute_party to cordon_resolver;
grant update (status), update (until), update (version) on table hold to cordon_resolver;
grant update (status), update (until), update (version) on table hold to cordon_service;
grant select (handling_scope_id), select (hash), select (valid_until) on table identity_marker to cordon_service;
grant update (withdrawn_at), update (withdrawn_by), update (withdrawn_reason) on table judgement to cordon_service;
grant update (kept_from) on table member_event_end to cordon_resolver;
grant update (sequence) on table member_event_end to cordon_sequencer;
grant update (outcome) on table notice to cordon_service;
grant update (ended_at) on table opinion to cordon_service;
grant select (confirmed), select (false_positive), select (indicator_id), select (outdated), select (seen_too) on table opinion_tally to cordon_service;
grant update (changed_at), update (child_at_risk), update (status), update (version) on table report to cordon_service;
grant update (undone_at), update (undone_by), update (undone_reason) on table review_decision to cordon_service;
grant update (decided_by), update (status) on table role_grant to cordon_service;
grant update (removed_at), update (removed_by) on table service_range to cordon_service;
grant execute on function acts_as(text) to public;
grant execute on function alert_guard() to public;
grant execute on function approval_is_ones_own() to public;
grant execute on function approved_by_two(text,uuid,bytea,uuid[]) to public;
grant execute on function audience_scopes(uuid,boolean) to cordon_service;
grant execute on function break_glass_approved(break_glass) to public;
grant execute on function break_glass_by_rule() to public;
grant execute on function break_glass_digest(break_glass) to public;
grant execute on function break_glass_not_by_reporter() to public;
grant execute on function broken_glass_scopes() to public;
grant execute on function charge_identifiers(date,bigint[],integer) to public;
grant execute on function coalition_roles_by_two() to public;
grant execute on function current_groups() to public;
grant execute on function current_member() to public;
grant execute on function current_principal() to public;
grant execute on function dispute_appeal_note() to public;
grant execute on function dispute_excluded(uuid) to public;
grant execute on function dispute_guard() to public;
grant execute on function dispute_part(uuid) to public;
grant execute on function dispute_party_guard() to public;
grant execute on function dispute_ruling_approvals(dispute_ruling) to public;
grant execute on function dispute_ruling_digest(dispute_ruling) to public;
grant execute on function end_sessions(uuid[],timestamp with time zone,text) to cordon_service;
grant execute on function enter_as(uuid,uuid,integer,text) to cordon_service;
grant execute on function follows_group_rule(sharing_group,member) to public;
grant execute on function glass_broken(uuid) to public;
grant execute on function has_left(uuid) to public;
grant execute on function hold_guard() to public;
grant execute on function hold_key_guard() to public;
grant execute on function hold_release_digest(hold) to public;
grant execute on function hold_reporters(uuid) to public;
grant execute on function in_audience(uuid,uuid,boolean) to public;
grant execute on function is_founding() to public;
grant execute on function is_group_by_rule(sharing_group) to public;
grant execute on function is_own_report(uuid) to public;
grant execute on function may_approve(text) to public;
grant execute on function may_manage_sign_in(uuid) to public;
grant execute on function may_see_held(handling_scope,uuid,boolean) to public;
grant execute on function may_see_scope(handling_scope,uuid,boolean) to public;
grant execute on function may_tell_report(uuid,uuid) to public;
grant execute on function member_application_digest(member) to public;
grant execute on function member_follows_group_rules() to public;
grant execute on function member_stands_by_rule() to public;
grant execute on function neighbourhood(uuid[],integer,integer) to public;
grant execute on function notice_guard() to public;
grant execute on function own_account_guard() to public;
grant execute on function principal_stays_itself() to public;
grant execute on function record_screenings(uuid,uuid,integer,text,timestamp with time zone,uuid[],text[],text[],text[],json[],json[],text[],text[],text[],bigint[],integer) to public;
grant execute on function remove_passkeys(uuid) to cordon_service;
grant execute on function role_grant_digest(role_grant) to public;
grant execute on function role_grant_is_kept() to public;
grant execute on function screen_lookup(uuid,uuid,integer,text,boolean,timestamp with time zone,bytea[],integer) to public;
grant execute on function screen_retrieve(uuid,uuid,integer,text,boolean,timestamp with time zone,integer[],bigint[],integer,integer) to public;
grant execute on function sees_held(handling_scope) to public;
grant execute on function sees_scope(handling_scope) to public;
grant execute on function service_range_guard() to public;
grant execute on function service_range_taken(text,text) to public;
grant execute on function sharing_group_member_by_rule() to public;
grant execute on function sharing_group_rule_stays() to public;
grant execute on function sharing_group_takes_in() to public;
grant execute on function sorted_roles(text[]) to public;
grant execute on function standing_approvals(text,uuid,bytea,uuid[]) to public;
grant execute on function take_dpop_proof(bytea,timestamp with time zone) to public;
grant execute on function tell_late_deliveries() to public;
grant execute on function visible_scopes() to cordon_service;
