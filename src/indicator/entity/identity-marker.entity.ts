import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HandlingScopeId, ReportId } from '../../common/id.js';

/** A row of `identity_marker`: a value of a firm whose identity was misused. Screening says so, and it is never a hit. */
@Entity('identity_marker')
@Index('identity_marker_report', ['reportId'])
export class IdentityMarkerEntity {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'identity_marker_pkey' })
  hash!: Buffer;

  @ForeignKey('HandlingScopeEntity', { name: 'identity_marker_handling_scope_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'identity_marker_pkey' })
  handlingScopeId!: HandlingScopeId;

  @ForeignKey('ReportEntity', { name: 'identity_marker_report_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'identity_marker_pkey' })
  reportId!: ReportId;

  @Column('timestamptz')
  validUntil!: Date;
}
