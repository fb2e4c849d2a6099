import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ClientId, DecisionId, JudgementId, ReportId, UserId } from '../../common/id.js';
import type { JudgementOrigin, JudgementVerdict } from '../judgement.js';

/** A row of `judgement`: one decision about two descriptions. Never changed but to be withdrawn. */
@Entity('judgement')
@Check('judgement_order_check', 'description_a < description_b')
@Check('judgement_verdict_check', "verdict in ('SAME', 'DIFFERENT', 'UNSURE')")
@Check('judgement_origin_check', "origin in ('ENGINE', 'ANALYST')")
@Index('judgement_open_key', ['descriptionA', 'descriptionB', 'origin'], {
  unique: true,
  where: 'withdrawn_at is null',
})
@Index('judgement_b', ['descriptionB', 'descriptionA'])
@Index('judgement_decision', ['decisionId'])
@Index('judgement_replaces', ['replacesId'])
@Index('judgement_possible', ['decidedAt', 'id'], {
  where: "origin = 'ENGINE' and verdict = 'UNSURE' and withdrawn_at is null",
})
export class JudgementEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'judgement_pkey' })
  id!: JudgementId;

  @ForeignKey('DescriptionEntity', { name: 'judgement_description_a_fkey' })
  @Column('uuid')
  descriptionA!: ReportId;

  @ForeignKey('DescriptionEntity', { name: 'judgement_description_b_fkey' })
  @Column('uuid')
  descriptionB!: ReportId;

  @Column('text')
  verdict!: JudgementVerdict;

  @Column('text')
  origin!: JudgementOrigin;

  @Column('jsonb')
  evidence!: object;

  @Column('text', { nullable: true })
  modelVersion!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { nullable: true })
  decidedBy!: UserId | ClientId | null;

  @Column('timestamptz')
  decidedAt!: Date;

  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  @Column('uuid', { nullable: true })
  withdrawnBy!: UserId | ClientId | null;

  @Column('text', { nullable: true })
  withdrawnReason!: string | null;

  /** The analyst's decision that it is part of; null for the engine's. */
  @ForeignKey('ReviewDecisionEntity', { name: 'judgement_decision_id_fkey' })
  @Column('uuid', { nullable: true })
  decisionId!: DecisionId | null;

  /** The analyst's judgement on the same pair whose place it took: that one stands again when the decision is undone. */
  @ForeignKey('JudgementEntity', { name: 'judgement_replaces_id_fkey' })
  @Column('uuid', { nullable: true })
  replacesId!: JudgementId | null;
}
