import { Entity, Index, PrimaryColumn } from 'typeorm';
import type { ReportId } from '../../common/id.js';

/** A row of `description_retrieval_key`: a key under which a description is found as a candidate (`retrievalKeys`). */
@Entity('description_retrieval_key')
@Index('description_retrieval_key_description', ['descriptionId'])
export class DescriptionRetrievalKeyEntity {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'description_retrieval_key_pkey' })
  hash!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'description_retrieval_key_pkey' })
  descriptionId!: ReportId;
}
