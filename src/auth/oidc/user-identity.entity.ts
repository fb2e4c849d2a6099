import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { PrincipalEntity } from '../principal.entity.js';

/** The account at a member's provider, by issuer and subject, that one of the member's people signs in by. */
@Entity('user_identity')
@Index('user_identity_user_key', ['userId', 'issuer'], { unique: true })
@ForeignKey(() => PrincipalEntity, ['userId', 'memberId'], ['id', 'memberId'], {
  name: 'user_identity_user_fkey',
})
export class UserIdentityEntity {
  @PrimaryColumn({ type: 'uuid' })
  memberId!: string;

  @PrimaryColumn({ type: 'text' })
  issuer!: string;

  @PrimaryColumn({ type: 'text' })
  subject!: string;

  @Column({ type: 'uuid' })
  userId!: string;

  /** Who linked it: the person by an invitation, or an admin of the member. */
  @Column({ type: 'uuid' })
  linkedBy!: string;

  @Column({ type: 'timestamptz' })
  linkedAt!: Date;
}
