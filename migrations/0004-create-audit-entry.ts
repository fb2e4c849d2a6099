import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who did or read what, with which purpose, in which request. Append-only by grants: the service may insert and read,
 * never change or remove. Appended without a lock; proofs over the entries are sequenced behind in a later migration.
 */
export class CreateAuditEntry1795219200004 implements MigrationInterface {
  readonly name = 'CreateAuditEntry1795219200004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_entry (
        id uuid primary key default gen_random_uuid(),
        entry_no bigint generated always as identity,
        at timestamptz not null,
        member_id uuid,
        principal_id uuid,
        action text not null,
        purpose text,
        object_kind text not null,
        object_ids uuid[] not null,
        request_id text not null,
        detail jsonb
      );
      create unique index audit_entry_no_key on audit_entry (entry_no);
      create index audit_entry_member on audit_entry (member_id, entry_no);

      grant select, insert on audit_entry to cordon_service;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table audit_entry;
    `);
  }
}
