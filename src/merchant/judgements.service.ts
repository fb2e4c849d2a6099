import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import { type Actor, principalId } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { type JudgementId, newId, type ReportId } from '../common/id.js';
import { accepted, refused, type Result } from '../common/refusal.js';
import { Database, Outbox, type Tx } from '../database/index.js';
import { JudgementEntity } from './entity/judgement.entity.js';
import { type JudgementVerdict, orderedPair } from './judgement.js';
import { DESCRIPTION_CHANGED, type DescriptionChanged } from './topics.js';

/** The most characters of a judgement's reason. */
export const JUDGEMENT_REASON_MAX = 1_000;

/** An analyst's judgement about two reports, as its maker sees it. */
export interface Judgement {
  readonly id: JudgementId;
  readonly reportIds: readonly [ReportId, ReportId];
  readonly verdict: JudgementVerdict;
  readonly reason: string;
  readonly decidedAt: Date;
  readonly withdrawnAt: Date | null;
}

export type JudgementRefusalCode = 'REQUIRED' | 'NOT_FOUND' | 'DUPLICATE' | 'NOT_ALLOWED_IN_STATE';

/**
 * Analysts' judgements: the truth that clusters are a projection of. A new judgement about a pair takes the place of the
 * open one; withdrawing it leaves the decision to the engine again. Nothing is overwritten.
 */
@Injectable()
export class Judgements {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  record(
    actor: Actor,
    input: {
      readonly reportIds: readonly ReportId[];
      readonly verdict: JudgementVerdict;
      readonly reason: string;
    },
  ): Promise<Result<Judgement, JudgementRefusalCode>> {
    return this.database.asActor(actor, async (tx) => {
      const [one, other] = input.reportIds;
      if (one === undefined || other === undefined || one === other || input.reportIds.length !== 2)
        return refused({
          code: 'DUPLICATE',
          field: ['reportIds'],
          message: 'Name two different reports.',
        });
      const [a, b] = orderedPair(one, other);
      if (!(await this.lockPair(tx, a, b)))
        return refused({
          code: 'NOT_FOUND',
          field: ['reportIds'],
          message: 'There is no such pair of reports.',
        });

      const now = this.clock.now();
      const judgements = tx.manager.getRepository(JudgementEntity);
      await judgements
        .createQueryBuilder()
        .update()
        .set({
          withdrawnAt: now,
          withdrawnBy: principalId(actor),
          withdrawnReason: 'Another judgement took its place.',
        })
        .where({ descriptionA: a, descriptionB: b, origin: 'ANALYST' })
        .andWhere('withdrawn_at is null')
        .execute();
      const judgement: JudgementEntity = {
        id: newId('judgement'),
        descriptionA: a,
        descriptionB: b,
        verdict: input.verdict,
        origin: 'ANALYST',
        evidence: {},
        modelVersion: null,
        reason: input.reason,
        decidedBy: principalId(actor),
        decidedAt: now,
        withdrawnAt: null,
        withdrawnBy: null,
        withdrawnReason: null,
      };
      await judgements.insert(judgement);
      await this.resolveAgain(tx, a, b);
      await this.audit.append(tx, actor, {
        action: 'merchant.judge',
        objectKind: 'judgement',
        objectIds: [judgement.id, a, b],
        detail: { verdict: input.verdict },
      });
      return accepted(toJudgement(judgement));
    });
  }

  withdraw(
    actor: Actor,
    input: { readonly judgementId: JudgementId; readonly reason: string },
  ): Promise<Result<Judgement, JudgementRefusalCode>> {
    return this.database.asActor(actor, async (tx) => {
      const judgements = tx.manager.getRepository(JudgementEntity);
      const judgement = await judgements.findOne({
        where: { id: input.judgementId, origin: 'ANALYST' },
        lock: { mode: 'pessimistic_write' },
      });
      if (judgement === null)
        return refused({ code: 'NOT_FOUND', field: ['judgementId'], message: 'There is no such judgement.' });
      if (judgement.withdrawnAt !== null)
        return refused({
          code: 'NOT_ALLOWED_IN_STATE',
          field: ['judgementId'],
          message: 'The judgement has been withdrawn already.',
        });
      const withdrawn = {
        withdrawnAt: this.clock.now(),
        withdrawnBy: principalId(actor),
        withdrawnReason: input.reason,
      };
      await judgements.update({ id: judgement.id }, withdrawn);
      await this.resolveAgain(tx, judgement.descriptionA, judgement.descriptionB);
      await this.audit.append(tx, actor, {
        action: 'merchant.withdraw-judgement',
        objectKind: 'judgement',
        objectIds: [judgement.id, judgement.descriptionA, judgement.descriptionB],
      });
      return accepted(toJudgement(Object.assign(judgement, withdrawn)));
    });
  }

  /** Two judgements about one pair at once go one after the other. False: at least one of the two does not exist. */
  private async lockPair(tx: Tx, a: ReportId, b: ReportId): Promise<boolean> {
    const rows = await tx.query(
      'select id from description where id in ($1, $2) order by id for no key update',
      [a, b],
    );
    return rows.length === 2;
  }

  private async resolveAgain(tx: Tx, a: ReportId, b: ReportId): Promise<void> {
    await this.outbox.put(tx, DESCRIPTION_CHANGED, { descriptionIds: [a, b] } satisfies DescriptionChanged);
  }
}

function toJudgement(row: JudgementEntity): Judgement {
  return {
    id: row.id,
    reportIds: [row.descriptionA, row.descriptionB],
    verdict: row.verdict,
    reason: row.reason ?? '',
    decidedAt: row.decidedAt,
    withdrawnAt: row.withdrawnAt,
  };
}
