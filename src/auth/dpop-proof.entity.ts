import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A DPoP proof that has been used, kept until it is refused by its age so that it counts once on all instances. */
@Entity('dpop_proof')
@Index('dpop_proof_expiry', ['expiresAt'])
export class DpopProofEntity {
  /** SHA-256 of the key's thumbprint and the proof's `jti`. */
  @PrimaryColumn({ type: 'bytea' })
  proofHash!: Buffer;

  @Column({ type: 'timestamptz' })
  expiresAt!: Date;
}
