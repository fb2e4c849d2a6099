import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Takes from `cordon_service` what is no actor's to do, and makes what row policies go by: whose a version of a report is,
 * the sharing groups of who has entered, the audience of a handling. `cordon_migrator`, which only the owner of the tables
 * holds, is for migrations that change rows, which the owner could not do past forced policies. Code from before this
 * migration does not run on beside it.
 */
export class GrantByRole1795219200024 implements MigrationInterface {
  readonly name = 'GrantByRole1795219200024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREATE_MIGRATOR);
    await runner.query(CREATE_COLUMNS_AND_FUNCTIONS);
    await runner.query(
      Object.entries(GRANTS)
        .map(
          ([table, grants]) =>
            `revoke all on ${table} from cordon_service;` +
            (grants === '' ? '' : `grant ${grants} on ${table} to cordon_service;`),
        )
        .join('\n'),
    );
    await runner.query('revoke usage on sequence indicator_change_sequence from cordon_service');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${Object.keys(GRANTS)
        .map((table) => `grant select, insert, update, delete on ${table} to cordon_service;`)
        .join('\n')}
      grant usage on sequence indicator_change_sequence to cordon_service;
      create or replace function enter_as(actor_member uuid, actor_principal uuid, actor_epoch integer, request text)
      returns void language plpgsql as $$
      declare
        held text;
      begin
        perform set_config('cordon.member_id', actor_member::text, true),
          set_config('cordon.principal_id', actor_principal::text, true),
          set_config('cordon.request_id', request, true),
          set_config('cordon.roles', '', true);
        select coalesce(array_to_string(u.roles, ','), '') into held
          from principal p
          join member m on m.id = p.member_id
          left join app_user u on u.id = p.id
          where p.id = actor_principal and p.member_id = actor_member
            and p.active and p.epoch = actor_epoch and m.status = 'ACTIVE';
        if not found then
          raise exception 'actor is not active' using errcode = 'CD401';
        end if;
        perform set_config('cordon.roles', held, true);
      end $$;
      alter function enter_as security invoker;
      grant execute on function enter_as to public;
      drop index handling_scope_group, handling_scope_reporter, handling_scope_named;
      drop function is_own_report, visible_scopes, sees_scope, current_groups;
      drop table feed_end;
      alter table report_version drop column member_id;
    `);
  }
}

const CREATE_MIGRATOR = `
  do $$ begin
    create role cordon_migrator nologin;
  exception when duplicate_object or unique_violation then null;
  end $$;
  do $$ begin
    execute format('grant cordon_migrator to %I', current_user);
  end $$;`;

const CREATE_COLUMNS_AND_FUNCTIONS = `
  -- Whose a version is, without asking its report: the report's policy asks the version's.
  alter table report_version add column member_id uuid;
  update report_version v set member_id = r.member_id from report r where r.id = v.report_id;
  alter table report_version alter column member_id set not null;

  -- The last place given in the feed. Of indicator_change each reader sees rows of its own; this is the same for all.
  create table feed_end (
    single boolean primary key default true check (single),
    sequence bigint not null
  );
  insert into feed_end (sequence) select coalesce(max(sequence), 0) from indicator_change;
  grant select on feed_end to cordon_service;
  grant select, update on feed_end to cordon_sequencer;

  create function current_groups() returns uuid[] language sql stable parallel safe
    return string_to_array(nullif(current_setting('cordon.groups', true), ''), ',')::uuid[];

  -- Groups are looked up once, at the entry: policies ask for them row by row. With the rights of the owner: an actor has
  -- none before it has entered, and each entry would pay for the policies of four tables.
  create or replace function enter_as(actor_member uuid, actor_principal uuid, actor_epoch integer, request text)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
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
  end $$;
  revoke execute on function enter_as from public;
  grant execute on function enter_as to cordon_service;

  -- Whether whoever has entered is in the audience of a handling: what is shared in the scope is for its eyes.
  create function sees_scope(scope handling_scope) returns boolean language sql stable parallel safe
    return current_member() is not null and case
      when scope.tlp = 'RED' then coalesce(scope.reporter_id = current_member(), false)
        or current_member() = any (scope.named_member_ids)
        or (scope.named_member_ids = '{}' and acts_as('COALITION_ANALYST'))
      else scope.sharing_group_id is null or coalesce(scope.sharing_group_id = any (current_groups()), false)
    end;

  -- The scopes whose audience has entered: what policies of shared rows ask, once for each transaction that comes to a row.
  -- With the rights of the owner, for whom the row policy of handling_scope, a wider rule, is not asked as well.
  create function visible_scopes() returns uuid[]
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
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
  end $$;
  revoke execute on function visible_scopes from public;
  grant execute on function visible_scopes to cordon_service;
  create index handling_scope_group on handling_scope (sharing_group_id) where tlp <> 'RED';
  create index handling_scope_reporter on handling_scope (reporter_id);
  create index handling_scope_named on handling_scope using gin (named_member_ids);

  -- Whether a report is of whoever has entered. Volatile, so that it sees the report that the same statement writes:
  -- one statement stores a report with its description.
  create function is_own_report(asked uuid) returns boolean language plpgsql volatile as $$
  begin
    return exists (select from report r where r.id = asked and r.member_id = current_member());
  end $$;`;

/** What actors may do with each table. None: it is the system's alone. */
const GRANTS: Readonly<Record<string, string>> = {
  app_user: 'select, insert, update',
  audit_entry: 'select, insert',
  client: 'select, insert, update',
  client_assertion: '',
  description: 'select, insert, update (content, link_hashes, active)',
  description_key: 'select, insert, delete',
  description_retrieval_key: '',
  handling_scope: 'select, insert',
  indicator: 'select',
  indicator_change: 'select',
  indicator_key: 'select',
  judgement: 'select, insert, update (withdrawn_at, withdrawn_by, withdrawn_reason)',
  member: 'select, insert, update',
  member_approval: 'select, insert, delete',
  member_status_change: 'select, insert',
  merchant: 'select, insert',
  merchant_event: 'select',
  merchant_view: 'select',
  merchant_view_member: 'select',
  name_word: '',
  name_word_count: '',
  name_word_variant: '',
  outbox: 'insert',
  principal: 'select, insert, update',
  report: 'select, insert, update (status, version, changed_at)',
  report_status_change: 'select, insert',
  report_version: 'select, insert',
  review_decision: 'select, insert, update (undone_at, undone_by, undone_reason)',
  screening: 'select, insert',
  session: 'select, insert, update',
  shared_key: '',
  sharing_group: 'select, insert, update',
  sharing_group_member: 'select, insert, delete',
  sign_in_attempt: 'select, delete',
  signing_key: '',
  view_retrieval_key: 'select',
  waiting_change: '',
};
