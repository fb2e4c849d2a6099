import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { HandlingScopeId, MerchantId } from '../../common/id.js';
import type { ViewContent } from '../view-content.js';

/** A row of `merchant_view`: a listed merchant as it is seen within one handling scope. Gone when it is not listed. */
@Entity('merchant_view')
@Index('merchant_view_merchant', ['merchantId'])
@Index('merchant_view_end', ['validUntil'])
@Index('merchant_view_renewal', ['renewsAt'], { where: 'renews_at is not null' })
export class MerchantViewEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'merchant_view_pkey' })
  merchantViewId!: MerchantId;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'merchant_view_pkey' })
  handlingScopeId!: HandlingScopeId;

  @Column('uuid')
  merchantId!: MerchantId;

  @Column('timestamptz')
  validUntil!: Date;

  /** When a later end is to be told, where later reports give one (assess-listing.ts). */
  @Column('timestamptz', { nullable: true })
  renewsAt!: Date | null;

  @Column('json')
  content!: ViewContent;
}
