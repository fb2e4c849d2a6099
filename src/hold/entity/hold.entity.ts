import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HoldId, MemberId, UserId } from '../../common/id.js';
import type { HoldStatus } from '../hold-status.js';
import type { HoldSubject } from '../hold.js';

/** A row of `hold`. What it says is never changed; a trigger lets its status take the steps of hold-status.ts alone. */
@Entity('hold')
@Check('hold_status_check', "status in ('REQUESTED', 'ACTIVE', 'REVIEW', 'RELEASED')")
@Check('hold_term_check', "until > placed_at and until <= placed_at + interval '2160 hours'")
@Index('hold_newest', ['placedAt', 'id'])
@Index('hold_member', ['memberId', 'placedAt', 'id'])
@Index('hold_due', ['until'], { where: "status = 'ACTIVE'" })
export class HoldEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hold_pkey' })
  id!: HoldId;

  @ForeignKey('MemberEntity', { name: 'hold_member_id_fkey' })
  @Column('uuid')
  memberId!: MemberId;

  @ForeignKey('PrincipalEntity', { name: 'hold_placed_by_fkey' })
  @Column('uuid')
  placedBy!: UserId;

  /** False: an analyst placed it. */
  @Column('boolean')
  byLiaison!: boolean;

  @Column('text')
  status!: HoldStatus;

  @Column('text')
  reason!: string;

  @Column('jsonb')
  subject!: HoldSubject;

  @Column('timestamptz')
  placedAt!: Date;

  @Column('timestamptz')
  until!: Date;

  /** Counted by the trigger, from 1: an approval of a release is given to one version. */
  @Column('integer')
  version!: number;
}
