import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { PublicJwk, SigningKeyState } from './signing-key.js';

/** A key that access tokens are signed with, now, next or before. */
@Entity('signing_key')
@Check('signing_key_state_check', `state in ('NEXT', 'CURRENT', 'RETIRED')`)
@Index('signing_key_one_current', ['state'], { unique: true, where: `state = 'CURRENT'` })
@Index('signing_key_one_next', ['state'], { unique: true, where: `state = 'NEXT'` })
export class SigningKeyEntity {
  @PrimaryColumn({ type: 'text' })
  kid!: string;

  @Column({ type: 'text' })
  state!: SigningKeyState;

  @Column({ type: 'jsonb' })
  publicJwk!: PublicJwk;

  @Column({ type: 'bytea' })
  privateSealed!: Buffer;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  retiredAt!: Date | null;
}
