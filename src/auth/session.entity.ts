import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { AppUserEntity } from './app-user.entity.js';
import type { SignInMethod } from './proof.js';
import type { SessionKind } from './session-rule.js';

/** A person's session: the hash of its one valid secret, how and when they proved who they are, and what ends it. */
@Entity('session')
@Check('session_kind_check', `kind in ('PROGRAM', 'BROWSER')`)
@Check('session_method_check', `method in ('PASSWORD', 'PASSKEY', 'PROVIDER')`)
@Check('session_epoch_check', `kind = 'PROGRAM' or epoch is not null`)
@Index('session_refresh_hash_key', ['refreshHash'], { unique: true })
@Index('session_by_user', ['userId'])
@Index('session_start', ['startedAt'])
export class SessionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey(() => AppUserEntity, 'id', { name: 'session_user_id_fkey' })
  @Column({ type: 'uuid' })
  userId!: string;

  /** Of a program's refresh token, or of a browser's cookie. */
  @Column({ type: 'bytea' })
  refreshHash!: Buffer;

  @Column({ type: 'timestamptz' })
  startedAt!: Date;

  @Column({ type: 'timestamptz' })
  usedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'text', default: 'PROGRAM' })
  kind!: SessionKind;

  @Column({ type: 'text', default: 'PASSWORD' })
  method!: SignInMethod;

  @Column({ type: 'text', array: true, default: '{}' })
  amr!: string[];

  /** Of a browser's: the epoch that it began in. A change of the person's power ends it by itself. */
  @Column({ type: 'integer', nullable: true })
  epoch!: number | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  authenticatedAt!: Date;
}
