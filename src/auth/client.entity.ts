import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

import type { ClientJwks } from './client-jwks.js';
import { PrincipalEntity } from './principal.entity.js';

/** A machine credential: a secret's hash, or public keys. Shares its id with the principal. */
@Entity('client')
export class ClientEntity {
  @ForeignKey(() => PrincipalEntity, 'id', { name: 'client_id_fkey' })
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', array: true })
  scopes!: string[];

  @Column({ type: 'bytea', nullable: true })
  secretHash!: Buffer | null;

  @Column({ type: 'jsonb', nullable: true })
  jwks!: ClientJwks | null;

  @Column({ type: 'timestamptz', nullable: true })
  secretRotatedAt!: Date | null;
}
