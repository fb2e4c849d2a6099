import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Notices: a member serves a merchant that is listed, and is to act. What a notice shows is read from the listing, as far as
 * the member sees it; so it shows nothing once the listing has ended. When it is to be acknowledged and acted on, and whether
 * it was, stands in its alert. Code from before runs on beside it, and raises none.
 */
export class CreateNotice1795219200062 implements MigrationInterface {
  readonly name = 'CreateNotice1795219200062';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notice (
        id uuid primary key,
        member_id uuid not null references member (id),
        -- The merchant as it is seen within the scope: a handle, which leads to the present one (merchant_view_member).
        merchant_view_id uuid not null,
        handling_scope_id uuid not null references handling_scope (id),
        -- Which of the member's ranges it lies in, and by which of its indicators.
        service_range_ids uuid[] not null,
        indicator_ids uuid[] not null,
        forwarded boolean not null,
        outcome text,
        raised_at timestamptz not null,
        ended_at timestamptz,
        constraint notice_outcome_check check (outcome in ('ANSWERED', 'FORWARDED')),
        constraint notice_why_check check (forwarded or service_range_ids <> '{}')
      );
      create unique index notice_open on notice (member_id, merchant_view_id, handling_scope_id) where ended_at is null;
      create index notice_view on notice (merchant_view_id, handling_scope_id) where ended_at is null;
      create index notice_newest on notice (member_id, raised_at, id) where ended_at is null;

      create function notice_guard() returns trigger language plpgsql as $$
      begin
        if (new.id, new.member_id, new.merchant_view_id, new.handling_scope_id, new.raised_at)
            is distinct from (old.id, old.member_id, old.merchant_view_id, old.handling_scope_id, old.raised_at)
            or old.ended_at is not null then
          raise exception 'what a notice is about is never changed, nor one that has ended' using errcode = 'CD403';
        end if;
        return new;
      end $$;
      create trigger notice_guard before update on notice for each row execute function notice_guard();

      -- In which ranges the listed merchants lie: by it a range that is registered later finds what was listed before.
      create table served_view (
        kind text not null,
        value text not null,
        merchant_view_id uuid not null,
        handling_scope_id uuid not null,
        merchant_id uuid not null,
        constraint served_view_pkey primary key (kind, value, merchant_view_id, handling_scope_id)
      );
      create index served_view_merchant on served_view (merchant_id);
      create index served_view_handle on served_view (merchant_view_id);

      grant select, update (outcome) on notice to cordon_service;
      grant select, insert, update on notice to cordon_resolver;
      grant select, insert, update, delete on served_view to cordon_resolver;

      -- What one may not see any more, and what has ended, is as if there were none.
      create policy notice_own on notice for select to cordon_service
        using (member_id = (select current_member()) and ended_at is null
          and handling_scope_id = any ((select visible_scopes())::uuid[]));
      create policy notice_answer on notice for update to cordon_service
        using (member_id = (select current_member()) and ended_at is null)
        with check (member_id = (select current_member()) and ended_at is null);
      create policy notice_resolver on notice to cordon_resolver using (true) with check (true);
      create policy served_view_resolver on served_view to cordon_resolver using (true) with check (true);
      ${['notice', 'served_view']
        .map(
          (table) => `
      alter table ${table} enable row level security;
      alter table ${table} force row level security;
      create policy ${table}_migrator on ${table} to cordon_migrator using (true) with check (true);`,
        )
        .join('')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table served_view, notice;
      drop function notice_guard;
    `);
  }
}
