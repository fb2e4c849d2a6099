import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import type { Actor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import { Clock } from '../common/clock.js';
import type { DisputeId } from '../common/id.js';
import { accepted, refused, type Refusal } from '../common/refusal.js';
import { Database, Outbox } from '../database/index.js';
import { checkStatement } from './check-dispute.js';
import { DISPUTE_NOT_FOUND } from './dispute-refusal.js';
import { DisputeRepository } from './dispute.repository.js';
import type { DisputeResult } from './dispute.service.js';
import { ReviewRepository } from './review.repository.js';
import { DISPUTE_CHANGED, type DisputeChanged } from './topics.js';

/**
 * Answers for members that have left: what they reported stays under the coalition's care (product.md, Life cycles, Member), and
 * nobody else can keep it from being lost by silence.
 */
@Injectable()
export class DisputeCare {
  constructor(
    private readonly database: Database,
    private readonly disputes: DisputeRepository,
    private readonly reviews: ReviewRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Stands by what members that have left had reported, so that the dispute is decided and not lost: by an analyst who is no
   * party, of reports that are open to analysts. To take it off the list is for those who rule, two of them; and whoever stands by
   * it is on that side from now on, and rules no more.
   */
  async standBy(
    actor: Actor,
    { disputeId, statement }: { readonly disputeId: DisputeId; readonly statement: string },
  ): Promise<DisputeResult> {
    const faults = checkStatement(statement, 'statement');
    if (faults.length > 0) return refused(...faults);
    return this.database.asActor(actor, async (tx): Promise<DisputeResult> => {
      const dispute = await this.disputes.lock(tx, actor, disputeId);
      if (dispute?.part !== 'REVIEWER') return refused(DISPUTE_NOT_FOUND);
      const answer = { statement: statement.trim(), at: this.clock.now() };
      const answered = await this.reviews.answerInCare(tx, actor, disputeId, answer);
      if (answered.length === 0) return refused(NOBODY_IN_CARE);
      await this.outbox.put(tx, DISPUTE_CHANGED, { disputeId } satisfies DisputeChanged);
      await this.audit.append(tx, actor, {
        action: 'dispute.answer-in-care',
        objectKind: 'dispute',
        objectIds: [disputeId],
      });
      const changed = await this.disputes.find(tx, actor, disputeId);
      assert(changed !== undefined, 'who answers is a side of the dispute');
      return accepted(changed);
    });
  }
}

const NOBODY_IN_CARE: Refusal<'NOT_ALLOWED_IN_STATE'> = {
  code: 'NOT_ALLOWED_IN_STATE',
  field: ['disputeId'],
  message: 'It waits for the answer of no member that has left and whose reports you may read.',
};
