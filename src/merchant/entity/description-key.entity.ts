import { Entity, PrimaryColumn } from 'typeorm';
import type { ReportId } from '../../common/id.js';

/** A row of `description_key`: one value by which a description may be linked with others. */
@Entity('description_key')
export class DescriptionKeyEntity {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'description_key_pkey' })
  hash!: Buffer;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'description_key_pkey' })
  descriptionId!: ReportId;
}
