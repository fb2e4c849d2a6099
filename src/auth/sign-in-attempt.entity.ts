import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A try to sign in, of a known or an unknown e-mail address, kept while it counts. */
@Entity('sign_in_attempt')
@Index('sign_in_attempt_email', ['email', 'attemptedAt'])
export class SignInAttemptEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'timestamptz' })
  attemptedAt!: Date;
}
