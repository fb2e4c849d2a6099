import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `shared_key`: a value that unrelated merchants share, as the engine found or an analyst listed. */
@Entity('shared_key')
@Check('shared_key_origin_check', "origin in ('ENGINE', 'ANALYST')")
export class SharedKeyEntity {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'shared_key_pkey' })
  hash!: Buffer;

  @Column('text')
  kind!: string;

  @Column('text')
  origin!: 'ENGINE' | 'ANALYST';

  /** How many unrelated merchants held it when the engine last looked. */
  @Column('integer', { nullable: true })
  merchants!: number | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz')
  since!: Date;
}
