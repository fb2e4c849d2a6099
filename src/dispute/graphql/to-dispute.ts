import { toGlobalId } from '../../common/id.js';
import { toUserErrors, type UserErrorShape } from '../../graphql/index.js';
import type { Dispute, DisputeReview } from '../dispute.js';
import type { RulingResult } from '../dispute-review.service.js';
import type { DisputeResult } from '../dispute.service.js';
import { isOutcome } from '../dispute-status.js';
import { appealableUntil } from '../dispute-terms.js';
import type { DisputeReviewType, DisputeType } from './dispute.types.js';

/** A dispute as the schema has it: every field named, so that a new one cannot leak. */
export function toDispute(dispute: Dispute): DisputeType {
  const { handles, part, status, stage, ruledAt, answer, answerStatement, answeredAt } = dispute;
  const [merchantId] = part === 'REPORTER' ? [] : handles;
  const appealable = isOutcome(status) && stage === 1 && ruledAt !== null;
  return {
    id: toGlobalId('dispute', dispute.id),
    part,
    merchantId: merchantId === undefined ? null : toGlobalId('merchant', merchantId),
    ownReportIds: dispute.ownReportIds.map((id) => toGlobalId('report', id)),
    grounds: dispute.grounds,
    statement: dispute.statement,
    status,
    appealed: stage === 2,
    filedAt: dispute.filedAt,
    answerBy: dispute.answerBy,
    answer:
      answer === null || answeredAt === null
        ? null
        : { answer, statement: answerStatement ?? '', answeredAt },
    lapsed: dispute.lapsedAt !== null,
    ruledAt,
    rulingReason: dispute.rulingReason,
    appealableUntil: appealable ? appealableUntil(ruledAt) : null,
    filedByMemberId: dispute.filedByMemberId && toGlobalId('member', dispute.filedByMemberId),
    ownReference: dispute.ownReference,
    onBehalfOf: dispute.onBehalfOf,
  };
}

export function toDisputeReview(review: DisputeReview): DisputeReviewType {
  return {
    dispute: toDispute(review.dispute),
    answers: review.answers.map(({ answer, statement, answeredAt, lapsedAt, inCare, reportIds }) => ({
      answer,
      statement,
      answeredAt,
      lapsed: lapsedAt !== null,
      inCare,
      reportIds: reportIds.map((id) => toGlobalId('report', id)),
    })),
    rulings: review.rulings.map((ruling) => ({
      id: toGlobalId('disputeRuling', ruling.id),
      outcome: ruling.outcome,
      reason: ruling.reason,
      onAppeal: ruling.stage === 2,
      proposedBy: toGlobalId('user', ruling.proposedBy),
      proposedAt: ruling.proposedAt,
      approvalsNeeded: ruling.approvalsNeeded,
    })),
    appealStatement: review.appealStatement,
  };
}

/** The answer of a mutation. */
export function toDisputePayload(result: DisputeResult): {
  readonly dispute: DisputeType | null;
  readonly userErrors: readonly UserErrorShape[];
} {
  return result.ok
    ? { dispute: toDispute(result.value), userErrors: [] }
    : { dispute: null, userErrors: toUserErrors(result.refusals) };
}

export function toRulingPayload(result: RulingResult): {
  readonly review: DisputeReviewType | null;
  readonly rulingId: string | null;
  readonly approvalsNeeded: number | null;
  readonly userErrors: readonly UserErrorShape[];
} {
  if (!result.ok)
    return { review: null, rulingId: null, approvalsNeeded: null, userErrors: toUserErrors(result.refusals) };
  const { review, rulingId, approvalsNeeded } = result.value;
  return {
    review: toDisputeReview(review),
    rulingId: toGlobalId('disputeRuling', rulingId),
    approvalsNeeded,
    userErrors: [],
  };
}
