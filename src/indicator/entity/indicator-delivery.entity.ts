import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IndicatorId, MemberId } from '../../common/id.js';

/** A row of `indicator_delivery`: an indicator that a member received, until it is recalled. */
@Entity('indicator_delivery')
export class IndicatorDeliveryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'indicator_delivery_pkey' })
  indicatorId!: IndicatorId;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'indicator_delivery_pkey' })
  memberId!: MemberId;

  @Column('timestamptz')
  firstAt!: Date;
}
