import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The whole life of a merchant: each step of its status, and whether a hold covers it meanwhile. Only the resolver writes
 * either, with what it lists, in one transaction. Code from before runs on beside it, and takes a held merchant off the list.
 */
export class CreateMerchantStatusChange1795219200090 implements MigrationInterface {
  readonly name = 'CreateMerchantStatusChange1795219200090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table merchant add column held boolean not null default false;
      update merchant m set held = true where exists (
        select from description d
        join hold_coverage c on c.description_id = d.id
        join hold h on h.id = c.hold_id and h.status <> 'RELEASED'
        where d.merchant_id = m.id and d.active);
      create policy merchant_insert_free on merchant as restrictive for insert to cordon_service with check (not held);

      create table merchant_status_change (
        id bigint generated always as identity primary key,
        merchant_id uuid not null references merchant (id),
        verb text not null,
        from_status text not null,
        -- The same as before where a hold comes over it or goes: it covers any status.
        to_status text not null,
        at timestamptz not null,
        constraint merchant_status_change_verb_check check (verb in ('LIST', 'DISPUTE', 'SETTLE', 'DELIST', 'EXPIRE', 'UNLIST',
          'RETURN', 'HOLD', 'RELEASE')),
        constraint merchant_status_change_covered_check check ((verb in ('HOLD', 'RELEASE')) = (from_status = to_status))
      );
      create index merchant_status_change_merchant on merchant_status_change (merchant_id, id);

      alter table merchant_status_change enable row level security;
      alter table merchant_status_change force row level security;
      create policy merchant_status_change_triage on merchant_status_change for select to cordon_service
        using ((select acts_as('COALITION_ANALYST')));
      create policy merchant_status_change_resolver on merchant_status_change to cordon_resolver using (true) with check (true);
      create policy merchant_status_change_migrator on merchant_status_change to cordon_migrator using (true) with check (true);
      grant select on merchant_status_change to cordon_service;
      grant select, insert on merchant_status_change to cordon_resolver;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table merchant_status_change;
      drop policy merchant_insert_free on merchant;
      alter table merchant drop column held;
    `);
  }
}
