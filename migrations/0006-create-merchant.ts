import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What reports are resolved into. A description is what one report says of a merchant; each brings a merchant of its
 * own, and a cluster of descriptions answers to the id of its earliest one. Merging and splitting therefore never make
 * or remove an id: `description.merchant_id` is a projection of the open judgements, and every old id still answers.
 */
export class CreateMerchant1795219200006 implements MigrationInterface {
  readonly name = 'CreateMerchant1795219200006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table merchant (
        id uuid primary key,
        status text not null,
        status_at timestamptz not null,
        constraint merchant_status_check check (status in ('UNLISTED', 'LISTED', 'DISPUTED', 'DELISTED', 'EXPIRED'))
      );

      create table description (
        id uuid primary key,
        own_merchant_id uuid not null references merchant (id),
        merchant_id uuid not null references merchant (id),
        received_at timestamptz not null,
        active boolean not null,
        content jsonb not null
      );
      create unique index description_own_merchant_key on description (own_merchant_id);
      create index description_merchant on description (merchant_id, received_at, id);

      create table description_key (
        description_id uuid not null references description (id),
        hash bytea not null,
        kind text not null,
        strength text not null,
        primary key (description_id, hash)
      );
      create index description_key_hash on description_key (hash, strength, description_id);

      create table judgement (
        id uuid primary key,
        description_a uuid not null references description (id),
        description_b uuid not null references description (id),
        verdict text not null,
        origin text not null,
        evidence jsonb not null,
        model_version text,
        reason text,
        decided_by uuid,
        decided_at timestamptz not null,
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        withdrawn_reason text,
        constraint judgement_order_check check (description_a < description_b),
        constraint judgement_verdict_check check (verdict in ('SAME', 'DIFFERENT', 'UNSURE')),
        constraint judgement_origin_check check (origin in ('ENGINE', 'ANALYST'))
      );
      create unique index judgement_open_key on judgement (description_a, description_b, origin)
        where withdrawn_at is null;
      create index judgement_b on judgement (description_b, description_a);

      create table shared_key (
        hash bytea primary key,
        kind text not null,
        origin text not null,
        merchants integer,
        reason text,
        since timestamptz not null,
        constraint shared_key_origin_check check (origin in ('ENGINE', 'ANALYST'))
      );

      create table merchant_event (
        id bigint generated always as identity primary key,
        merchant_id uuid not null references merchant (id),
        kind text not null,
        other_merchant_id uuid references merchant (id),
        description_ids uuid[] not null,
        at timestamptz not null,
        constraint merchant_event_kind_check check (kind in ('MERGED_INTO', 'SPLIT_FROM', 'LISTED', 'UNLISTED'))
      );
      create index merchant_event_merchant on merchant_event (merchant_id, id);

      grant select, insert, update on merchant, description, judgement, shared_key to cordon_service;
      grant select, insert, delete on description_key to cordon_service;
      grant delete on shared_key to cordon_service;
      grant select, insert on merchant_event to cordon_service;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table merchant_event, shared_key, judgement, description_key, description, merchant;
    `);
  }
}
