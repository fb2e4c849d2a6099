import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { IndicatorId } from '../../common/id.js';
import type { SourceBand } from '../../indicator/index.js';

/** A row of `opinion_tally`: what may be told of the opinions of an indicator. */
@Entity('opinion_tally')
@Check('opinion_tally_confirmed_check', "confirmed in ('UNDER_THREE', 'THREE_TO_NINE', 'TEN_OR_MORE')")
@Check('opinion_tally_seen_too_check', "seen_too in ('UNDER_THREE', 'THREE_TO_NINE', 'TEN_OR_MORE')")
@Check('opinion_tally_outdated_check', "outdated in ('UNDER_THREE', 'THREE_TO_NINE', 'TEN_OR_MORE')")
@Check(
  'opinion_tally_false_positive_check',
  "false_positive in ('UNDER_THREE', 'THREE_TO_NINE', 'TEN_OR_MORE')",
)
export class OpinionTallyEntity {
  @ForeignKey('IndicatorEntity', { name: 'opinion_tally_indicator_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'opinion_tally_pkey' })
  indicatorId!: IndicatorId;

  @Column('text')
  confirmed!: SourceBand;

  @Column('text')
  seenToo!: SourceBand;

  @Column('text')
  outdated!: SourceBand;

  @Column('text')
  falsePositive!: SourceBand;

  /** Whether these opinions challenge the listing now. */
  @Column('boolean')
  challenged!: boolean;
}
