import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { HandlingScopeId, MerchantId } from '../../common/id.js';

/** A row of `merchant_view_member`: under which handle a report's own merchant id is found, within one scope. */
@Entity('merchant_view_member')
@Index('merchant_view_member_view', ['merchantViewId', 'handlingScopeId'])
export class MerchantViewMemberEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'merchant_view_member_pkey' })
  ownMerchantId!: MerchantId;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'merchant_view_member_pkey' })
  handlingScopeId!: HandlingScopeId;

  @Column('uuid')
  merchantViewId!: MerchantId;
}
