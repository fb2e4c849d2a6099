import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How descriptions are found by what is not equal: keys of names, places and persons under which candidates stand, and the
 * words of names with their other spellings. What is found is compared; a key by itself decides nothing. Descriptions that
 * are there already get theirs when they are resolved anew. The keys have no foreign key: they are many, and a description
 * is never removed. Code without the tables runs on beside it.
 */
export class CreateDescriptionRetrieval1795219200016 implements MigrationInterface {
  readonly name = 'CreateDescriptionRetrieval1795219200016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table name_word (
        word text primary key
      );

      create table name_word_variant (
        variant bigint not null,
        word text not null,
        primary key (variant, word)
      );

      create table description_retrieval_key (
        hash bigint not null,
        description_id uuid not null,
        primary key (hash, description_id)
      );
      create index description_retrieval_key_description on description_retrieval_key (description_id);

      grant select, insert on name_word, name_word_variant to cordon_service;
      grant select, insert, delete on description_retrieval_key to cordon_service;

      insert into outbox (topic, payload)
        select 'description.changed', jsonb_build_object('descriptionIds', jsonb_build_array(id)) from description
        where active order by received_at, id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table description_retrieval_key, name_word_variant, name_word;
    `);
  }
}
