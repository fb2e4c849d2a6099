import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { DisputeId, MemberId, MerchantId, ReportId } from '../../common/id.js';

/** A row of `dispute_report`: a report that a disputed listing rests on. */
@Entity('dispute_report')
export class DisputeReportEntity {
  @ForeignKey('DisputeEntity', { name: 'dispute_report_dispute_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dispute_report_pkey' })
  disputeId!: DisputeId;

  @ForeignKey('ReportEntity', { name: 'dispute_report_report_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dispute_report_pkey' })
  reportId!: ReportId;

  @ForeignKey('MemberEntity', { name: 'dispute_report_member_id_fkey' })
  @Column('uuid')
  memberId!: MemberId;

  @Column('uuid')
  ownMerchantId!: MerchantId;
}
