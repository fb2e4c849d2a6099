import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import type { Role } from '../common/actor.js';
import { PrincipalEntity } from './principal.entity.js';

/** A person's sign-in. Shares its id with the principal. */
@Entity('app_user')
@Check('app_user_email_check', 'email = lower(email)')
@Index('app_user_email_key', ['email'], { unique: true })
export class AppUserEntity {
  @ForeignKey(() => PrincipalEntity, 'id', { name: 'app_user_id_fkey' })
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** In lower case. */
  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', array: true })
  roles!: Role[];

  /** Argon2id, in the PHC string format. */
  @Column({ type: 'text' })
  passwordHash!: string;

  @Column({ type: 'bytea' })
  totpSecretSealed!: Buffer;

  /** The last time step whose code was used. A bigint, so a string. */
  @Column({ type: 'bigint', nullable: true })
  totpLastStep!: string | null;
}
