import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DisputeId, DisputeRulingId, MerchantId } from '../../common/id.js';
import type { DisputeGrounds } from '../dispute.js';
import type { DisputeStatus } from '../dispute-status.js';

/** A row of `dispute`: what its sides and its reviewers all read. A trigger lets it take the steps of dispute-status.ts alone. */
@Entity('dispute')
@Check(
  'dispute_status_check',
  "status in ('FILED', 'REVIEW', 'UPHELD', 'PARTLY_UPHELD', 'REJECTED', 'APPEAL')",
)
@Check(
  'dispute_grounds_check',
  "grounds in ('MISTAKEN_IDENTITY', 'IDENTITY_THEFT', 'FACTUAL_ERROR', 'INSUFFICIENT_EVIDENCE', 'OUTDATED', 'WRONG_REASON', 'OWNERSHIP_CHANGED')",
)
@Check('dispute_stage_check', "stage in (1, 2) and (status <> 'APPEAL' or stage = 2)")
@Check('dispute_handles_check', 'cardinality(handles) > 0')
@Index('dispute_newest', ['filedAt', 'id'])
@Index('dispute_running', ['answerBy'], { where: "status in ('FILED', 'REVIEW', 'APPEAL')" })
@Index('dispute_decided', ['ruledAt'], { where: "status in ('UPHELD', 'PARTLY_UPHELD', 'REJECTED')" })
export class DisputeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dispute_pkey' })
  id!: DisputeId;

  @Column('uuid', { array: true })
  handles!: MerchantId[];

  @Column('text')
  grounds!: DisputeGrounds;

  @Column('text')
  statement!: string;

  @Column('text')
  status!: DisputeStatus;

  @Column('integer')
  stage!: 1 | 2;

  @Column('timestamptz')
  filedAt!: Date;

  @Column('timestamptz')
  answerBy!: Date;

  @Column('uuid', { nullable: true })
  rulingId!: DisputeRulingId | null;

  @Column('timestamptz', { nullable: true })
  ruledAt!: Date | null;
}
