import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ClientId, IndicatorId, MemberId, UserId } from '../../common/id.js';
import type { OpinionKind } from './opinion.js';

/** A row of `opinion`: what a member thought of an indicator. Nothing of it is changed but that it ends. */
@Entity('opinion')
@Check('opinion_kind_check', "kind in ('CONFIRMED', 'SEEN_TOO', 'OUTDATED', 'FALSE_POSITIVE')")
@Index('opinion_current_key', ['indicatorId', 'memberId'], { unique: true, where: 'ended_at is null' })
@Index('opinion_member', ['memberId', 'indicatorId'], { where: 'ended_at is null' })
export class OpinionEntity {
  @ForeignKey('IndicatorEntity', { name: 'opinion_indicator_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'opinion_pkey' })
  indicatorId!: IndicatorId;

  @ForeignKey('MemberEntity', { name: 'opinion_member_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'opinion_pkey' })
  memberId!: MemberId;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'opinion_pkey' })
  version!: number;

  @Column('text')
  kind!: OpinionKind;

  @Column('text', { nullable: true })
  note!: string | null;

  @ForeignKey('PrincipalEntity', { name: 'opinion_given_by_fkey' })
  @Column('uuid')
  givenBy!: UserId | ClientId;

  @Column('timestamptz')
  givenAt!: Date;

  /** Replaced by the next, or withdrawn. Null: it holds. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
