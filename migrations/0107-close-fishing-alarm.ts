import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * That an analyst has dealt with a fishing alarm: once, in the own name, of another member than the own. In a table of its own,
 * for the member that the alarm is about sees the alarm, and not what the coalition wrote of it. Code from before runs on beside it.
 */
export class CloseFishingAlarm1795219200107 implements MigrationInterface {
  readonly name = 'CloseFishingAlarm1795219200107';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table fishing_alarm_closing (
        alarm_id uuid primary key references fishing_alarm (id),
        closed_by uuid not null references principal (id),
        note text not null,
        closed_at timestamptz not null
      );

      alter table fishing_alarm_closing enable row level security;
      alter table fishing_alarm_closing force row level security;
      create policy fishing_alarm_closing_migrator on fishing_alarm_closing for all to cordon_migrator
        using (true) with check (true);
      create policy fishing_alarm_closing_coalition on fishing_alarm_closing for select to cordon_service
        using ((select acts_as('COALITION_ANALYST') or acts_as('COALITION_ADMIN')));
      create policy fishing_alarm_closing_insert on fishing_alarm_closing for insert to cordon_service
        with check (closed_by = current_principal() and acts_as('COALITION_ANALYST') and exists (
          select from fishing_alarm a where a.id = alarm_id and a.member_id <> current_member()));
      grant select, insert on fishing_alarm_closing to cordon_service;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table fishing_alarm_closing');
  }
}
