import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

import type { MemberStatus } from './member-status.js';
import { MemberEntity } from './member.entity.js';

/** One step of a member's life cycle, with who took it and why. */
@Entity('member_status_change')
@Index('member_status_change_member', ['memberId', 'id'])
export class MemberStatusChangeEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @ForeignKey(() => MemberEntity, 'id', { name: 'member_status_change_member_id_fkey' })
  @Column({ type: 'uuid' })
  memberId!: string;

  @Column({ type: 'text', nullable: true })
  fromStatus!: MemberStatus | null;

  @Column({ type: 'text' })
  toStatus!: MemberStatus;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  /** The user; null for what Cordon's own tools did. */
  @Column({ type: 'uuid', nullable: true })
  changedBy!: string | null;

  @Column({ type: 'timestamptz' })
  changedAt!: Date;
}
