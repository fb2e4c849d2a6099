import { Column, Entity, Generated, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A row of the append-only log. Written by `AuditLog` alone. */
@Entity('audit_entry')
@Index('audit_entry_member', ['memberId', 'entryNo'])
export class AuditEntryEntity {
  /** What the entry is called outside. None is looked up by it, so it has no index. */
  @Column('uuid')
  @Generated('uuid')
  id!: string;

  /** Order of appending, given by the database. A bigint, so a string. */
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'audit_entry_pkey',
  })
  entryNo!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'uuid', nullable: true })
  memberId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  principalId!: string | null;

  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text', nullable: true })
  purpose!: string | null;

  @Column({ type: 'text' })
  objectKind!: string;

  @Column({ type: 'uuid', array: true })
  objectIds!: string[];

  @Column({ type: 'text' })
  requestId!: string;

  @Column({ type: 'jsonb', nullable: true })
  detail!: unknown;
}
