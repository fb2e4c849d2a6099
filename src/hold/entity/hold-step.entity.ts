import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { HoldId, UserId } from '../../common/id.js';
import type { HoldStatus } from '../hold-status.js';

/** A row of `hold_step`: a hold's history. Append-only by grants. */
@Entity('hold_step')
@Index('hold_step_hold', ['holdId', 'id'])
export class HoldStepEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'hold_step_pkey',
  })
  id!: string;

  @ForeignKey('HoldEntity', { name: 'hold_step_hold_id_fkey' })
  @Column('uuid')
  holdId!: HoldId;

  @Column('text', { nullable: true })
  fromStatus!: HoldStatus | null;

  @Column('text')
  toStatus!: HoldStatus;

  @Column('timestamptz')
  until!: Date;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** Null: the term ended by the clock. */
  @ForeignKey('PrincipalEntity', { name: 'hold_step_changed_by_fkey' })
  @Column('uuid', { nullable: true })
  changedBy!: UserId | null;

  @Column('timestamptz')
  at!: Date;
}
