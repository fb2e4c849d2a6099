import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

import type { ClientJwks } from './client-jwks.js';
import { PrincipalEntity } from './principal.entity.js';

/** A machine credential: a secret's hash, or public keys. Shares its id with the principal. */
@Entity('client')
@Check('client_one_proof_check', 'num_nonnulls(secret_hash, jwks, jwks_uri) = 1')
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

  /** Where it publishes its keys, where they do not stand here. */
  @Column({ type: 'text', nullable: true })
  jwksUri!: string | null;

  /** Whether it must prove its key with every request (RFC 9449). */
  @Column({ type: 'boolean', default: false })
  dpopRequired!: boolean;

  @Column({ type: 'timestamptz', nullable: true })
  secretRotatedAt!: Date | null;
}
