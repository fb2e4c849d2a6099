import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { BreakGlassId, MemberId } from '../../common/id.js';

/**
 * A row of `break_glass_notice`: that the reporter's member was told of a broken glass, after its end. Apart from the
 * request, whose readers must not learn whose report it was.
 */
@Entity('break_glass_notice')
export class BreakGlassNoticeEntity {
  @ForeignKey('BreakGlassEntity', { name: 'break_glass_notice_break_glass_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'break_glass_notice_pkey' })
  breakGlassId!: BreakGlassId;

  /** The reporter's; null where there was no such report. */
  @ForeignKey('MemberEntity', { name: 'break_glass_notice_member_id_fkey' })
  @Column('uuid', { nullable: true })
  memberId!: MemberId | null;

  @Column('timestamptz')
  toldAt!: Date;
}
