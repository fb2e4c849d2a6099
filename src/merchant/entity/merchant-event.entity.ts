import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { MerchantId, ReportId } from '../../common/id.js';

/**
 * A row of `merchant_event`: what was joined to a merchant and taken from it. Append-only by grants. Its listing was told here
 * until `merchant_status_change` was made.
 */
@Entity('merchant_event')
@Check('merchant_event_kind_check', "kind in ('MERGED_INTO', 'SPLIT_FROM', 'LISTED', 'UNLISTED')")
@Index('merchant_event_merchant', ['merchantId', 'id'])
export class MerchantEventEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'merchant_event_pkey',
  })
  id!: string;

  @ForeignKey('MerchantEntity', { name: 'merchant_event_merchant_id_fkey' })
  @Column('uuid')
  merchantId!: MerchantId;

  @Column('text')
  kind!: 'MERGED_INTO' | 'SPLIT_FROM' | 'LISTED' | 'UNLISTED';

  @ForeignKey('MerchantEntity', { name: 'merchant_event_other_merchant_id_fkey' })
  @Column('uuid', { nullable: true })
  otherMerchantId!: MerchantId | null;

  @Column('uuid', { array: true })
  descriptionIds!: ReportId[];

  @Column('timestamptz')
  at!: Date;
}
