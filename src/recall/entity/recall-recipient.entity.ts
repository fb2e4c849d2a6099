import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HandlingScopeId, IndicatorId, MemberId, RecallId } from '../../common/id.js';

/** A row of `recall_recipient`: a member that received some of what is recalled. */
@Entity('recall_recipient')
@Index('recall_recipient_member', ['memberId'])
export class RecallRecipientEntity {
  @ForeignKey('RecallEntity', { name: 'recall_recipient_recall_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recall_recipient_pkey' })
  recallId!: RecallId;

  @ForeignKey('MemberEntity', { name: 'recall_recipient_member_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recall_recipient_pkey' })
  memberId!: MemberId;

  @Column('uuid')
  handlingScopeId!: HandlingScopeId;

  @Column('uuid', { array: true })
  indicatorIds!: IndicatorId[];
}
