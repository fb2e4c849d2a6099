import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ClientId, HandlingScopeId, MemberId, ReportId, UserId } from '../../common/id.js';
import type { ReportBasis } from '../../config/index.js';
import type { SubjectIdentifier } from '../../identifier/index.js';
import type { MerchantAction, PaymentMethod, ReportReason } from '../reason.js';
import type { ReportNotice } from '../report-draft.js';

/** A row of `report_version`: what a report says, in one version. Append-only by grants. */
@Entity('report_version')
export class ReportVersionEntity {
  @ForeignKey('ReportEntity', { name: 'report_version_report_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'report_version_pkey' })
  reportId!: ReportId;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'report_version_pkey' })
  version!: number;

  @Column('uuid')
  memberId!: MemberId;

  @Column('bytea')
  contentHash!: Buffer;

  @Column('text')
  reason!: ReportReason;

  @Column('text')
  basis!: ReportBasis;

  @Column('text', { nullable: true })
  externalReference!: string | null;

  @Column('text')
  sourceKey!: string;

  @Column('text', { array: true })
  paymentMethods!: PaymentMethod[];

  @Column('date', { nullable: true })
  observedFrom!: string | null;

  @Column('date', { nullable: true })
  observedTo!: string | null;

  @Column('text', { nullable: true })
  actionTaken!: MerchantAction | null;

  @ForeignKey('HandlingScopeEntity', { name: 'report_version_handling_scope_id_fkey' })
  @Column('uuid')
  handlingScopeId!: HandlingScopeId;

  @Column('text', { nullable: true })
  narrative!: string | null;

  @Column('jsonb')
  identifiers!: readonly SubjectIdentifier[];

  @Column('jsonb')
  notices!: readonly ReportNotice[];

  /** Of reports from before it was asked: false. */
  @Column('boolean', { default: false })
  childAtRisk!: boolean;

  @ForeignKey('PrincipalEntity', { name: 'report_version_submitted_by_fkey' })
  @Column('uuid')
  submittedBy!: UserId | ClientId;

  @Column('timestamptz')
  createdAt!: Date;
}
