import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { EventId, MemberId } from '../../common/id.js';
import type { EventKind } from '../event-kind.js';

/** A row of `waiting_member_event`: an event that has no place yet. */
@Entity('waiting_member_event')
export class WaitingMemberEventEntity {
  /** Order of writing; a bigint, so a string. */
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'waiting_member_event_pkey',
  })
  eventNo!: string;

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
