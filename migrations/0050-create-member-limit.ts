import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Shares of the service: how much of it a member may use where that differs from the settings, and how much of the present
 * minute has been drawn by whom. The counters are unlogged: a server that crashes gives everyone a new minute, which is
 * cheaper than a durable write for each. They hold no member's data and are written outside of any actor's transaction, so
 * they have no row policies.
 */
export class CreateMemberLimit1795219200050 implements MigrationInterface {
  readonly name = 'CreateMemberLimit1795219200050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table member_limit (
        member_id uuid primary key references member (id),
        rate_points_max integer,
        screening_quota_max integer,
        reason text not null,
        changed_by uuid not null,
        changed_at timestamptz not null,
        constraint member_limit_rate_check check (rate_points_max between 1000 and 999999999),
        constraint member_limit_quota_check check (screening_quota_max between 0 and 999999999)
      );
      alter table member_limit enable row level security;
      alter table member_limit force row level security;
      create policy member_limit_own on member_limit for select to cordon_service
        using (member_id = (select current_member()));
      create policy member_limit_admin on member_limit for all to cordon_service
        using ((select acts_as('COALITION_ADMIN')))
        with check ((select acts_as('COALITION_ADMIN')) and member_id <> (select current_member()));
      create policy member_limit_operator on member_limit for all to cordon_operator using (true) with check (true);
      grant select, insert, update on member_limit to cordon_service, cordon_operator;

      create unlogged table rate_counter (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      );
      grant select, insert, update, delete on rate_counter to cordon_service;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table rate_counter, member_limit;
    `);
  }
}
