import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Proofs of DPoP that have been used, so that each counts once on all instances. The table is unlogged: a row is written
 * for every request with a bound token, lives about a minute, and means nothing after that. What a crash of the database
 * forgets can be replayed for what is left of that minute by whoever holds a token and a proof in transit: that is worth
 * less than a flush to disk on every request. Used by new code only.
 */
export class CreateDpopProof1795219200046 implements MigrationInterface {
  readonly name = 'CreateDpopProof1795219200046';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unlogged table dpop_proof (
        proof_hash bytea primary key,
        expires_at timestamptz not null
      );
      create index dpop_proof_expiry on dpop_proof (expires_at);

      -- True for the first who brings a proof, false ever after: one round trip, in a transaction of its own, so that a
      -- proof stays used whatever becomes of the request.
      create function take_dpop_proof(proof bytea, expires timestamptz) returns boolean language plpgsql as $$
      begin
        insert into dpop_proof (proof_hash, expires_at) values (proof, expires) on conflict do nothing;
        return found;
      end $$;

      alter table dpop_proof enable row level security;
      alter table dpop_proof force row level security;
      create policy dpop_proof_service on dpop_proof for insert to cordon_service with check (true);
      create policy dpop_proof_sign_in on dpop_proof for all to cordon_sign_in using (true) with check (true);
      -- Requests may add, and neither look nor forget.
      grant insert on dpop_proof to cordon_service;
      grant select, insert, delete on dpop_proof to cordon_sign_in;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function take_dpop_proof;
      drop table dpop_proof;
    `);
  }
}
