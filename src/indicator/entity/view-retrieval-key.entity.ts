import { Entity, Index, PrimaryColumn } from 'typeorm';
import type { HandlingScopeId, MerchantId } from '../../common/id.js';

/** A row of `view_retrieval_key`: a key under which screening finds a view as a candidate (`retrievalKeys`). */
@Entity('view_retrieval_key')
@Index('view_retrieval_key_view', ['merchantViewId', 'handlingScopeId'])
export class ViewRetrievalKeyEntity {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'view_retrieval_key_pkey' })
  hash!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'view_retrieval_key_pkey' })
  handlingScopeId!: HandlingScopeId;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'view_retrieval_key_pkey' })
  merchantViewId!: MerchantId;
}
