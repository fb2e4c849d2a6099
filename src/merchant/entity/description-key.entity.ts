import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ReportId } from '../../common/id.js';
import type { Strength } from '../../identifier/index.js';

/** A row of `description_key`: one value under which a description is found. */
@Entity('description_key')
@Index('description_key_hash', ['hash', 'strength', 'descriptionId'])
export class DescriptionKeyEntity {
  @ForeignKey('DescriptionEntity', { name: 'description_key_description_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'description_key_pkey' })
  descriptionId!: ReportId;

  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'description_key_pkey' })
  hash!: Buffer;

  @Column('text')
  kind!: string;

  @Column('text')
  strength!: Strength;
}
