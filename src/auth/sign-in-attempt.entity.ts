import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A try to sign in, of a known or an unknown e-mail address, kept while it counts. */
@Entity('sign_in_attempt')
@Index('sign_in_attempt_email', ['email', 'attemptedAt'])
@Index('sign_in_attempt_network', ['network', 'attemptedAt'], { where: '(NOT familiar)' })
export class SignInAttemptEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'timestamptz' })
  attemptedAt!: Date;

  /** The network that it came from, as a keyed hash. */
  @Column({ type: 'bytea', default: () => "'\\x'" })
  network!: Buffer;

  /** Whether the person had signed in from that network before. */
  @Column({ type: 'boolean', default: false })
  familiar!: boolean;
}
