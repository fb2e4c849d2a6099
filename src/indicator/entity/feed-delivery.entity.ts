import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { HandlingScopeId, MemberId } from '../../common/id.js';

/** A row of `feed_delivery`: what a member was handed of the feed. Places are bigints, so strings (deliveries.ts). */
@Entity('feed_delivery')
@Check('feed_delivery_range_check', 'from_place <= to_place and to_place <= mark')
export class FeedDeliveryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'feed_delivery_pkey' })
  handlingScopeId!: HandlingScopeId;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'feed_delivery_pkey' })
  memberId!: MemberId;

  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'feed_delivery_pkey' })
  fromPlace!: string;

  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'feed_delivery_pkey' })
  toPlace!: string;

  @Column('bigint')
  mark!: string;
}
