import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A listed merchant as it is seen within one handling scope, with all that screening compares, in one row; and under which
 * handle each report's own merchant id is found there. Both are projections of the indicators and their reports. Nothing
 * reads them before this migration; code without them runs on beside it.
 */
export class CreateMerchantView1795219200010 implements MigrationInterface {
  readonly name = 'CreateMerchantView1795219200010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table merchant_view (
        merchant_view_id uuid not null references merchant (id),
        handling_scope_id uuid not null references handling_scope (id),
        merchant_id uuid not null references merchant (id),
        valid_until timestamptz not null,
        -- json, not jsonb: it is handed out as it was written, and never searched.
        content json not null,
        primary key (merchant_view_id, handling_scope_id)
      );
      create index merchant_view_merchant on merchant_view (merchant_id);
      create index merchant_view_end on merchant_view (valid_until);

      create table merchant_view_member (
        own_merchant_id uuid not null references merchant (id),
        handling_scope_id uuid not null references handling_scope (id),
        merchant_view_id uuid not null references merchant (id),
        primary key (own_merchant_id, handling_scope_id)
      );
      create index merchant_view_member_view on merchant_view_member (merchant_view_id, handling_scope_id);

      grant select, insert, update, delete on merchant_view to cordon_service;
      grant select, insert, update on merchant_view_member to cordon_service;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table merchant_view_member, merchant_view;
    `);
  }
}
