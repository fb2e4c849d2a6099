import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MerchantId } from '../../common/id.js';
import type { ChallengeKind } from '../challenges.js';

/** A row of `listing_challenge`: what is listed of these descriptions is disputed. The index of its array is GIN. */
@Entity('listing_challenge')
@Check('listing_challenge_kind_check', "kind in ('DISPUTE', 'OPINIONS')")
@Index('listing_challenge_merchants', { synchronize: false })
export class ListingChallengeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'listing_challenge_pkey' })
  id!: string;

  @Column('text')
  kind!: ChallengeKind;

  /** Of the descriptions that are challenged, each by the merchant that it was when it came. */
  @Column('uuid', { array: true })
  ownMerchantIds!: MerchantId[];

  @Column('timestamptz')
  since!: Date;
}
