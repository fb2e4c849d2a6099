import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import type { Actor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import { Clock } from '../common/clock.js';
import type { DisputeId } from '../common/id.js';
import { accepted, refused, type Refusal } from '../common/refusal.js';
import { Database, Outbox, type Tx } from '../database/index.js';
import { MemberEvents } from '../event/index.js';
import { checkStatement } from './check-dispute.js';
import type { DisputeAnswer } from './dispute.js';
import { DISPUTE_NOT_FOUND } from './dispute-refusal.js';
import { DisputeRepository } from './dispute.repository.js';
import type { DisputeResult } from './dispute.service.js';
import { refuseAppeal } from './dispute-terms.js';
import { DISPUTE_CHANGED, type DisputeChanged } from './topics.js';

/** What the sides of a dispute do: who reported answers, and either side may appeal, once. */
@Injectable()
export class DisputeSides {
  constructor(
    private readonly database: Database,
    private readonly disputes: DisputeRepository,
    private readonly outbox: Outbox,
    private readonly events: MemberEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers for the own member's reports, once and in time. WITHDRAW takes them out of what is listed at once and for good;
   * CORRECT says that a correction, made since the dispute was filed, is what stands.
   */
  async answer(
    actor: Actor,
    input: { readonly disputeId: DisputeId; readonly answer: DisputeAnswer; readonly statement: string },
  ): Promise<DisputeResult> {
    const faults = checkStatement(input.statement, 'statement');
    if (faults.length > 0) return refused(...faults);
    return this.database.asActor(actor, async (tx): Promise<DisputeResult> => {
      const { disputeId: id, answer } = input;
      const dispute = await this.disputes.find(tx, actor, id);
      if (dispute === undefined || dispute.ownReportIds.length === 0) return refused(DISPUTE_NOT_FOUND);
      if (answer === 'CORRECT' && !(await this.disputes.hasCorrected(tx, actor, id)))
        return refused(NOT_CORRECTED);
      const at = this.clock.now();
      const taken = await this.disputes.answer(tx, actor, id, {
        answer,
        statement: input.statement.trim(),
        at,
      });
      if (!taken) {
        // Somebody of the member may have answered since it was found.
        const present = await this.disputes.find(tx, actor, id);
        return refused(present?.answer == null ? TOO_LATE : ANSWERED);
      }
      await this.events.write(tx, [{ memberId: actor.memberId, kind: 'DISPUTE_ANSWERED', objectId: id }]);
      await this.outbox.put(tx, DISPUTE_CHANGED, { disputeId: id } satisfies DisputeChanged);
      return this.changed(tx, actor, id, 'dispute.answer');
    });
  }

  /** Asks for a decision by other people. What the ruling took out stays out until they overturn it. */
  async appeal(
    actor: Actor,
    input: { readonly disputeId: DisputeId; readonly statement: string },
  ): Promise<DisputeResult> {
    const faults = checkStatement(input.statement, 'statement');
    if (faults.length > 0) return refused(...faults);
    return this.database.asActor(actor, async (tx): Promise<DisputeResult> => {
      const dispute = await this.disputes.lock(tx, actor, input.disputeId);
      if (dispute === undefined || dispute.part === 'REVIEWER') return refused(DISPUTE_NOT_FOUND);
      const now = this.clock.now();
      const refusal = refuseAppeal(dispute, now);
      if (refusal !== undefined) return refused(refusal);
      await this.disputes.appeal(tx, actor, dispute.id, input.statement.trim(), now);
      const change = { disputeId: dispute.id, told: 'DISPUTE_APPEALED' } as const satisfies DisputeChanged;
      await this.outbox.put(tx, DISPUTE_CHANGED, change);
      return this.changed(tx, actor, dispute.id, 'dispute.appeal');
    });
  }

  private async changed(tx: Tx, actor: Actor, id: DisputeId, action: string): Promise<DisputeResult> {
    await this.audit.append(tx, actor, { action, objectKind: 'dispute', objectIds: [id] });
    const dispute = await this.disputes.find(tx, actor, id);
    assert(dispute !== undefined, 'a side of a dispute stays one');
    return accepted(dispute);
  }
}

const ANSWERED: Refusal<'NOT_ALLOWED_IN_STATE'> = {
  code: 'NOT_ALLOWED_IN_STATE',
  field: ['disputeId'],
  message: 'Your member has answered it: an answer is given once.',
};

const TOO_LATE: Refusal<'TERM_OVER'> = {
  code: 'TERM_OVER',
  field: ['disputeId'],
  message: 'The time to answer is over.',
};

const NOT_CORRECTED: Refusal<'NOT_CORRECTED'> = {
  code: 'NOT_CORRECTED',
  field: ['answer'],
  message: 'Correct the report first, by correctReport, and answer then; or stand by it as it is.',
};
