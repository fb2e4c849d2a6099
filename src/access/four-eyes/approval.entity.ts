import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { ApprovalKind } from './approval.js';

/**
 * One person's agreement to exactly one content. Written once. Who gave it is filled in from who the transaction was entered
 * as: so they exist, and no foreign keys ask for them once more.
 */
@Entity('approval')
@Check(
  'approval_kind_check',
  "kind in ('MEMBER', 'ROLE_GRANT', 'HOLD_RELEASE', 'BREAK_GLASS', 'DISPUTE_RULING')",
)
@Check('approval_digest_check', 'octet_length(content_digest) = 32')
@Index('approval_once_key', ['kind', 'objectId', 'contentDigest', 'principalId', 'principalEpoch'], {
  unique: true,
})
@Index('approval_principal', ['principalId'])
export class ApprovalEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'approval_pkey' })
  id!: string;

  @Column('text')
  kind!: ApprovalKind;

  @Column('uuid')
  objectId!: string;

  @Column('bytea')
  contentDigest!: Buffer;

  @Column('uuid')
  principalId!: string;

  @Column('uuid')
  memberId!: string;

  /** The roles that the person had when approving. */
  @Column('text', { array: true })
  actingRoles!: string[];

  /** The epoch of the person's power then: the approval counts while it is the same. */
  @Column('integer')
  principalEpoch!: number;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz')
  at!: Date;
}
