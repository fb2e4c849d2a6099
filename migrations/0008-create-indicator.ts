import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Identifiers of listed merchants, as shared: one indicator per identifier, merchant as seen in a handling scope, and
 * scope, so that one row has one audience. Changes get their place in the feed from a single sequencer after they are
 * committed; a reader's cursor can therefore never pass a change that is still to come.
 */
export class CreateIndicator1795219200008 implements MigrationInterface {
  readonly name = 'CreateIndicator1795219200008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table indicator (
        id uuid primary key,
        merchant_id uuid not null references merchant (id),
        merchant_view_id uuid not null references merchant (id),
        handling_scope_id uuid not null references handling_scope (id),
        type text not null,
        scope text,
        value_hash bytea not null,
        display text not null,
        country text,
        strength text not null,
        shared boolean not null,
        exclusive_within text,
        status text not null,
        version integer not null,
        reason text not null,
        confidence text not null,
        source_count integer not null,
        valid_from timestamptz not null,
        valid_until timestamptz not null,
        changed_at timestamptz not null,
        constraint indicator_status_check check (status in ('ACTIVE', 'DISPUTED', 'EXPIRED', 'REVOKED', 'SUPERSEDED')),
        constraint indicator_confidence_check check (confidence in ('LOW', 'MODERATE', 'HIGH')),
        constraint indicator_source_count_check check (source_count > 0)
      );
      create unique index indicator_identity_key on indicator (merchant_view_id, handling_scope_id, value_hash);
      create index indicator_merchant on indicator (merchant_id);
      create index indicator_scope on indicator (handling_scope_id, id);
      create index indicator_type on indicator (type, id);

      create table indicator_key (
        hash bytea not null,
        indicator_id uuid not null references indicator (id),
        kind text not null,
        strength text not null,
        primary key (hash, indicator_id)
      );
      create index indicator_key_indicator on indicator_key (indicator_id);

      create sequence indicator_change_sequence;

      create table indicator_change (
        change_no bigint generated always as identity primary key,
        sequence bigint,
        indicator_id uuid not null references indicator (id),
        version integer not null,
        kind text not null,
        handling_scope_id uuid not null references handling_scope (id),
        only_member_id uuid references member (id),
        latest boolean not null,
        content jsonb not null,
        changed_at timestamptz not null,
        constraint indicator_change_kind_check check (kind in ('LISTED', 'UPDATED', 'REMOVED'))
      );
      create unique index indicator_change_sequence_key on indicator_change (sequence);
      create index indicator_change_unsequenced on indicator_change (change_no) where sequence is null;
      create index indicator_change_indicator on indicator_change (indicator_id, change_no);

      grant select, insert, update on indicator to cordon_service;
      grant select, insert, delete on indicator_key to cordon_service;
      grant select, insert, update on indicator_change to cordon_service;
      grant usage on sequence indicator_change_sequence to cordon_service;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table indicator_change;
      drop sequence indicator_change_sequence;
      drop table indicator_key, indicator;
    `);
  }
}
