import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { AppUserEntity } from '../app-user.entity.js';

/** A person's passkey: the public half of a key that their authenticator keeps for this host. */
@Entity('passkey')
@Index('passkey_credential_key', ['credentialId'], { unique: true })
@Index('passkey_user', ['userId', 'createdAt', 'id'])
export class PasskeyEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey(() => AppUserEntity, 'id', { name: 'passkey_user_id_fkey' })
  @Column({ type: 'uuid' })
  userId!: string;

  /** What its owner calls it. */
  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'bytea' })
  credentialId!: Buffer;

  /** COSE. */
  @Column({ type: 'bytea' })
  publicKey!: Buffer;

  /** Of signatures, by the authenticator's own count; 0 for those that do not count. A bigint, so a string. */
  @Column({ type: 'bigint' })
  counter!: string;

  @Column({ type: 'text', array: true })
  transports!: string[];

  /** Whether it may be copied between the person's devices, as by a phone's own password store. */
  @Column({ type: 'boolean' })
  synced!: boolean;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
