import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ClientId, MemberId, ScreeningId, UserId } from '../common/id.js';
import type { Purpose } from '../indicator/index.js';
import type { AskedSubject } from './asked-subject.js';
import type { ScreeningAnswer, ScreeningOutcome } from './screening.js';

/** A row of `screening`: a question and its answer. Written once. */
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

  @ForeignKey('MemberEntity', { name: 'screening_member_id_fkey' })
  @Column('uuid')
  memberId!: MemberId;

  @ForeignKey('PrincipalEntity', { name: 'screening_principal_id_fkey' })
  @Column('uuid')
  principalId!: UserId | ClientId;

  @Column('text')
  purpose!: Purpose;

  @Column('text')
  ref!: string;

  @Column('text')
  outcome!: ScreeningOutcome;

  @Column('jsonb')
  subject!: AskedSubject;

  @Column('jsonb')
  answer!: ScreeningAnswer;

  @Column('timestamptz')
  createdAt!: Date;
}
