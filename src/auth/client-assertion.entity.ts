import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { ClientEntity } from './client.entity.js';

/** An assertion that a client signed in with, kept until it expires so that it counts once on all instances. */
@Entity('client_assertion')
@Index('client_assertion_expiry', ['expiresAt'])
export class ClientAssertionEntity {
  @ForeignKey(() => ClientEntity, 'id', { name: 'client_assertion_client_id_fkey' })
  @PrimaryColumn({ type: 'uuid' })
  clientId!: string;

  @PrimaryColumn({ type: 'text' })
  jti!: string;

  @Column({ type: 'timestamptz' })
  expiresAt!: Date;
}
