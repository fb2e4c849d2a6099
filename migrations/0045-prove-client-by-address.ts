import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Machine clients may publish their keys at an address of their own instead of leaving them here, and may be set to
 * prove their key with every request (DPoP, RFC 9449). A client has exactly one way to prove who it is. Old code runs on
 * beside it: it makes clients with a secret or with keys, and signs in those.
 */
export class ProveClientByAddress1795219200045 implements MigrationInterface {
  readonly name = 'ProveClientByAddress1795219200045';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table client
        add column jwks_uri text,
        add column dpop_required boolean not null default false,
        add constraint client_one_proof_check check (num_nonnulls(secret_hash, jwks, jwks_uri) = 1);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table client
        drop constraint client_one_proof_check,
        drop column dpop_required,
        drop column jwks_uri;
    `);
  }
}
