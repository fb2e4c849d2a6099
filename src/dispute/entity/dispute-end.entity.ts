import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { DisputeId } from '../../common/id.js';

/** A row of `dispute_end`: a dispute that is decided for good, as its sides were told. */
@Entity('dispute_end')
export class DisputeEndEntity {
  @ForeignKey('DisputeEntity', { name: 'dispute_end_dispute_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dispute_end_pkey' })
  disputeId!: DisputeId;

  @Column('timestamptz')
  at!: Date;
}
