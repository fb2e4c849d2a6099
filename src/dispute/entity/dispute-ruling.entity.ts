import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DisputeId, DisputeRulingId, MemberId, UserId } from '../../common/id.js';
import type { DisputeOutcome } from '../dispute-status.js';

/** A row of `dispute_ruling`: a ruling that a reviewer has proposed. Never changed: approvals are given to what it says. */
@Entity('dispute_ruling')
@Check('dispute_ruling_outcome_check', "outcome in ('UPHELD', 'PARTLY_UPHELD', 'REJECTED')")
@Check(
  'dispute_ruling_part_check',
  "(outcome = 'PARTLY_UPHELD') = (value_hashes is not null) and (value_hashes is null or cardinality(value_hashes) > 0)",
)
@Index('dispute_ruling_dispute', ['disputeId', 'proposedAt'])
export class DisputeRulingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dispute_ruling_pkey' })
  id!: DisputeRulingId;

  @ForeignKey('DisputeEntity', { name: 'dispute_ruling_dispute_id_fkey' })
  @Column('uuid')
  disputeId!: DisputeId;

  @Column('integer')
  stage!: 1 | 2;

  @Column('text')
  outcome!: DisputeOutcome;

  @Column('bytea', { array: true, nullable: true })
  valueHashes!: Buffer[] | null;

  @Column('text')
  reason!: string;

  @ForeignKey('PrincipalEntity', { name: 'dispute_ruling_proposed_by_fkey' })
  @Column('uuid')
  proposedBy!: UserId;

  @ForeignKey('MemberEntity', { name: 'dispute_ruling_proposed_member_fkey' })
  @Column('uuid')
  proposedMember!: MemberId;

  @Column('timestamptz')
  proposedAt!: Date;
}
