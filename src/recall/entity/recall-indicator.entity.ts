import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { IndicatorId, RecallId } from '../../common/id.js';
import type { IdentifierType } from '../../identifier/index.js';

/** A row of `recall_indicator`: an indicator that is recalled, as it was shown while it was shared. */
@Entity('recall_indicator')
@Index('recall_indicator_indicator', ['indicatorId'])
export class RecallIndicatorEntity {
  @ForeignKey('RecallEntity', { name: 'recall_indicator_recall_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recall_indicator_pkey' })
  recallId!: RecallId;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recall_indicator_pkey' })
  indicatorId!: IndicatorId;

  @Column('text')
  type!: IdentifierType;

  @Column('text', { nullable: true })
  scope!: string | null;

  @Column('text')
  display!: string;

  @Column('bytea')
  valueHash!: Buffer;

  /** Its place in the feed; a bigint, so a string. */
  @Column('bigint')
  place!: string;
}
