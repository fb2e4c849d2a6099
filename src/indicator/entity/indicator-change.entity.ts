import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { HandlingScopeId, IndicatorId, MemberId } from '../../common/id.js';
import type { ChangeContent, ChangeKind } from '../shared-indicator.js';

/** A row of `indicator_change`: one entry of the feed. `latest` and `onlyMemberId` are explained in change-store.ts. */
@Entity('indicator_change')
@Check('indicator_change_kind_check', "kind in ('LISTED', 'UPDATED', 'REMOVED')")
@Index('indicator_change_sequence_key', ['sequence'], { unique: true })
@Index('indicator_change_unsequenced', ['changeNo'], { where: 'sequence is null' })
@Index('indicator_change_scope', ['handlingScopeId', 'onlyMemberId'], { where: 'latest' })
@Index('indicator_change_feed', ['sequence'], { where: 'latest' })
@Index('indicator_change_indicator', ['indicatorId', 'changeNo'])
export class IndicatorChangeEntity {
  /** Order of writing; a bigint, so a string. */
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'indicator_change_pkey',
  })
  changeNo!: string;

  /** Place in the feed, given once the change is committed; a bigint, so a string. */
  @Column('bigint', { nullable: true })
  sequence!: string | null;

  @ForeignKey('IndicatorEntity', { name: 'indicator_change_indicator_id_fkey' })
  @Column('uuid')
  indicatorId!: IndicatorId;

  @Column('integer')
  version!: number;

  @Column('text')
  kind!: ChangeKind;

  @ForeignKey('HandlingScopeEntity', { name: 'indicator_change_handling_scope_id_fkey' })
  @Column('uuid')
  handlingScopeId!: HandlingScopeId;

  @ForeignKey('MemberEntity', { name: 'indicator_change_only_member_id_fkey' })
  @Column('uuid', { nullable: true })
  onlyMemberId!: MemberId | null;

  @Column('boolean')
  latest!: boolean;

  /** Of a tombstone: empty. */
  @Column('jsonb')
  content!: ChangeContent | Record<string, never>;

  @Column('timestamptz')
  changedAt!: Date;
}
