import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Listings that are challenged, by a dispute or by members' opinions: what is listed of the descriptions that a challenge
 * names is shown as disputed while it stands. No actor reads or writes them. Code from before runs on beside it, and shows
 * nothing as disputed.
 */
export class CreateListingChallenge1795219200071 implements MigrationInterface {
  readonly name = 'CreateListingChallenge1795219200071';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table listing_challenge (
        id uuid primary key,
        kind text not null,
        own_merchant_ids uuid[] not null,
        since timestamptz not null,
        constraint listing_challenge_kind_check check (kind in ('DISPUTE', 'OPINIONS'))
      );
      create index listing_challenge_merchants on listing_challenge using gin (own_merchant_ids);

      alter table listing_challenge enable row level security;
      alter table listing_challenge force row level security;
      create policy listing_challenge_resolver on listing_challenge to cordon_resolver using (true) with check (true);
      create policy listing_challenge_migrator on listing_challenge to cordon_migrator using (true) with check (true);
      grant select, insert, update, delete on listing_challenge to cordon_resolver;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table listing_challenge');
  }
}
