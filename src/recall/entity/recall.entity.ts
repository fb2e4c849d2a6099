import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HandlingScopeId, MemberId, MerchantId, RecallId } from '../../common/id.js';
import type { RecallReason } from '../recall-reason.js';

/** A row of `recall`: what is withdrawn together. The last four say how far the search for its recipients is. */
@Entity('recall')
@Check('recall_reason_check', "reason in ('WITHDRAWN', 'EXPIRED', 'RULED_OUT')")
@Index('recall_unsettled', ['withdrawnAt', 'id'], { where: 'settled_at IS NULL' })
@Index('recall_newest', ['withdrawnAt', 'id'])
@Index('recall_scope', ['handlingScopeId', 'withdrawnAt'])
export class RecallEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recall_pkey' })
  id!: RecallId;

  @Column('uuid', { nullable: true })
  merchantViewId!: MerchantId | null;

  @ForeignKey('HandlingScopeEntity', { name: 'recall_handling_scope_id_fkey' })
  @Column('uuid')
  handlingScopeId!: HandlingScopeId;

  @ForeignKey('MemberEntity', { name: 'recall_only_member_id_fkey' })
  @Column('uuid', { nullable: true })
  onlyMemberId!: MemberId | null;

  @Column('text')
  reason!: RecallReason;

  @Column('timestamptz')
  withdrawnAt!: Date;

  @Column('uuid', { nullable: true })
  lookedUpTo!: MemberId | null;

  /** A bigint, so a string. */
  @Column('bigint')
  plannedBefore!: string;

  @Column('boolean')
  lastSearch!: boolean;

  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;
}
