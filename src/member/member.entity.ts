import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { MemberKind } from './member-kind.js';
import type { MemberStatus } from './member-status.js';

/** An organisation of the coalition, or one that applied to be. Its unique name is kept by member_name_key. */
@Entity('member')
@Check(
  'member_kind_check',
  `kind in ('CARD_NETWORK', 'ACQUIRER', 'ISSUER', 'PAYMENT_PROCESSOR', 'PAYMENT_FACILITATOR', 'DIGITAL_WALLET',
    'MONEY_TRANSFER', 'VIRTUAL_ASSET_PROVIDER', 'CLEARINGHOUSE', 'HOTLINE', 'LAW_ENFORCEMENT_LIAISON')`,
)
@Check('member_status_check', `status in ('APPLIED', 'ACTIVE', 'SUSPENDED', 'REJECTED', 'LEFT')`)
@Check('member_country_check', `country ~ '^[A-Z]{2}$'`)
@Index('member_status_name', ['status', 'name', 'id'])
export class MemberEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  kind!: MemberKind;

  /** ISO 3166-1 alpha-2. */
  @Column({ type: 'text' })
  country!: string;

  @Column({ type: 'text', nullable: true })
  region!: string | null;

  @Column({ type: 'text' })
  status!: MemberStatus;

  @Column({ type: 'text', nullable: true })
  agreementVersion!: string | null;

  @Column({ type: 'text', nullable: true })
  agreementSignedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  agreementSignedAt!: Date | null;

  @Column({ type: 'timestamptz' })
  appliedAt!: Date;

  @Column({ type: 'timestamptz' })
  changedAt!: Date;
}
