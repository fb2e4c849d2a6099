import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sessions of browsers beside those of programs, and of each how and when its person proved who they are. Tries to sign
 * in are counted by network as well, and those from a network that the person signed in from before by themselves: whoever
 * knows an address must not be able to lock its owner out. A ticket is a sealed text that Cordon gives out and takes back
 * once (a passkey's challenge, a sign-in under way at a provider); only those taken back are kept, so that asking for one
 * writes nothing. Code from before runs on beside it: the new columns have defaults.
 */
export class ExtendSession1795219200040 implements MigrationInterface {
  readonly name = 'ExtendSession1795219200040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session
        add column kind text not null default 'PROGRAM',
        add column method text not null default 'PASSWORD',
        add column amr text[] not null default '{}',
        add column epoch integer,
        add column authenticated_at timestamptz,
        add constraint session_kind_check check (kind in ('PROGRAM', 'BROWSER')),
        add constraint session_method_check check (method in ('PASSWORD', 'PASSKEY', 'PROVIDER')),
        add constraint session_epoch_check check (kind = 'PROGRAM' or epoch is not null);
      -- Rewrites the rows whatever row policies stand, which an update would obey.
      alter table session alter column authenticated_at type timestamptz using started_at;
      alter table session
        alter column authenticated_at set default now(),
        alter column authenticated_at set not null;
      create index session_start on session (started_at);
      grant delete on session to cordon_sign_in;

      alter table sign_in_attempt
        add column network bytea not null default '\\x',
        add column familiar boolean not null default false;
      create index sign_in_attempt_network on sign_in_attempt (network, attempted_at) where not familiar;

      create table familiar_network (
        user_id uuid not null references app_user (id),
        network bytea not null,
        seen_at timestamptz not null,
        primary key (user_id, network)
      );
      alter table familiar_network enable row level security;
      alter table familiar_network force row level security;
      create policy familiar_network_sign_in on familiar_network to cordon_sign_in using (true);
      grant select, insert, update, delete on familiar_network to cordon_sign_in;

      create table spent_ticket (
        digest bytea primary key,
        expires_at timestamptz not null
      );
      create index spent_ticket_expiry on spent_ticket (expires_at);
      alter table spent_ticket enable row level security;
      alter table spent_ticket force row level security;
      create policy spent_ticket_sign_in on spent_ticket to cordon_sign_in using (true);
      grant select, insert, delete on spent_ticket to cordon_sign_in;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table spent_ticket, familiar_network;
      drop index sign_in_attempt_network;
      alter table sign_in_attempt drop column network, drop column familiar;
      revoke delete on session from cordon_sign_in;
      drop index session_start;
      alter table session drop column kind, drop column method, drop column amr, drop column epoch,
        drop column authenticated_at;
    `);
  }
}
