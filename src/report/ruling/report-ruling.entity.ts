import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DisputeId, ReportId } from '../../common/id.js';

/** A row of `report_ruling`: a report that a dispute took out of listings, wholly or in part. */
@Entity('report_ruling')
@Check('report_ruling_effect_check', "effect = 'WITHDRAWN_BY_RULING'")
@Index('report_ruling_dispute', ['disputeId'])
export class ReportRulingEntity {
  @ForeignKey('ReportEntity', { name: 'report_ruling_report_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'report_ruling_pkey' })
  reportId!: ReportId;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'report_ruling_pkey' })
  disputeId!: DisputeId;

  @Column('text')
  effect!: 'WITHDRAWN_BY_RULING';

  /** Null: the whole report. */
  @Column('bytea', { array: true, nullable: true })
  valueHashes!: Buffer[] | null;

  @Column('timestamptz')
  at!: Date;

  /** What it said goes on as a marker: the identity of the firm was misused. */
  @Column('boolean', { default: false })
  marksIdentity!: boolean;

  @Column('timestamptz', { nullable: true })
  liftedAt!: Date | null;
}
