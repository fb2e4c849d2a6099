import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Breaking the glass: an analyst reads for an hour a report that is closed to analysts, once an admin and another analyst of
 * the coalition have approved it. Who asks, when it opens and when it ends is set here, by the clock of the database: all
 * instances share it. Code from before runs on beside it, and sees nothing more than before.
 */
export class CreateBreakGlass1795219200033 implements MigrationInterface {
  readonly name = 'CreateBreakGlass1795219200033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The report is not referred to: whoever asks for one that is not there learns that by asking as little as of one that
      -- is. Whose report it was is kept apart, for approvers read these rows and must not learn it.
      create table break_glass (
        id uuid primary key,
        report_id uuid not null,
        asked_by uuid not null references principal (id),
        asked_member uuid not null references member (id),
        purpose text not null,
        reason text not null,
        asked_at timestamptz not null,
        opened_at timestamptz,
        ends_at timestamptz,
        closed_at timestamptz,
        closed_by uuid references principal (id),
        reads integer not null,
        constraint break_glass_hour_check check ((opened_at is null) = (ends_at is null)
          and ends_at <= opened_at + interval '1 hour')
      );
      create index break_glass_opened on break_glass (asked_by, report_id) where opened_at is not null;
      create index break_glass_asked on break_glass (asked_at, id);

      create table break_glass_notice (
        break_glass_id uuid primary key references break_glass (id),
        member_id uuid references member (id),
        told_at timestamptz not null
      );

      create function break_glass_digest(asked break_glass) returns bytea language sql stable
        return sha256(convert_to(json_build_array(asked.id, asked.report_id, asked.asked_by, asked.purpose, asked.reason)::text,
          'UTF8'));

      -- Of two different people, neither of them the asker, one an admin and one an analyst: no office opens it alone.
      create function break_glass_approved(asked break_glass) returns boolean language sql stable as $$
        select approved_by_two('BREAK_GLASS', asked.id, break_glass_digest(asked), array[asked.asked_by])
          and exists (
            select
            from standing_approvals('BREAK_GLASS', asked.id, break_glass_digest(asked), array[asked.asked_by]) one,
              standing_approvals('BREAK_GLASS', asked.id, break_glass_digest(asked), array[asked.asked_by]) other
            where one.principal_id <> other.principal_id
              and 'COALITION_ADMIN' = any (one.acting_roles) and 'COALITION_ANALYST' = any (other.acting_roles))
      $$;

      create function break_glass_by_rule() returns trigger language plpgsql as $$
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
      end $$;
      create trigger break_glass_by_rule before insert or update on break_glass
        for each row execute function break_glass_by_rule();

      -- Nobody of the reporter's member approves. Only they can see that it is theirs, so only their own approval is asked.
      create function break_glass_not_by_reporter() returns trigger language plpgsql as $$
      begin
        if new.kind = 'BREAK_GLASS' and exists (
            select from break_glass g join report r on r.id = g.report_id
            where g.id = new.object_id and r.member_id = new.member_id) then
          raise exception 'the reporter''s member does not approve it' using errcode = 'CD403';
        end if;
        return new;
      end $$;
      create trigger break_glass_not_by_reporter after insert on approval
        for each row execute function break_glass_not_by_reporter();

      create function glass_broken(report uuid) returns boolean language sql stable
        return (select acts_as('COALITION_ANALYST')) and exists (
          select from break_glass g
          where g.report_id = report and g.opened_at is not null and g.asked_by = (select current_principal())
            and g.ends_at > now() and g.closed_at is null);

      -- The handling of what is open. As the owner, for whom the policies of report_version do not ask for the scope again.
      create function broken_glass_scopes() returns setof uuid language sql stable security definer
      set search_path = public, pg_temp as $$
        select v.handling_scope_id
        from break_glass g join report_version v on v.report_id = g.report_id
        where g.opened_at is not null and g.asked_by = current_principal() and g.ends_at > now() and g.closed_at is null
      $$;

      alter table break_glass enable row level security;
      alter table break_glass force row level security;
      alter table break_glass_notice enable row level security;
      alter table break_glass_notice force row level security;
      create policy break_glass_notice_member on break_glass_notice for select to cordon_service
        using (member_id = current_member() and acts_as('MEMBER_ADMIN'));
      create policy break_glass_notice_resolver on break_glass_notice to cordon_resolver using (true) with check (true);
      create policy break_glass_notice_operator on break_glass_notice for select to cordon_operator using (true);
      create policy break_glass_coalition on break_glass for select to cordon_service
        using (acts_as('COALITION_ANALYST') or acts_as('COALITION_ADMIN') or acts_as('AUDITOR'));
      create policy break_glass_reporter on break_glass for select to cordon_service
        using (exists (select from break_glass_notice n where n.break_glass_id = id and n.member_id = current_member()));
      create policy break_glass_ask on break_glass for insert to cordon_service
        with check (asked_by = current_principal() and acts_as('COALITION_ANALYST'));
      create policy break_glass_decide on break_glass for update to cordon_service
        using (acts_as('COALITION_ANALYST') or acts_as('COALITION_ADMIN'));
      create policy break_glass_resolver on break_glass for select to cordon_resolver using (true);
      create policy break_glass_operator on break_glass for select to cordon_operator using (true);
      create policy break_glass_migrator on break_glass to cordon_migrator using (true) with check (true);
      create policy break_glass_notice_migrator on break_glass_notice to cordon_migrator using (true) with check (true);
      grant select, insert on break_glass to cordon_service;
      grant update (opened_at, ends_at, closed_at, reads) on break_glass to cordon_service;
      grant select on break_glass to cordon_resolver, cordon_operator;
      grant select on break_glass_notice to cordon_service, cordon_operator;
      grant select, insert on break_glass_notice to cordon_resolver;

      -- What an open glass shows, beside what the other policies of these tables show.
      create policy report_break_glass on report for select to cordon_service using (glass_broken(id));
      create policy report_version_break_glass on report_version for select to cordon_service
        using (glass_broken(report_id));
      create policy report_status_change_break_glass on report_status_change for select to cordon_service
        using (glass_broken(report_id));
      create policy handling_scope_break_glass on handling_scope for select to cordon_service
        using ((select acts_as('COALITION_ANALYST')) and id in (select broken_glass_scopes()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy handling_scope_break_glass on handling_scope;
      drop policy report_status_change_break_glass on report_status_change;
      drop policy report_version_break_glass on report_version;
      drop policy report_break_glass on report;
      drop function broken_glass_scopes, glass_broken;
      drop trigger break_glass_not_by_reporter on approval;
      drop function break_glass_not_by_reporter;
      drop function break_glass_approved, break_glass_digest;
      drop policy break_glass_reporter on break_glass;
      drop table break_glass_notice, break_glass;
      drop function break_glass_by_rule;
    `);
  }
}
