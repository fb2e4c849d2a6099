import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations of the coalition, their life cycle's history, and the groups they share in. */
export class CreateMember1795219200002 implements MigrationInterface {
  readonly name = 'CreateMember1795219200002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table member (
        id uuid primary key,
        name text not null,
        kind text not null,
        country text not null,
        region text,
        status text not null,
        agreement_version text,
        agreement_signed_by text,
        agreement_signed_at timestamptz,
        applied_at timestamptz not null,
        changed_at timestamptz not null,
        constraint member_kind_check check (kind in ('CARD_NETWORK', 'ACQUIRER', 'ISSUER', 'PAYMENT_PROCESSOR',
          'PAYMENT_FACILITATOR', 'DIGITAL_WALLET', 'MONEY_TRANSFER', 'VIRTUAL_ASSET_PROVIDER', 'CLEARINGHOUSE', 'HOTLINE',
          'LAW_ENFORCEMENT_LIAISON')),
        constraint member_status_check check (status in ('APPLIED', 'ACTIVE', 'SUSPENDED', 'REJECTED', 'LEFT')),
        constraint member_country_check check (country ~ '^[A-Z]{2}$')
      );
      create unique index member_name_key on member (lower(name)) where status not in ('REJECTED', 'LEFT');
      create index member_status_name on member (status, name, id);

      create table member_status_change (
        id bigint generated always as identity primary key,
        member_id uuid not null references member (id),
        from_status text,
        to_status text not null,
        reason text,
        changed_by uuid,
        changed_at timestamptz not null
      );
      create index member_status_change_member on member_status_change (member_id, id);

      create table member_approval (
        member_id uuid not null references member (id),
        approved_by uuid not null,
        content_hash bytea not null,
        approved_at timestamptz not null,
        primary key (member_id, approved_by)
      );

      create table sharing_group (
        id uuid primary key,
        name text not null,
        description text not null,
        created_at timestamptz not null
      );
      create unique index sharing_group_name_key on sharing_group (lower(name));

      create table sharing_group_member (
        sharing_group_id uuid not null references sharing_group (id),
        member_id uuid not null references member (id),
        joined_at timestamptz not null,
        primary key (sharing_group_id, member_id)
      );
      create index sharing_group_member_member on sharing_group_member (member_id, sharing_group_id);

      grant select, insert, update on member to cordon_service;
      grant select, insert on member_status_change to cordon_service;
      grant select, insert, delete on member_approval to cordon_service;
      grant select, insert, update on sharing_group to cordon_service;
      grant select, insert, delete on sharing_group_member to cordon_service;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table sharing_group_member, sharing_group, member_approval, member_status_change, member;
    `);
  }
}
