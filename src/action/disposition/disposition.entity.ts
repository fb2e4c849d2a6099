import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type {
  ClientId,
  DispositionId,
  MemberId,
  MerchantId,
  NoticeId,
  ScreeningId,
  UserId,
} from '../../common/id.js';
import type { Assessment } from './assessment.js';

/** A row of `disposition`. Append-only by grants: the highest version of a lead holds. */
@Entity('disposition')
@Check('disposition_assessment_check', "assessment in ('SAME_MERCHANT', 'NOT_SAME_MERCHANT', 'UNSURE')")
@Check('disposition_lead_check', '(notice_id is null) <> (screening_id is null)')
@Index('disposition_notice_key', ['memberId', 'noticeId', 'version'], {
  unique: true,
  where: 'notice_id is not null',
})
@Index('disposition_match_key', ['memberId', 'screeningId', 'merchantId', 'version'], {
  unique: true,
  where: 'screening_id is not null',
})
@Index('disposition_member', ['memberId', 'at', 'id'])
export class DispositionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'disposition_pkey' })
  id!: DispositionId;

  @ForeignKey('MemberEntity', { name: 'disposition_member_id_fkey' })
  @Column('uuid')
  memberId!: MemberId;

  @Column('uuid', { nullable: true })
  noticeId!: NoticeId | null;

  @Column('uuid', { nullable: true })
  screeningId!: ScreeningId | null;

  @Column('uuid')
  merchantId!: MerchantId;

  @Column('integer')
  version!: number;

  @Column('text')
  assessment!: Assessment;

  @Column('text')
  rationale!: string;

  @ForeignKey('PrincipalEntity', { name: 'disposition_recorded_by_fkey' })
  @Column('uuid')
  recordedBy!: UserId | ClientId;

  @Column('timestamptz')
  at!: Date;
}
