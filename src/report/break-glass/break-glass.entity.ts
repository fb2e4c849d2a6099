import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CoalitionPurpose } from '../../access/index.js';
import type { BreakGlassId, MemberId, ReportId, UserId } from '../../common/id.js';

/**
 * A row of `break_glass`: an analyst's request to read a report that is closed to analysts. Who asked and when it opens and
 * ends is written by the table's trigger, by the clock of the database.
 */
@Entity('break_glass')
@Check(
  'break_glass_hour_check',
  "(opened_at is null) = (ends_at is null) and ends_at <= opened_at + interval '1 hour'",
)
@Index('break_glass_opened', ['askedBy', 'reportId'], { where: 'opened_at is not null' })
@Index('break_glass_asked', ['askedAt', 'id'])
export class BreakGlassEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'break_glass_pkey' })
  id!: BreakGlassId;

  /** Of whatever report, whether or not there is one: to ask tells nothing. */
  @Column('uuid')
  reportId!: ReportId;

  @ForeignKey('PrincipalEntity', { name: 'break_glass_asked_by_fkey' })
  @Column('uuid')
  askedBy!: UserId;

  @ForeignKey('MemberEntity', { name: 'break_glass_asked_member_fkey' })
  @Column('uuid')
  askedMember!: MemberId;

  @Column('text')
  purpose!: CoalitionPurpose;

  @Column('text')
  reason!: string;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('timestamptz', { nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endsAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @ForeignKey('PrincipalEntity', { name: 'break_glass_closed_by_fkey' })
  @Column('uuid', { nullable: true })
  closedBy!: UserId | null;

  /** How often the report was read by it. */
  @Column('integer')
  reads!: number;
}
