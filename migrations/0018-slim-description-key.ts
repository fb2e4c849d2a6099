import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keys of descriptions as resolution reads them: those that link, found by their value alone. A description names its own,
 * so that no second index is needed to find them; keys that link nothing stand in its content. A report had ten rows here
 * with two indexes, and these were two fifths of what storing it took. Code from before this migration does not run on
 * beside it: it writes columns that are no more.
 */
export class SlimDescriptionKey1795219200018 implements MigrationInterface {
  readonly name = 'SlimDescriptionKey1795219200018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table description add column link_hashes bytea[] not null default '{}';
      alter table description alter column link_hashes drop default;
      update description d set link_hashes = held.hashes
        from (
          select description_id, array_agg(hash order by hash) as hashes
          from description_key where strength in ('UNIQUE', 'STRONG') group by description_id
        ) held
        where held.description_id = d.id;

      delete from description_key where strength not in ('UNIQUE', 'STRONG');
      -- Written by the statement that writes the description, and descriptions are never removed.
      alter table description_key drop constraint description_key_description_id_fkey;
      alter table description_key drop constraint description_key_pkey;
      drop index description_key_hash;
      alter table description_key drop column kind, drop column strength;
      alter table description_key add constraint description_key_pkey primary key (hash, description_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table description_key drop constraint description_key_pkey;
      alter table description_key add column kind text, add column strength text;
      -- What links nothing does not come back: nothing read it. A pair of facts stands in no identifier.
      update description_key k set kind = 'MEDIUM_PAIR', strength = 'STRONG';
      update description_key k set kind = key ->> 'kind', strength = key ->> 'strength'
        from description d, jsonb_path_query(d.content, '$.identifiers[*].keys[*]') as key
        where d.id = k.description_id and key ->> 'hash' = encode(k.hash, 'hex');
      alter table description_key alter column kind set not null, alter column strength set not null;
      alter table description_key add constraint description_key_pkey primary key (description_id, hash);
      alter table description_key add constraint description_key_description_id_fkey
        foreign key (description_id) references description (id);
      create index description_key_hash on description_key (hash, strength, description_id);
      alter table description drop column link_hashes;
    `);
  }
}
