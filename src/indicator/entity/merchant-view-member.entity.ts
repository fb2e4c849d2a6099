import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HandlingScopeId, MerchantId } from '../../common/id.js';

/** A row of `merchant_view_member`: under which handle a report's own merchant id is found, within one scope. */
@Entity('merchant_view_member')
@Index('merchant_view_member_view', ['merchantViewId', 'handlingScopeId'])
export class MerchantViewMemberEntity {
  @ForeignKey('MerchantEntity', { name: 'merchant_view_member_own_merchant_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'merchant_view_member_pkey' })
  ownMerchantId!: MerchantId;

  @ForeignKey('HandlingScopeEntity', { name: 'merchant_view_member_handling_scope_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'merchant_view_member_pkey' })
  handlingScopeId!: HandlingScopeId;

  @ForeignKey('MerchantEntity', { name: 'merchant_view_member_merchant_view_id_fkey' })
  @Column('uuid')
  merchantViewId!: MerchantId;
}
