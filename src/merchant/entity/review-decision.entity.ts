import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ClientId, DecisionId, JudgementId, MerchantId, ReportId, UserId } from '../../common/id.js';
import type { Tier } from '../../matching/index.js';
import type { JudgementVerdict } from '../judgement.js';
import type { DecisionKind } from '../review/decision.js';

/** A row of `review_decision`: one decision of an analyst. Never changed but to be undone. */
@Entity('review_decision')
@Check('review_decision_kind_check', "kind in ('MATCH', 'MERGE', 'SPLIT')")
@Check('review_decision_verdict_check', "verdict in ('SAME', 'DIFFERENT', 'UNSURE')")
@Index('review_decision_newest', ['decidedAt', 'id'])
@Index('review_decision_possible_match', ['possibleMatchId'])
export class ReviewDecisionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_decision_pkey' })
  id!: DecisionId;

  @Column('text')
  kind!: DecisionKind;

  @Column('text')
  verdict!: JudgementVerdict;

  /** The merchants that it was about, by the ids that they had. */
  @Column('uuid', { array: true })
  merchantIds!: MerchantId[];

  /** Of a match the two reports that were compared, of a split those that went; of a merger the oldest of each merchant. */
  @Column('uuid', { array: true })
  reportIds!: ReportId[];

  /** The engine's judgement UNSURE that it answers. */
  @ForeignKey('JudgementEntity', { name: 'review_decision_possible_match_id_fkey' })
  @Column('uuid', { nullable: true })
  possibleMatchId!: JudgementId | null;

  /** It parts what the engine had joined by itself. */
  @Column('boolean')
  overturned!: boolean;

  /** How well the engine said that the two agree, where it had put them before a person. */
  @Column('text', { nullable: true })
  tier!: Tier | null;

  /** The model of the engine's judgement that it answers or overturns. */
  @Column('text', { nullable: true })
  modelVersion!: string | null;

  @Column('text')
  reason!: string;

  @ForeignKey('PrincipalEntity', { name: 'review_decision_decided_by_fkey' })
  @Column('uuid')
  decidedBy!: UserId | ClientId;

  @Column('timestamptz')
  decidedAt!: Date;

  @Column('timestamptz', { nullable: true })
  undoneAt!: Date | null;

  @ForeignKey('PrincipalEntity', { name: 'review_decision_undone_by_fkey' })
  @Column('uuid', { nullable: true })
  undoneBy!: UserId | ClientId | null;

  @Column('text', { nullable: true })
  undoneReason!: string | null;
}
