import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Challenges of listings. A dispute's sides stand in tables of their own, each read by its own side and by those who review:
 * `dispute` itself, which all of them read, tells neither who filed it nor whose reports it is about. Code from before runs on
 * beside it.
 */
export class CreateDispute1795219200072 implements MigrationInterface {
  readonly name = 'CreateDispute1795219200072';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(FUNCTIONS);
    await runner.query(GUARDS);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function dispute_ruling_approvals, dispute_ruling_digest;
      drop table dispute_appeal, dispute_ruling, dispute_report, dispute_party, dispute_filer, dispute;
      drop function dispute_guard, dispute_party_guard, dispute_part, dispute_excluded;
      create or replace function may_approve(kind text) returns boolean language sql stable
        return case kind
          when 'MEMBER' then acts_as('COALITION_ADMIN')
          when 'ROLE_GRANT' then acts_as('COALITION_ADMIN')
          when 'HOLD_RELEASE' then acts_as('COALITION_ANALYST')
          when 'BREAK_GLASS' then acts_as('COALITION_ADMIN') or acts_as('COALITION_ANALYST')
          else false
        end;
      delete from approval where kind = 'DISPUTE_RULING';
      alter table approval drop constraint approval_kind_check;
      alter table approval add constraint approval_kind_check
        check (kind in ('MEMBER', 'ROLE_GRANT', 'HOLD_RELEASE', 'BREAK_GLASS'));
    `);
  }
}

const TABLES = `
  create table dispute (
    id uuid primary key,
    -- The merchant as whoever filed it sees it: the handles under which it is shared with them, the first stands for it.
    handles uuid[] not null,
    grounds text not null,
    statement text not null,
    status text not null,
    -- 1: before the first ruling; 2: from the appeal on.
    stage integer not null,
    filed_at timestamptz not null,
    answer_by timestamptz not null,
    -- The ruling in force, and since when; no ruling where nobody answered.
    ruling_id uuid,
    ruled_at timestamptz,
    constraint dispute_status_check
      check (status in ('FILED', 'REVIEW', 'UPHELD', 'PARTLY_UPHELD', 'REJECTED', 'APPEAL')),
    constraint dispute_grounds_check check (grounds in ('MISTAKEN_IDENTITY', 'IDENTITY_THEFT', 'FACTUAL_ERROR',
      'INSUFFICIENT_EVIDENCE', 'OUTDATED', 'WRONG_REASON', 'OWNERSHIP_CHANGED')),
    constraint dispute_stage_check check (stage in (1, 2) and (status <> 'APPEAL' or stage = 2)),
    constraint dispute_handles_check check (cardinality(handles) > 0)
  );
  create index dispute_newest on dispute (filed_at, id);
  create index dispute_running on dispute (answer_by) where status in ('FILED', 'REVIEW', 'APPEAL');

  create table dispute_filer (
    dispute_id uuid primary key references dispute (id),
    member_id uuid not null references member (id),
    filed_by uuid not null references principal (id),
    client_reference text not null,
    content_hash bytea not null,
    own_reference text,
    -- Who wrote in, where an analyst filed it for somebody who is no member.
    on_behalf_of text,
    -- Whether those who reported may know the member.
    disclosed boolean not null
  );
  create unique index dispute_filer_reference_key on dispute_filer (member_id, client_reference)
    where on_behalf_of is null;
  create unique index dispute_filer_request_key on dispute_filer (filed_by, client_reference)
    where on_behalf_of is not null;

  create table dispute_party (
    dispute_id uuid not null references dispute (id),
    member_id uuid not null references member (id),
    answer_by timestamptz not null,
    answer text,
    statement text,
    answered_by uuid references principal (id),
    answered_at timestamptz,
    -- It did not answer in time, and lost.
    lapsed_at timestamptz,
    primary key (dispute_id, member_id),
    constraint dispute_party_answer_check check (answer in ('STAND_BY', 'WITHDRAW', 'CORRECT')),
    constraint dispute_party_answered_check check ((answer is null) = (answered_at is null) and
      (answer is null) = (answered_by is null) and (answer is null or lapsed_at is null))
  );
  create index dispute_party_member on dispute_party (member_id);
  create index dispute_party_waiting on dispute_party (answer_by) where answer is null and lapsed_at is null;

  -- The reports that the listing rests on.
  create table dispute_report (
    dispute_id uuid not null references dispute (id),
    report_id uuid not null references report (id),
    member_id uuid not null references member (id),
    own_merchant_id uuid not null,
    primary key (dispute_id, report_id)
  );

  create table dispute_ruling (
    id uuid primary key,
    dispute_id uuid not null references dispute (id),
    stage integer not null,
    outcome text not null,
    value_hashes bytea[],
    reason text not null,
    proposed_by uuid not null references principal (id),
    proposed_member uuid not null references member (id),
    proposed_at timestamptz not null,
    constraint dispute_ruling_outcome_check check (outcome in ('UPHELD', 'PARTLY_UPHELD', 'REJECTED')),
    constraint dispute_ruling_part_check check ((outcome = 'PARTLY_UPHELD') = (value_hashes is not null)
      and (value_hashes is null or cardinality(value_hashes) > 0))
  );
  create index dispute_ruling_dispute on dispute_ruling (dispute_id, proposed_at);

  create table dispute_appeal (
    dispute_id uuid primary key references dispute (id),
    member_id uuid not null references member (id),
    appealed_by uuid not null references principal (id),
    statement text not null,
    at timestamptz not null
  );
`;

/** As the owner, for whom the policies do not ask one another in a ring. */
const FUNCTIONS = `
  -- Who has no part in deciding: whoever filed it, with their member unless it was for somebody else; the members that
  -- reported; and, on appeal, whoever approved or proposed the ruling before.
  create function dispute_excluded(asked uuid) returns uuid[] language sql stable security definer
  set search_path = public, pg_temp as $$
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
    ) x
  $$;

  -- What part whoever has entered has in a dispute; null: none, and it is as if there were no such dispute.
  create function dispute_part(asked uuid) returns text language sql stable security definer
  set search_path = public, pg_temp as $$
    select case
      when exists (select from dispute_filer f where f.dispute_id = asked and f.member_id = current_member()
        and (f.on_behalf_of is null or f.filed_by = current_principal())) then 'FILER'
      when exists (select from dispute_party p where p.dispute_id = asked and p.member_id = current_member())
        then 'REPORTER'
      when acts_as('COALITION_ANALYST')
        and not dispute_excluded(asked) && array[current_member(), current_principal()] then 'REVIEWER'
    end
  $$;

  create function dispute_ruling_digest(ruling dispute_ruling) returns bytea language sql stable as $$
    select sha256(convert_to(jsonb_build_array(ruling.id, ruling.dispute_id, ruling.stage, ruling.outcome,
      ruling.value_hashes, ruling.reason)::text, 'UTF8'))
  $$;

  -- People who approve it: to take something off the list, and to decide an appeal, takes two.
  create function dispute_ruling_approvals(ruling dispute_ruling) returns integer language sql stable as $$
    select case when ruling.outcome = 'REJECTED' and ruling.stage = 1 then 1 else 2 end
  $$;

  alter table approval drop constraint approval_kind_check;
  alter table approval add constraint approval_kind_check
    check (kind in ('MEMBER', 'ROLE_GRANT', 'HOLD_RELEASE', 'BREAK_GLASS', 'DISPUTE_RULING'));
  create or replace function may_approve(kind text) returns boolean language sql stable
    return case kind
      when 'MEMBER' then acts_as('COALITION_ADMIN')
      when 'ROLE_GRANT' then acts_as('COALITION_ADMIN')
      when 'HOLD_RELEASE' then acts_as('COALITION_ANALYST')
      when 'BREAK_GLASS' then acts_as('COALITION_ADMIN') or acts_as('COALITION_ANALYST')
      when 'DISPUTE_RULING' then acts_as('COALITION_ANALYST')
      else false
    end;
`;

/** What the code decides by dispute-status.ts holds whichever code writes. */
const GUARDS = `
  create function dispute_guard() returns trigger language plpgsql as $$
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
  end $$;
  create trigger dispute_guard before insert or update on dispute for each row execute function dispute_guard();

  create function dispute_party_guard() returns trigger language plpgsql as $$
  begin
    if (new.dispute_id, new.member_id, new.answer_by) is distinct from (old.dispute_id, old.member_id, old.answer_by)
        or old.answer is not null or old.lapsed_at is not null then
      raise exception 'a side answers a dispute once, in time' using errcode = 'CD403';
    end if;
    return new;
  end $$;
  create trigger dispute_party_guard before update on dispute_party for each row execute function dispute_party_guard();
`;

const OWN_MEMBER = '(select current_member())';
const ONESELF = '(select current_principal())';

const POLICIES = `
  grant select, insert on dispute, dispute_filer, dispute_ruling, dispute_appeal to cordon_service;
  grant update (status, stage, ruling_id, ruled_at) on dispute to cordon_service;
  grant select on dispute_party, dispute_report to cordon_service;
  grant update (answer, statement, answered_by, answered_at) on dispute_party to cordon_service;
  grant select on dispute, dispute_filer, dispute_party, dispute_report, dispute_ruling, dispute_appeal to cordon_resolver;
  grant update (status) on dispute to cordon_resolver;
  grant update (ruled_at) on dispute to cordon_resolver;
  grant insert on dispute_party, dispute_report to cordon_resolver;
  grant update (lapsed_at) on dispute_party to cordon_resolver;

  create policy dispute_reader on dispute for select to cordon_service using (dispute_part(id) is not null);
  create policy dispute_filed on dispute for insert to cordon_service with check (${ONESELF} is not null);
  create policy dispute_changer on dispute for update to cordon_service
    using (dispute_part(id) is not null) with check (dispute_part(id) is not null);

  create policy dispute_filer_own on dispute_filer for select to cordon_service
    using (member_id = ${OWN_MEMBER} and (on_behalf_of is null or filed_by = ${ONESELF}));
  create policy dispute_filer_review on dispute_filer for select to cordon_service
    using (disclosed and dispute_part(dispute_id) = 'REPORTER' or dispute_part(dispute_id) = 'REVIEWER');
  create policy dispute_filer_insert on dispute_filer for insert to cordon_service
    with check (member_id = ${OWN_MEMBER} and filed_by = ${ONESELF}
      and (on_behalf_of is null or acts_as('COALITION_ANALYST')));

  create policy dispute_party_own on dispute_party for select to cordon_service using (member_id = ${OWN_MEMBER});
  create policy dispute_party_review on dispute_party for select to cordon_service
    using (dispute_part(dispute_id) = 'REVIEWER');
  create policy dispute_party_answer on dispute_party for update to cordon_service
    using (member_id = ${OWN_MEMBER}) with check (member_id = ${OWN_MEMBER} and answered_by = ${ONESELF});

  -- Which reports: each member its own, and who reviews those that are open to analysts.
  create policy dispute_report_own on dispute_report for select to cordon_service using (member_id = ${OWN_MEMBER});
  create policy dispute_report_review on dispute_report for select to cordon_service
    using (dispute_part(dispute_id) = 'REVIEWER' and exists (select from report r where r.id = report_id));

  create policy dispute_ruling_review on dispute_ruling for select to cordon_service
    using (dispute_part(dispute_id) = 'REVIEWER');
  -- The one in force is for both sides.
  create policy dispute_ruling_told on dispute_ruling for select to cordon_service
    using (exists (select from dispute d where d.id = dispute_id and d.ruling_id = dispute_ruling.id));
  create policy dispute_ruling_insert on dispute_ruling for insert to cordon_service
    with check (proposed_by = ${ONESELF} and proposed_member = ${OWN_MEMBER} and dispute_part(dispute_id) = 'REVIEWER');

  create policy dispute_appeal_own on dispute_appeal for select to cordon_service using (member_id = ${OWN_MEMBER});
  create policy dispute_appeal_review on dispute_appeal for select to cordon_service
    using (dispute_part(dispute_id) = 'REVIEWER');
  create policy dispute_appeal_insert on dispute_appeal for insert to cordon_service
    with check (member_id = ${OWN_MEMBER} and appealed_by = ${ONESELF}
      and dispute_part(dispute_id) in ('FILER', 'REPORTER'));

  ${['dispute', 'dispute_filer', 'dispute_party', 'dispute_report', 'dispute_ruling', 'dispute_appeal']
    .map(
      (table) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_resolver on ${table} to cordon_resolver using (true) with check (true);
  create policy ${table}_migrator on ${table} to cordon_migrator using (true) with check (true);`,
    )
    .join('')}
`;
