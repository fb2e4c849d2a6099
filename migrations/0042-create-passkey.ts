import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Passkeys of people (WebAuthn credentials): the public key, and the counter by which a copied authenticator shows
 * itself. A credential's id is made by the authenticator and is looked up before anybody is known, so it is unique
 * among all members.
 */
export class CreatePasskey1795219200042 implements MigrationInterface {
  readonly name = 'CreatePasskey1795219200042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table passkey (
        id uuid primary key,
        user_id uuid not null references app_user (id),
        name text not null,
        credential_id bytea not null,
        public_key bytea not null,
        counter bigint not null,
        transports text[] not null,
        synced boolean not null,
        created_at timestamptz not null,
        used_at timestamptz
      );
      create unique index passkey_credential_key on passkey (credential_id);
      create index passkey_user on passkey (user_id, created_at, id);

      alter table passkey enable row level security;
      alter table passkey force row level security;
      create policy passkey_self on passkey to cordon_service using (user_id = current_principal());
      create policy passkey_sign_in on passkey to cordon_sign_in using (true);
      grant select, insert, delete on passkey to cordon_service;
      grant select, update on passkey to cordon_sign_in;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table passkey;
    `);
  }
}
