import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MerchantId, ReportId } from '../../common/id.js';
import type { DescriptionContent } from '../description-content.js';

/** A row of `description`: what one report, in its present version, says of a merchant. */
@Entity('description')
@Index('description_own_merchant_key', ['ownMerchantId'], { unique: true })
@Index('description_merchant', ['merchantId', 'receivedAt', 'id'])
export class DescriptionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'description_pkey' })
  id!: ReportId;

  @ForeignKey('MerchantEntity', { name: 'description_own_merchant_id_fkey' })
  @Column('uuid')
  ownMerchantId!: MerchantId;

  @ForeignKey('MerchantEntity', { name: 'description_merchant_id_fkey' })
  @Column('uuid')
  merchantId!: MerchantId;

  @Column('timestamptz')
  receivedAt!: Date;

  /** False once its report is withdrawn or rejected: it keeps its place and ties nothing any more. */
  @Column('boolean')
  active!: boolean;

  @Column('jsonb')
  content!: DescriptionContent;

  /** The values by which it may be linked with others: those that it has in `description_key`. */
  @Column('bytea', { array: true })
  linkHashes!: Buffer[];
}
