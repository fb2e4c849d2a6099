import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events that a lower part leaves for a higher one, in the transaction that caused them. */
export class CreateOutbox1795219200005 implements MigrationInterface {
  readonly name = 'CreateOutbox1795219200005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox (
        id bigint generated always as identity primary key,
        topic text not null,
        payload jsonb not null,
        created_at timestamptz not null default now(),
        attempts integer not null default 0,
        next_attempt_at timestamptz not null default now(),
        last_error text
      );
      create index outbox_due on outbox (topic, next_attempt_at, id);

      grant select, insert, update, delete on outbox to cordon_service;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table outbox;
    `);
  }
}
