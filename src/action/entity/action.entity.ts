import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ActionId, IndicatorId, MemberId, MerchantId, NoticeId, ScreeningId } from '../../common/id.js';
import type { ActionStatus } from '../action-status.js';

/** A row of `action`: what a member did about a merchant, as it stands now. What it says is in its versions. */
@Entity('action')
@Check('action_status_check', "status in ('RECORDED', 'WITHDRAWN')")
@Check('action_withdrawal_check', "(status = 'WITHDRAWN') = (withdrawal_reason is not null)")
@Check('action_lead_check', '(notice_id is null) <> (screening_id is null)')
@Index('action_client_reference_key', ['memberId', 'clientReference'], { unique: true })
@Index('action_member', ['memberId', 'recordedAt', 'id'])
@Index('action_recorded', ['recordedAt', 'id'])
@Index('action_indicators', ['indicatorIds'], { type: 'gin' })
export class ActionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'action_pkey' })
  id!: ActionId;

  @ForeignKey('MemberEntity', { name: 'action_member_id_fkey' })
  @Column('uuid')
  memberId!: MemberId;

  @Column('text')
  clientReference!: string;

  @Column('uuid', { nullable: true })
  noticeId!: NoticeId | null;

  @Column('uuid', { nullable: true })
  screeningId!: ScreeningId | null;

  @Column('uuid')
  merchantId!: MerchantId;

  /** On which the match or notice rested when this was recorded. */
  @Column('uuid', { array: true })
  indicatorIds!: IndicatorId[];

  @Column('text')
  status!: ActionStatus;

  @Column('integer')
  version!: number;

  @Column('text', { nullable: true })
  withdrawalReason!: string | null;

  @Column('timestamptz')
  recordedAt!: Date;

  @Column('timestamptz')
  changedAt!: Date;
}
