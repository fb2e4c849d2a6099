import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ClientId, MemberId, ScreeningId, UserId } from '../common/id.js';
import type { Purpose } from '../indicator/index.js';
import type { AskedSubject } from './asked-subject.js';
import type { ScreeningAnswer, ScreeningOutcome } from './screening.js';

/**
 * A row of `screening`: a question and its answer. Written once, by the statement that enters as the member and principal:
 * so they exist, and no foreign keys ask for them once more. JSON, not JSONB: it is handed out as it was written.
 */
@Entity('screening')
@Check(
  'screening_purpose_check',
  "purpose in ('ONBOARDING', 'PERIODIC_REVIEW', 'TRANSACTION', 'RETROSPECTIVE', 'INVESTIGATION', 'PRINCIPAL_CHANGE')",
)
@Check('screening_outcome_check', "outcome in ('CLEAR', 'MATCHES', 'REFUSED')")
@Index('screening_member_created', ['memberId', 'createdAt', 'id'])
export class ScreeningEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'screening_pkey' })
  id!: ScreeningId;

  @Column('uuid')
  memberId!: MemberId;

  @Column('uuid')
  principalId!: UserId | ClientId;

  @Column('text')
  purpose!: Purpose;

  @Column('text')
  ref!: string;

  @Column('text')
  outcome!: ScreeningOutcome;

  @Column('json')
  subject!: AskedSubject;

  @Column('json')
  answer!: ScreeningAnswer;

  @Column('timestamptz')
  createdAt!: Date;
}
