import { Entity, PrimaryColumn } from 'typeorm';

/** A row of `name_word_variant`: the hash of a spelling under which a word is found (`wordVariants`). */
@Entity('name_word_variant')
export class NameWordVariantEntity {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'name_word_variant_pkey' })
  variant!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'name_word_variant_pkey' })
  word!: string;
}
