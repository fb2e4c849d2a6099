import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reports and their versions. A report is never edited: a correction is a new version. A handling scope is one answer
 * to "who may see it" (TLP, sharing group, named members); reports with equal handling share its row.
 */
export class CreateReport1795219200007 implements MigrationInterface {
  readonly name = 'CreateReport1795219200007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table handling_scope (
        id uuid primary key,
        digest bytea not null,
        tlp text not null,
        sharing_group_id uuid references sharing_group (id),
        reporter_id uuid references member (id),
        named_member_ids uuid[] not null,
        constraint handling_scope_tlp_check check (tlp in ('GREEN', 'AMBER', 'AMBER_STRICT', 'RED')),
        constraint handling_scope_red_check check (tlp = 'RED' or (reporter_id is null and named_member_ids = '{}'))
      );
      create unique index handling_scope_digest_key on handling_scope (digest);

      -- Rule 3: the one predicate under every path. RED: the reporter and the members it named; where it named none, the
      -- coalition's analysts too. Otherwise: the sharing group's members, or with no group the whole coalition.
      create function may_see_scope(scope handling_scope, reader uuid, analyst boolean) returns boolean
      language sql stable as $$
        select case
          when scope.tlp = 'RED' then reader = scope.reporter_id or reader = any (scope.named_member_ids)
            or (analyst and scope.named_member_ids = '{}')
          when scope.sharing_group_id is null then true
          else exists (select from sharing_group_member g
            where g.sharing_group_id = scope.sharing_group_id and g.member_id = reader)
        end
      $$;

      create table report (
        id uuid primary key references description (id) deferrable initially deferred,
        member_id uuid not null references member (id),
        client_reference text not null,
        status text not null,
        version integer not null,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        constraint report_status_check check (status in ('SUBMITTED', 'ACCEPTED', 'NEEDS_INFO', 'REJECTED', 'WITHDRAWN'))
      );
      create unique index report_client_reference_key on report (member_id, client_reference);
      create index report_member_created on report (member_id, created_at desc, id);
      create index report_status_created on report (status, created_at, id);

      create table report_version (
        report_id uuid not null references report (id),
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
        handling_scope_id uuid not null references handling_scope (id),
        narrative text,
        identifiers jsonb not null,
        notices jsonb not null,
        submitted_by uuid not null references principal (id),
        created_at timestamptz not null,
        primary key (report_id, version)
      );

      create table report_status_change (
        id bigint generated always as identity primary key,
        report_id uuid not null references report (id),
        version integer not null,
        from_status text,
        to_status text not null,
        note text,
        changed_by uuid,
        changed_at timestamptz not null
      );
      create index report_status_change_report on report_status_change (report_id, id);

      grant select, insert on handling_scope, report_version, report_status_change to cordon_service;
      grant select, insert, update on report to cordon_service;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table report_status_change, report_version, report;
      drop function may_see_scope;
      drop table handling_scope;
    `);
  }
}
