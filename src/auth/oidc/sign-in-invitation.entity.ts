import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { PrincipalEntity } from '../principal.entity.js';

/** An admin's leave for one person to link their account at the member's provider, once. */
@Entity('sign_in_invitation')
@Index('sign_in_invitation_secret_key', ['secretHash'], { unique: true })
@Index('sign_in_invitation_user', ['userId'])
@ForeignKey(() => PrincipalEntity, ['userId', 'memberId'], ['id', 'memberId'], {
  name: 'sign_in_invitation_user_fkey',
})
export class SignInInvitationEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  memberId!: string;

  @Column({ type: 'uuid' })
  userId!: string;

  @Column({ type: 'bytea' })
  secretHash!: Buffer;

  @Column({ type: 'uuid' })
  createdBy!: string;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
