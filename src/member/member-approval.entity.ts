import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

import { MemberEntity } from './member.entity.js';

/** One admin's approval of an application, of the content that its hash names. */
@Entity('member_approval')
export class MemberApprovalEntity {
  @ForeignKey(() => MemberEntity, 'id', { name: 'member_approval_member_id_fkey' })
  @PrimaryColumn({ type: 'uuid' })
  memberId!: string;

  @PrimaryColumn({ type: 'uuid' })
  approvedBy!: string;

  @Column({ type: 'bytea' })
  contentHash!: Buffer;

  @Column({ type: 'timestamptz' })
  approvedAt!: Date;
}
