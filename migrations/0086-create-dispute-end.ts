import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which disputes are decided for good, so that their sides are told of it once: by the second ruling, or when nobody has
 * appealed the first in time. The end changes nothing of a dispute. Code from before runs on beside it, and tells nothing.
 */
export class CreateDisputeEnd1795219200086 implements MigrationInterface {
  readonly name = 'CreateDisputeEnd1795219200086';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table dispute_end (
        dispute_id uuid primary key references dispute (id),
        at timestamptz not null
      );
      create index dispute_decided on dispute (ruled_at) where status in ('UPHELD', 'PARTLY_UPHELD', 'REJECTED');
      grant select, insert on dispute_end to cordon_resolver;
      alter table dispute_end enable row level security;
      alter table dispute_end force row level security;
      create policy dispute_end_resolver on dispute_end to cordon_resolver using (true) with check (true);
      create policy dispute_end_migrator on dispute_end to cordon_migrator using (true) with check (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index dispute_decided;
      drop table dispute_end;
    `);
  }
}
