import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { HandlingScopeId, IndicatorId, MemberId } from '../../common/id.js';
import type { ChangeContent, ChangeKind } from '../shared-indicator.js';

/** A row of `indicator_change`: one entry of the feed. `latest` and `onlyMemberId` are explained in change-store.ts. */
@Entity('indicator_change')
@Check('indicator_change_kind_check', "kind in ('LISTED', 'UPDATED', 'REMOVED')")
@Index('indicator_change_feed', ['sequence'], { where: 'latest' })
@Index('indicator_change_indicator', ['indicatorId'])
export class IndicatorChangeEntity {
  /** Place in the feed; a bigint, so a string. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'indicator_change_pkey' })
  sequence!: string;

  @Column('uuid')
  indicatorId!: IndicatorId;

  @Column('integer')
  version!: number;

  @Column('text')
  kind!: ChangeKind;

  @Column('uuid')
  handlingScopeId!: HandlingScopeId;

  @Column('uuid', { nullable: true })
  onlyMemberId!: MemberId | null;

  @Column('boolean')
  latest!: boolean;

  /** Of a tombstone: empty. */
  @Column('json')
  content!: ChangeContent | Record<string, never>;

  @Column('timestamptz')
  changedAt!: Date;
}
