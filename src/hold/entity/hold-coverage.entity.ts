import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HoldId, MemberId, ReportId } from '../../common/id.js';

/** A row of `hold_coverage`: a report that a hold covers or has covered. For analysts: it tells what is known. */
@Entity('hold_coverage')
@Index('hold_coverage_description', ['descriptionId'])
export class HoldCoverageEntity {
  @ForeignKey('HoldEntity', { name: 'hold_coverage_hold_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hold_coverage_pkey' })
  holdId!: HoldId;

  @ForeignKey('DescriptionEntity', { name: 'hold_coverage_description_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hold_coverage_pkey' })
  descriptionId!: ReportId;

  @ForeignKey('MemberEntity', { name: 'hold_coverage_reporter_id_fkey' })
  @Column('uuid', { nullable: true })
  reporterId!: MemberId | null;

  /** Named by the merchant that it stood in, and covered whatever values it has. */
  @Column('boolean')
  named!: boolean;
}
