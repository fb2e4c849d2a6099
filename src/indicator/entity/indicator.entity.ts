import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { HandlingScopeId, IndicatorId, MerchantId } from '../../common/id.js';
import type { IdentifierType, Strength } from '../../identifier/index.js';
import type { ReportReason } from '../../report/index.js';
import type { Confidence } from '../confidence.js';
import type { IndicatorStatus } from '../indicator-status.js';

/** A row of `indicator`: an identifier of a merchant as it is seen within one handling scope. */
@Entity('indicator')
@Check('indicator_status_check', "status in ('ACTIVE', 'DISPUTED', 'EXPIRED', 'REVOKED', 'SUPERSEDED')")
@Check('indicator_confidence_check', "confidence in ('LOW', 'MODERATE', 'HIGH')")
@Check('indicator_source_count_check', 'source_count > 0')
@Index('indicator_identity_key', ['merchantViewId', 'handlingScopeId', 'valueHash'], { unique: true })
@Index('indicator_merchant', ['merchantId'])
@Index('indicator_scope', ['handlingScopeId', 'id'])
@Index('indicator_type', ['type', 'id'])
@Index('indicator_value', ['valueHash'])
export class IndicatorEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'indicator_pkey' })
  id!: IndicatorId;

  @Column('uuid')
  merchantId!: MerchantId;

  @Column('uuid')
  merchantViewId!: MerchantId;

  @Column('uuid')
  handlingScopeId!: HandlingScopeId;

  @Column('text')
  type!: IdentifierType;

  @Column('text', { nullable: true })
  scope!: string | null;

  @Column('bytea')
  valueHash!: Buffer;

  @Column('text')
  display!: string;

  @Column('text', { nullable: true })
  country!: string | null;

  @Column('text')
  strength!: Strength;

  @Column('boolean')
  shared!: boolean;

  @Column('text', { nullable: true })
  exclusiveWithin!: string | null;

  @Column('text')
  status!: IndicatorStatus;

  @Column('integer')
  version!: number;

  @Column('text')
  reason!: ReportReason;

  @Column('text')
  confidence!: Confidence;

  @Column('integer')
  sourceCount!: number;

  @Column('timestamptz')
  validFrom!: Date;

  @Column('timestamptz')
  validUntil!: Date;

  @Column('timestamptz')
  changedAt!: Date;
}
