import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { MerchantId } from '../../common/id.js';
import type { MerchantStatus } from '../merchant-status.js';

/** A row of `merchant`: one for every description; those merged into another keep their row and their id. */
@Entity('merchant')
@Check('merchant_status_check', "status in ('UNLISTED', 'LISTED', 'DISPUTED', 'DELISTED', 'EXPIRED')")
export class MerchantEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'merchant_pkey' })
  id!: MerchantId;

  @Column('text')
  status!: MerchantStatus;

  @Column('timestamptz')
  statusAt!: Date;

  /** A hold covers it. */
  @Column('boolean', { default: false })
  held!: boolean;
}
