import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People and machine clients. Both are principals: one row says whether the credential is active and in which epoch
 * its power stands, so that entering the database as an actor is one look-up. Secrets and tokens stand here as hashes;
 * what must be read again (TOTP secrets, private signing keys) is sealed with the service's key.
 */
export class CreatePrincipal1795219200003 implements MigrationInterface {
  readonly name = 'CreatePrincipal1795219200003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table principal (
        id uuid primary key,
        member_id uuid not null references member (id),
        kind text not null,
        active boolean not null,
        epoch integer not null,
        created_at timestamptz not null,
        constraint principal_kind_check check (kind in ('USER', 'CLIENT'))
      );
      create index principal_member on principal (member_id, kind, created_at, id);

      create table app_user (
        id uuid primary key references principal (id),
        email text not null,
        name text not null,
        roles text[] not null,
        password_hash text not null,
        totp_secret_sealed bytea not null,
        totp_last_step bigint,
        constraint app_user_email_check check (email = lower(email))
      );
      create unique index app_user_email_key on app_user (email);

      create table client (
        id uuid primary key references principal (id),
        name text not null,
        scopes text[] not null,
        secret_hash bytea,
        jwks jsonb,
        secret_rotated_at timestamptz
      );

      create table sign_in_attempt (
        id bigint generated always as identity primary key,
        email text not null,
        attempted_at timestamptz not null
      );
      create index sign_in_attempt_email on sign_in_attempt (email, attempted_at);

      create table session (
        id uuid primary key,
        user_id uuid not null references app_user (id),
        refresh_hash bytea not null,
        started_at timestamptz not null,
        used_at timestamptz not null,
        ended_at timestamptz
      );
      create unique index session_refresh_hash_key on session (refresh_hash);
      create index session_by_user on session (user_id);

      create table client_assertion (
        client_id uuid not null references client (id),
        jti text not null,
        expires_at timestamptz not null,
        primary key (client_id, jti)
      );
      create index client_assertion_expiry on client_assertion (expires_at);

      create table signing_key (
        kid text primary key,
        state text not null,
        public_jwk jsonb not null,
        private_sealed bytea not null,
        created_at timestamptz not null,
        retired_at timestamptz,
        constraint signing_key_state_check check (state in ('NEXT', 'CURRENT', 'RETIRED'))
      );
      create unique index signing_key_one_current on signing_key (state) where state = 'CURRENT';
      create unique index signing_key_one_next on signing_key (state) where state = 'NEXT';

      create function enter_as(actor_member uuid, actor_principal uuid, actor_epoch integer, request text) returns void
      language plpgsql as $$
      begin
        perform 1
          from principal p join member m on m.id = p.member_id
          where p.id = actor_principal and p.member_id = actor_member
            and p.active and p.epoch = actor_epoch and m.status = 'ACTIVE';
        if not found then
          raise exception 'actor is not active' using errcode = 'CD401';
        end if;
        perform set_config('cordon.member_id', actor_member::text, true),
          set_config('cordon.principal_id', actor_principal::text, true),
          set_config('cordon.request_id', request, true);
      end $$;

      grant select, insert, update on principal, app_user, client, session, signing_key to cordon_service;
      grant select, insert, delete on sign_in_attempt, client_assertion to cordon_service;
      grant delete on signing_key to cordon_service;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function enter_as;
      drop table signing_key, client_assertion, session, sign_in_attempt, client, app_user, principal;
    `);
  }
}
