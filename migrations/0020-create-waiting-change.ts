import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Changes that wait for their place in the feed stand in a table of their own, and come into the feed with their place.
 * Before, a change was written without one into the feed and its six indexes, and rewritten there once it was sequenced;
 * every reader of the feed's end walked past what was left behind. Code from before this migration does not run on
 * beside it.
 */
export class CreateWaitingChange1795219200020 implements MigrationInterface {
  readonly name = 'CreateWaitingChange1795219200020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table waiting_change (
        change_no bigint generated always as identity primary key,
        indicator_id uuid not null,
        version integer not null,
        kind text not null,
        handling_scope_id uuid not null,
        only_member_id uuid references member (id),
        content json not null,
        changed_at timestamptz not null
      );
      create index waiting_change_indicator on waiting_change (indicator_id);
      grant select, insert, update, delete on waiting_change to cordon_service;

      insert into waiting_change (indicator_id, version, kind, handling_scope_id, only_member_id, content, changed_at)
        select indicator_id, version, kind, handling_scope_id, only_member_id, content, changed_at
        from indicator_change where sequence is null and latest order by change_no;
      delete from indicator_change where sequence is null;

      -- Written with the indicator they tell of or behind its lock, which names the scope; a member was checked where
      -- the entry waited. None of them is ever removed.
      alter table indicator_change drop constraint indicator_change_indicator_id_fkey;
      alter table indicator_change drop constraint indicator_change_handling_scope_id_fkey;
      alter table indicator_change drop constraint indicator_change_only_member_id_fkey;
      alter table indicator_change drop constraint indicator_change_pkey;
      drop index indicator_change_sequence_key, indicator_change_unsequenced, indicator_change_indicator,
        indicator_change_scope;
      alter table indicator_change drop column change_no;
      alter table indicator_change alter column content type json using content::json;
      alter table indicator_change add constraint indicator_change_pkey primary key (sequence);
      create index indicator_change_latest on indicator_change (indicator_id) where latest;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table indicator_change drop constraint indicator_change_pkey;
      drop index indicator_change_latest;
      alter table indicator_change alter column sequence drop not null;
      alter table indicator_change alter column content type jsonb using content::jsonb;
      alter table indicator_change add column change_no bigint;
      update indicator_change c set change_no = placed.change_no
        from (select sequence, row_number() over (order by sequence) as change_no from indicator_change) placed
        where placed.sequence = c.sequence;
      alter table indicator_change alter column change_no set not null;
      alter table indicator_change alter column change_no add generated always as identity;
      select setval(pg_get_serial_sequence('indicator_change', 'change_no'), count(*) + 1, false) from indicator_change;
      insert into indicator_change (indicator_id, version, kind, handling_scope_id, only_member_id, latest, content,
          changed_at)
        select indicator_id, version, kind, handling_scope_id, only_member_id, true, content::jsonb, changed_at
        from waiting_change order by change_no;
      alter table indicator_change add constraint indicator_change_pkey primary key (change_no);
      alter table indicator_change add constraint indicator_change_indicator_id_fkey
        foreign key (indicator_id) references indicator (id);
      alter table indicator_change add constraint indicator_change_handling_scope_id_fkey
        foreign key (handling_scope_id) references handling_scope (id);
      alter table indicator_change add constraint indicator_change_only_member_id_fkey
        foreign key (only_member_id) references member (id);
      create unique index indicator_change_sequence_key on indicator_change (sequence);
      create index indicator_change_unsequenced on indicator_change (change_no) where sequence is null;
      create index indicator_change_indicator on indicator_change (indicator_id, change_no);
      create index indicator_change_scope on indicator_change (handling_scope_id, only_member_id) where latest;
      drop table waiting_change;
    `);
  }
}
