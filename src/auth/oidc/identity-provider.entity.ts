import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import type { PublicEcJwk } from './provider-key.js';

/** A member's own OpenID Connect provider, and how Cordon proves itself there: by a secret or by a key of its own. */
@Entity('identity_provider')
@Check('identity_provider_credential_check', '(client_secret_sealed is null) <> (private_key_sealed is null)')
@Check('identity_provider_key_check', '(private_key_sealed is null) = (public_jwk is null)')
@Index('identity_provider_member_key', ['memberId'], { unique: true })
export class IdentityProviderEntity {
  /** Names the provider in addresses: random, so that it tells nothing of whose it is. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  // By name: the member part stands above this one and may not be imported.
  @ForeignKey('MemberEntity', 'id', { name: 'identity_provider_member_id_fkey' })
  @Column({ type: 'uuid' })
  memberId!: string;

  @Column({ type: 'text' })
  issuer!: string;

  @Column({ type: 'text' })
  clientId!: string;

  @Column({ type: 'bytea', nullable: true })
  clientSecretSealed!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  privateKeySealed!: Buffer | null;

  @Column({ type: 'jsonb', nullable: true })
  publicJwk!: PublicEcJwk | null;

  /** Values of `acr` that stand for a second factor at this provider. */
  @Column({ type: 'text', array: true })
  acceptedAcr!: string[];

  /** Whether the member's people sign in by it alone. */
  @Column({ type: 'boolean' })
  required!: boolean;

  @Column({ type: 'timestamptz' })
  changedAt!: Date;
}
