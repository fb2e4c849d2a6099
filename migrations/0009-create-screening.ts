import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members' questions about merchants, each with the answer it was given. Written once, read by the member that asked. */
export class CreateScreening1795219200009 implements MigrationInterface {
  readonly name = 'CreateScreening1795219200009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table screening (
        id uuid primary key,
        member_id uuid not null references member (id),
        principal_id uuid not null references principal (id),
        purpose text not null,
        ref text not null,
        outcome text not null,
        subject jsonb not null,
        answer jsonb not null,
        created_at timestamptz not null,
        constraint screening_purpose_check check (purpose in ('ONBOARDING', 'PERIODIC_REVIEW', 'TRANSACTION',
          'RETROSPECTIVE', 'INVESTIGATION', 'PRINCIPAL_CHANGE')),
        constraint screening_outcome_check check (outcome in ('CLEAR', 'MATCHES', 'REFUSED'))
      );
      create index screening_member_created on screening (member_id, created_at desc, id);

      grant select, insert on screening to cordon_service;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table screening;
    `);
  }
}
