import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type {
  HandlingScopeId,
  IndicatorId,
  MemberId,
  MerchantId,
  NoticeId,
  ServiceRangeId,
} from '../../common/id.js';
import type { NoticeOutcome } from '../notice.js';

/** A row of `notice`: a member serves a merchant that is, or was, listed. */
@Entity('notice')
@Check('notice_outcome_check', "outcome in ('ANSWERED', 'FORWARDED')")
@Check('notice_why_check', "forwarded or service_range_ids <> '{}'")
@Index('notice_open', ['memberId', 'merchantViewId', 'handlingScopeId'], {
  unique: true,
  where: 'ended_at is null',
})
@Index('notice_view', ['merchantViewId', 'handlingScopeId'], { where: 'ended_at is null' })
@Index('notice_newest', ['memberId', 'raisedAt', 'id'], { where: 'ended_at is null' })
export class NoticeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_pkey' })
  id!: NoticeId;

  @ForeignKey('MemberEntity', { name: 'notice_member_id_fkey' })
  @Column('uuid')
  memberId!: MemberId;

  /** A handle of the merchant: it leads to the present one. */
  @Column('uuid')
  merchantViewId!: MerchantId;

  @ForeignKey('HandlingScopeEntity', { name: 'notice_handling_scope_id_fkey' })
  @Column('uuid')
  handlingScopeId!: HandlingScopeId;

  @Column('uuid', { array: true })
  serviceRangeIds!: ServiceRangeId[];

  @Column('uuid', { array: true })
  indicatorIds!: IndicatorId[];

  @Column('boolean')
  forwarded!: boolean;

  @Column('text', { nullable: true })
  outcome!: NoticeOutcome | null;

  @Column('timestamptz')
  raisedAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
