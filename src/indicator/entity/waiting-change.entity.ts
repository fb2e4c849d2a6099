import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { HandlingScopeId, IndicatorId, MemberId } from '../../common/id.js';
import type { ChangeContent, ChangeKind } from '../shared-indicator.js';

/** A row of `waiting_change`: an entry of the feed that has no place in it yet. */
@Entity('waiting_change')
@Index('waiting_change_indicator', ['indicatorId'])
export class WaitingChangeEntity {
  /** Order of writing; a bigint, so a string. */
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'waiting_change_pkey',
  })
  changeNo!: string;

  @Column('uuid')
  indicatorId!: IndicatorId;

  @Column('integer')
  version!: number;

  @Column('text')
  kind!: ChangeKind;

  @Column('uuid')
  handlingScopeId!: HandlingScopeId;

  @ForeignKey('MemberEntity', { name: 'waiting_change_only_member_id_fkey' })
  @Column('uuid', { nullable: true })
  onlyMemberId!: MemberId | null;

  /** Of a tombstone: empty. */
  @Column('json')
  content!: ChangeContent | Record<string, never>;

  @Column('timestamptz')
  changedAt!: Date;
}
