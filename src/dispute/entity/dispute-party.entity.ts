import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ClientId, DisputeId, MemberId, UserId } from '../../common/id.js';
import type { DisputeAnswer } from '../dispute.js';

/** A row of `dispute_party`: a member on whose reports a disputed listing rests, and its answer. */
@Entity('dispute_party')
@Check('dispute_party_answer_check', "answer in ('STAND_BY', 'WITHDRAW', 'CORRECT')")
@Check(
  'dispute_party_answered_check',
  '(answer is null) = (answered_at is null) and (answer is null) = (answered_by is null) and (answer is null or lapsed_at is null)',
)
@Index('dispute_party_member', ['memberId'])
@Index('dispute_party_waiting', ['answerBy'], { where: 'answer is null and lapsed_at is null' })
export class DisputePartyEntity {
  @ForeignKey('DisputeEntity', { name: 'dispute_party_dispute_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dispute_party_pkey' })
  disputeId!: DisputeId;

  @ForeignKey('MemberEntity', { name: 'dispute_party_member_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dispute_party_pkey' })
  memberId!: MemberId;

  @Column('timestamptz')
  answerBy!: Date;

  @Column('text', { nullable: true })
  answer!: DisputeAnswer | null;

  @Column('text', { nullable: true })
  statement!: string | null;

  @ForeignKey('PrincipalEntity', { name: 'dispute_party_answered_by_fkey' })
  @Column('uuid', { nullable: true })
  answeredBy!: UserId | ClientId | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  lapsedAt!: Date | null;
}
