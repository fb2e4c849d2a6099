import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { CountExtent } from './counted-words.js';

/** A row of `name_word_count`: the last count over one extent. `words` and `holders` belong together by their places. */
@Entity('name_word_count')
@Check('name_word_count_extent_check', "extent in ('REGISTER', 'COALITION')")
@Check('name_word_count_length_check', 'cardinality(words) = cardinality(holders)')
export class NameWordCountEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'name_word_count_pkey' })
  extent!: CountExtent;

  @Column('timestamptz')
  countedAt!: Date;

  /** How many merchants' names were counted. */
  @Column('integer')
  merchants!: number;

  @Column('text', { array: true })
  words!: string[];

  @Column('integer', { array: true })
  holders!: number[];
}
