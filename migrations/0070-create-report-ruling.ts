import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What rulings on disputes take out of listings: a report, or some of its identifiers. The report itself stays as its member
 * wrote it. No actor reads or writes it: the background carries rulings out. Code from before runs on beside it, and knows no
 * rulings.
 */
export class CreateReportRuling1795219200070 implements MigrationInterface {
  readonly name = 'CreateReportRuling1795219200070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table report_ruling (
        report_id uuid not null references report (id),
        dispute_id uuid not null,
        effect text not null,
        -- Null: the whole report. Else the identifiers that no longer count, as in indicator.value_hash.
        value_hashes bytea[],
        at timestamptz not null,
        -- When an appeal overturned it.
        lifted_at timestamptz,
        primary key (report_id, dispute_id),
        constraint report_ruling_effect_check check (effect = 'WITHDRAWN_BY_RULING')
      );
      create index report_ruling_dispute on report_ruling (dispute_id);

      alter table report_ruling enable row level security;
      alter table report_ruling force row level security;
      create policy report_ruling_resolver on report_ruling to cordon_resolver using (true) with check (true);
      create policy report_ruling_migrator on report_ruling to cordon_migrator using (true) with check (true);
      grant select, insert, update on report_ruling to cordon_resolver;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table report_ruling');
  }
}
