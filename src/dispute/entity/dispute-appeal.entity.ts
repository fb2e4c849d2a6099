import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ClientId, DisputeId, MemberId, UserId } from '../../common/id.js';
import type { DisputeOutcome } from '../dispute-status.js';

/** A row of `dispute_appeal`: that a side has appealed, and why. Never changed: there is one appeal. */
@Check('dispute_appeal_appealed_check', `appealed in ('UPHELD', 'PARTLY_UPHELD', 'REJECTED')`)
@Entity('dispute_appeal')
export class DisputeAppealEntity {
  @ForeignKey('DisputeEntity', { name: 'dispute_appeal_dispute_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dispute_appeal_pkey' })
  disputeId!: DisputeId;

  @ForeignKey('MemberEntity', { name: 'dispute_appeal_member_id_fkey' })
  @Column('uuid')
  memberId!: MemberId;

  @ForeignKey('PrincipalEntity', { name: 'dispute_appeal_appealed_by_fkey' })
  @Column('uuid')
  appealedBy!: UserId | ClientId;

  @Column('text')
  statement!: string;

  @Column('timestamptz')
  at!: Date;

  /** The outcome that is appealed. The table notes it by itself. */
  @Column({ type: 'text', insert: false, update: false })
  appealed!: DisputeOutcome;
}
