import { Entity, PrimaryColumn } from 'typeorm';

/** A row of `name_word`: a word that some merchant's name is written with. Never removed: it names nobody by itself. */
@Entity('name_word')
export class NameWordEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'name_word_pkey' })
  word!: string;
}
