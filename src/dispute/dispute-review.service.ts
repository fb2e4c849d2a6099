import { Injectable } from '@nestjs/common';
import { Approvals, type CoalitionPurpose } from '../access/index.js';
import { AuditLog } from '../audit/index.js';
import type { Actor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import { Clock } from '../common/clock.js';
import { type DisputeId, type DisputeRulingId, type IndicatorId, newId } from '../common/id.js';
import { accepted, refused, type Result } from '../common/refusal.js';
import { Database, Outbox, type Tx } from '../database/index.js';
import { checkStatement } from './check-dispute.js';
import type { DisputeReview } from './dispute.js';
import {
  DISPUTE_NOT_FOUND,
  type DisputeRefusalCode,
  RULING_OF_BEFORE,
  RULING_NOT_FOUND,
} from './dispute-refusal.js';
import { DisputeRepository, type LockedDispute } from './dispute.repository.js';
import { type DisputeOutcome, takeDisputeStep, VERB_OF_OUTCOME } from './dispute-status.js';
import { ReviewRepository, type StoredRuling } from './review.repository.js';
import { DISPUTE_CHANGED, type DisputeChanged } from './topics.js';

/** Identifiers that a ruling in part names. */
export const RULED_INDICATORS_MAX = 200;

/** What reviewers see after a step, and how many of them have still to approve the ruling: 0 once it is in force. */
export interface RuledDispute {
  readonly review: DisputeReview;
  readonly rulingId: DisputeRulingId;
  readonly approvalsNeeded: number;
}

export type RulingResult = Result<RuledDispute, DisputeRefusalCode>;

/**
 * Decides disputes: analysts of members that are no party (product.md, rule 11). What takes something off the list is approved
 * by two of them; an appeal is decided by two who had no part in the ruling before.
 *
 * Of what was reported a reviewer sees what analysts see: a report that is for named members alone is answered for by its
 * statement, and read only by breaking the glass.
 */
@Injectable()
export class DisputeReviews {
  constructor(
    private readonly database: Database,
    private readonly disputes: DisputeRepository,
    private readonly reviews: ReviewRepository,
    private readonly approvals: Approvals,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async find(
    actor: Actor,
    { id, purpose }: { readonly id: DisputeId; readonly purpose: CoalitionPurpose },
  ): Promise<DisputeReview | undefined> {
    return this.database.asActor(actor, async (tx) => {
      const review = await this.review(tx, actor, id);
      await this.audit.append(tx, actor, {
        action: 'dispute.read-review',
        purpose,
        objectKind: 'dispute',
        objectIds: review === undefined ? [] : [id],
      });
      return review;
    });
  }

  /** Proposes a ruling and approves it: a rejection is in force with that, but for one on appeal. */
  async rule(
    actor: Actor,
    input: {
      readonly disputeId: DisputeId;
      readonly outcome: DisputeOutcome;
      readonly indicatorIds: readonly IndicatorId[];
      readonly reason: string;
    },
  ): Promise<RulingResult> {
    const faults = checkStatement(input.reason, 'reason');
    if (faults.length > 0) return refused(...faults);
    const wrongPart = refusePart(input);
    if (wrongPart !== undefined) return wrongPart;
    return this.database.asActor(actor, async (tx): Promise<RulingResult> => {
      const dispute = await this.lock(tx, actor, input.disputeId);
      if (dispute === undefined) return refused(DISPUTE_NOT_FOUND);
      const step = takeDisputeStep(dispute.status, VERB_OF_OUTCOME[input.outcome]);
      if (!step.ok) return step;
      const hashes = await this.reviews.values(tx, actor, dispute.id, input.indicatorIds);
      if (hashes.length < new Set(input.indicatorIds).size)
        return refused({
          code: 'NOT_FOUND',
          field: ['indicatorIds'],
          message: 'One of them is not listed of the disputed merchant.',
        });
      const rulingId = newId('disputeRuling');
      await this.reviews.insert(tx, actor, {
        id: rulingId,
        disputeId: dispute.id,
        stage: dispute.stage,
        outcome: input.outcome,
        valueHashes: input.outcome === 'PARTLY_UPHELD' ? hashes : null,
        reason: input.reason.trim(),
        proposedAt: this.clock.now(),
      });
      return this.approved(tx, actor, dispute, rulingId, 'disputeId');
    });
  }

  /** Approves a ruling that somebody else has proposed, as it stands. */
  async approve(actor: Actor, rulingId: DisputeRulingId): Promise<RulingResult> {
    return this.database.asActor(actor, async (tx): Promise<RulingResult> => {
      const proposed = await this.reviews.ruling(tx, actor, rulingId);
      const dispute = proposed && (await this.lock(tx, actor, proposed.disputeId));
      if (proposed === undefined || dispute === undefined) return refused(RULING_NOT_FOUND);
      const step = takeDisputeStep(dispute.status, VERB_OF_OUTCOME[proposed.outcome]);
      if (!step.ok) return step;
      if (proposed.stage !== dispute.stage) return refused(RULING_OF_BEFORE);
      return this.approved(tx, actor, dispute, rulingId, 'rulingId');
    });
  }

  private async lock(tx: Tx, actor: Actor, id: DisputeId): Promise<LockedDispute | undefined> {
    const dispute = await this.disputes.lock(tx, actor, id);
    return dispute?.part === 'REVIEWER' ? dispute : undefined;
  }

  private async approved(
    tx: Tx,
    actor: Actor,
    dispute: LockedDispute,
    rulingId: DisputeRulingId,
    field: string,
  ): Promise<RulingResult> {
    const ruling = await this.reviews.ruling(tx, actor, rulingId);
    assert(ruling !== undefined, 'who reviews a dispute sees its rulings');
    const approvable = approvableOf(ruling);
    const needed = await this.approvals.approve(tx, actor, { ...approvable, reason: ruling.reason }, [field]);
    if (!needed.ok) return needed;
    const approvalsNeeded = stillNeeded(ruling, needed.value);
    await this.audit.append(tx, actor, {
      action: 'dispute.approve-ruling',
      objectKind: 'dispute',
      objectIds: [dispute.id],
      detail: { approvalsNeeded },
    });
    if (approvalsNeeded === 0) {
      await this.reviews.putInForce(tx, ruling, this.clock.now());
      const change = { disputeId: dispute.id, told: 'DISPUTE_RULED' } as const satisfies DisputeChanged;
      await this.outbox.put(tx, DISPUTE_CHANGED, change);
    }
    const review = await this.review(tx, actor, dispute.id);
    assert(review !== undefined, 'who reviews a dispute sees it');
    return accepted({ review, rulingId, approvalsNeeded });
  }

  private async review(tx: Tx, actor: Actor, id: DisputeId): Promise<DisputeReview | undefined> {
    const dispute = await this.disputes.find(tx, actor, id);
    if (dispute?.part !== 'REVIEWER') return undefined;
    const rulings: DisputeReview['rulings'][number][] = [];
    for (const ruling of await this.reviews.rulings(tx, actor, id)) {
      const needed = await this.approvals.needed(tx, approvableOf(ruling));
      rulings.push({ ...ruling, approvalsNeeded: stillNeeded(ruling, needed) });
    }
    return {
      dispute,
      answers: await this.reviews.answers(tx, actor, id),
      rulings,
      appealStatement: (await this.reviews.appealStatement(tx, actor, id)) ?? null,
    };
  }
}

function approvableOf({ id, digest, excluded }: StoredRuling) {
  return { kind: 'DISPUTE_RULING', objectId: id, digest, excluded } as const;
}

/** Of the two approvals that are counted, a ruling may need one alone. */
function stillNeeded({ approvals }: StoredRuling, neededOfTwo: number): number {
  return Math.max(0, neededOfTwo - (APPROVALS_COUNTED - approvals));
}

const APPROVALS_COUNTED = 2;

/** A ruling in part names what is taken off; any other names nothing. */
function refusePart({
  outcome,
  indicatorIds,
}: {
  readonly outcome: DisputeOutcome;
  readonly indicatorIds: readonly IndicatorId[];
}): RulingResult | undefined {
  const field = ['indicatorIds'];
  if (indicatorIds.length > RULED_INDICATORS_MAX)
    return refused({ code: 'TOO_MANY', field, message: `Name at most ${RULED_INDICATORS_MAX}.` });
  if (outcome === 'PARTLY_UPHELD' && indicatorIds.length === 0)
    return refused({ code: 'REQUIRED', field, message: 'Name the identifiers that are taken off the list.' });
  if (outcome !== 'PARTLY_UPHELD' && indicatorIds.length > 0)
    return refused({
      code: 'OTHER',
      field,
      message: 'Only a ruling in part names identifiers: leave them out.',
    });
  return undefined;
}
