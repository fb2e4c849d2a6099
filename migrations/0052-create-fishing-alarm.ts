import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How members ask, in counts by day, and alarms about those who ask as if to find out what the register holds. The counts tell
 * of no value that was asked about.
 */
export class CreateFishingAlarm1795219200052 implements MigrationInterface {
  readonly name = 'CreateFishingAlarm1795219200052';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table fishing_day (
        member_id uuid not null references member (id),
        day date not null,
        ${COUNTS.map((count) => `${count} integer not null,`).join('\n        ')}
        primary key (member_id, day)
      );
      create index fishing_day_day on fishing_day (day);

      create table fishing_alarm (
        id uuid primary key,
        member_id uuid not null references member (id),
        sign text not null,
        day date not null,
        merchants integer not null,
        share real not null,
        raised_at timestamptz not null,
        constraint fishing_alarm_sign_check check (sign in ('SEQUENCE', 'DICTIONARY', 'MISSES'))
      );
      create unique index fishing_alarm_once on fishing_alarm (member_id, sign, day);
      create index fishing_alarm_raised on fishing_alarm (raised_at desc, id);

      alter table fishing_day enable row level security;
      alter table fishing_day force row level security;
      create policy fishing_day_resolver on fishing_day for all to cordon_resolver using (true) with check (true);
      grant select, insert, update, delete on fishing_day to cordon_resolver;

      alter table fishing_alarm enable row level security;
      alter table fishing_alarm force row level security;
      create policy fishing_alarm_resolver on fishing_alarm for all to cordon_resolver using (true) with check (true);
      create policy fishing_alarm_own on fishing_alarm for select to cordon_service
        using (member_id = (select current_member()) and (select acts_as('MEMBER_ADMIN')));
      create policy fishing_alarm_coalition on fishing_alarm for select to cordon_service
        using ((select acts_as('COALITION_ANALYST') or acts_as('COALITION_ADMIN')));
      grant select, insert on fishing_alarm to cordon_resolver;
      grant select on fishing_alarm to cordon_service;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table fishing_alarm, fishing_day;
    `);
  }
}

const COUNTS = [
  'asked',
  'missed',
  'bare',
  'bare_missed',
  'numbered',
  'numbered_in_row',
  'assigned',
  'assigned_in_row',
  'worded',
  'worded_by_list',
];
