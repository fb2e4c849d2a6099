import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MemberId, ReportId } from '../../common/id.js';
import type { ReportStatus } from '../report-status.js';

/** A row of `report`: one member's statement, as it stands now. What it says is in its versions. */
@Entity('report')
@Check('report_status_check', "status in ('SUBMITTED', 'ACCEPTED', 'NEEDS_INFO', 'REJECTED', 'WITHDRAWN')")
@Index('report_client_reference_key', ['memberId', 'clientReference'], { unique: true })
@Index('report_member_created', { synchronize: false })
@Index('report_to_triage', { synchronize: false })
@Index('report_to_complete', { synchronize: false })
@Index('report_status_created', ['status', 'createdAt', 'id'])
export class ReportEntity {
  @ForeignKey('DescriptionEntity', { name: 'report_id_fkey', deferrable: 'INITIALLY DEFERRED' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'report_pkey' })
  id!: ReportId;

  @ForeignKey('MemberEntity', { name: 'report_member_id_fkey' })
  @Column('uuid')
  memberId!: MemberId;

  @Column('text')
  clientReference!: string;

  @Column('text')
  status!: ReportStatus;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  changedAt!: Date;

  /** Of the version in force: what waits is ordered by it. */
  @Column('boolean', { default: false })
  childAtRisk!: boolean;
}
