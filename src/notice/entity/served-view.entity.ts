import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { HandlingScopeId, MerchantId } from '../../common/id.js';
import type { ServiceRangeKind } from '../../identifier/index.js';

/** A row of `served_view`: a range in which a listed merchant lies, as it is seen within one scope. */
@Entity('served_view')
@Index('served_view_merchant', ['merchantId'])
@Index('served_view_handle', ['merchantViewId'])
export class ServedViewEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'served_view_pkey' })
  kind!: ServiceRangeKind;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'served_view_pkey' })
  value!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'served_view_pkey' })
  merchantViewId!: MerchantId;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'served_view_pkey' })
  handlingScopeId!: HandlingScopeId;

  @Column('uuid')
  merchantId!: MerchantId;
}
