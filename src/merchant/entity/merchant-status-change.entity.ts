import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { MerchantId } from '../../common/id.js';
import type { MerchantStatus } from '../merchant-status.js';
import type { MerchantStep } from '../merchant-steps.js';

/** A row of `merchant_status_change`: one step of a merchant's life. Append-only by grants. */
@Entity('merchant_status_change')
@Check(
  'merchant_status_change_verb_check',
  "verb in ('LIST', 'DISPUTE', 'SETTLE', 'DELIST', 'EXPIRE', 'UNLIST', 'RETURN', 'HOLD', 'RELEASE')",
)
@Check('merchant_status_change_covered_check', "(verb in ('HOLD', 'RELEASE')) = (from_status = to_status)")
@Index('merchant_status_change_merchant', ['merchantId', 'id'])
export class MerchantStatusChangeEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'merchant_status_change_pkey',
  })
  id!: string;

  @ForeignKey('MerchantEntity', { name: 'merchant_status_change_merchant_id_fkey' })
  @Column('uuid')
  merchantId!: MerchantId;

  @Column('text')
  verb!: MerchantStep['verb'];

  @Column('text')
  fromStatus!: MerchantStatus;

  /** The same as before where a hold comes over it or goes. */
  @Column('text')
  toStatus!: MerchantStatus;

  @Column('timestamptz')
  at!: Date;
}
