import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MemberId, ServiceRangeId, UserId } from '../../common/id.js';
import type { ServiceRangeKind } from '../../identifier/index.js';

/** A row of `service_range`: what a member serves, or served until it was removed. */
@Entity('service_range')
@Check(
  'service_range_kind_check',
  `kind in ('ACQUIRER', 'FACILITATOR', 'WALLET_PROVIDER', 'BIC', 'IBAN_BANK', 'CLEARING_CODE')`,
)
@Check('service_range_removed_check', '(removed_at is null) = (removed_by is null)')
@Index('service_range_served', ['kind', 'value'], { unique: true, where: 'removed_at is null' })
@Index('service_range_member', ['memberId', 'kind', 'value'], { where: 'removed_at is null' })
@Index('service_range_listed', ['kind', 'value', 'id'], { where: 'removed_at is null' })
export class ServiceRangeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_range_pkey' })
  id!: ServiceRangeId;

  @ForeignKey('MemberEntity', { name: 'service_range_member_id_fkey' })
  @Column('uuid')
  memberId!: MemberId;

  @Column('text')
  kind!: ServiceRangeKind;

  @Column('text')
  value!: string;

  @ForeignKey('PrincipalEntity', { name: 'service_range_registered_by_fkey' })
  @Column('uuid')
  registeredBy!: UserId;

  @Column('timestamptz')
  registeredAt!: Date;

  @ForeignKey('PrincipalEntity', { name: 'service_range_removed_by_fkey' })
  @Column('uuid', { nullable: true })
  removedBy!: UserId | null;

  @Column('timestamptz', { nullable: true })
  removedAt!: Date | null;
}
