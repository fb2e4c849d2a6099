import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many merchants' names hold each word, as it was last counted: once over the whole register, for resolution, and
 * once over what every member may see, for screening. One row each, so that a count is replaced as a whole or not at all.
 * Code without the table runs on beside it.
 */
export class CreateNameWordCount1795219200019 implements MigrationInterface {
  readonly name = 'CreateNameWordCount1795219200019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table name_word_count (
        extent text primary key,
        counted_at timestamptz not null,
        merchants integer not null,
        words text[] not null,
        holders integer[] not null,
        constraint name_word_count_extent_check check (extent in ('REGISTER', 'COALITION')),
        constraint name_word_count_length_check check (cardinality(words) = cardinality(holders))
      );

      grant select, insert, update on name_word_count to cordon_service;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table name_word_count;
    `);
  }
}
