import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { EventId, MemberId } from '../../common/id.js';
import type { EventKind } from '../event-kind.js';

/** A row of `member_event`: something that happened and concerns one member. */
@Entity('member_event')
@Index('member_event_member', ['memberId', 'sequence'])
export class MemberEventEntity {
  /** Its place in the order of commits; a bigint, so a string. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'member_event_pkey' })
  sequence!: string;

  @Column('uuid')
  id!: EventId;

  @Column('uuid')
  memberId!: MemberId;

  @Column('text')
  kind!: EventKind;

  /** Of what the kind is about. */
  @Column('uuid')
  objectId!: string;

  @Column('timestamptz')
  at!: Date;
}
