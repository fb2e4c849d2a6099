import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { ClientId, ReportId, UserId } from '../../common/id.js';
import type { ReportStatus } from '../report-status.js';

/** A row of `report_status_change`: one step of a report's life. Append-only by grants. */
@Entity('report_status_change')
@Index('report_status_change_report', ['reportId', 'id'])
export class ReportStatusChangeEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'report_status_change_pkey',
  })
  id!: string;

  @ForeignKey('ReportEntity', { name: 'report_status_change_report_id_fkey' })
  @Column('uuid')
  reportId!: ReportId;

  @Column('integer')
  version!: number;

  @Column('text', { nullable: true })
  fromStatus!: ReportStatus | null;

  @Column('text')
  toStatus!: ReportStatus;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid', { nullable: true })
  changedBy!: UserId | ClientId | null;

  @Column('timestamptz')
  changedAt!: Date;
}
