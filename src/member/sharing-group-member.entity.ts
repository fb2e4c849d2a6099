import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { MemberEntity } from './member.entity.js';
import { SharingGroupEntity } from './sharing-group.entity.js';

/** A member's place in a sharing group. */
@Entity('sharing_group_member')
@Index('sharing_group_member_member', ['memberId', 'sharingGroupId'])
export class SharingGroupMemberEntity {
  @ForeignKey(() => SharingGroupEntity, 'id', { name: 'sharing_group_member_sharing_group_id_fkey' })
  @PrimaryColumn({ type: 'uuid' })
  sharingGroupId!: string;

  @ForeignKey(() => MemberEntity, 'id', { name: 'sharing_group_member_member_id_fkey' })
  @PrimaryColumn({ type: 'uuid' })
  memberId!: string;

  @Column({ type: 'timestamptz' })
  joinedAt!: Date;
}
