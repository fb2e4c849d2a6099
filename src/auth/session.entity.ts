import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { AppUserEntity } from './app-user.entity.js';

/** A person's session: the hash of its one valid refresh token, and the times that end it. */
@Entity('session')
@Index('session_refresh_hash_key', ['refreshHash'], { unique: true })
@Index('session_by_user', ['userId'])
export class SessionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey(() => AppUserEntity, 'id', { name: 'session_user_id_fkey' })
  @Column({ type: 'uuid' })
  userId!: string;

  @Column({ type: 'bytea' })
  refreshHash!: Buffer;

  @Column({ type: 'timestamptz' })
  startedAt!: Date;

  @Column({ type: 'timestamptz' })
  usedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}
