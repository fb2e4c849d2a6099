import { toGlobalId, type UserId } from '../../common/id.js';
import { toUserErrors, type UserErrorShape } from '../../graphql/index.js';
import type { ReviewDecision } from '../review/decision.js';
import type { DecisionResult } from '../review/decisions.service.js';
import type { ReviewDecisionType } from './decision.types.js';

/** A decision as analysts see it. Only people decide: machines cannot hold the permission. */
export function toDecision(decision: ReviewDecision): ReviewDecisionType {
  return {
    id: toGlobalId('decision', decision.id),
    kind: decision.kind,
    verdict: decision.verdict,
    reason: decision.reason,
    merchantIds: decision.merchantIds.map((id) => toGlobalId('merchant', id)),
    reportIds: decision.reportIds.map((id) => toGlobalId('report', id)),
    possibleMatchId:
      decision.possibleMatchId === null ? null : toGlobalId('judgement', decision.possibleMatchId),
    overturned: decision.overturned,
    modelVersion: decision.modelVersion,
    decidedBy: toGlobalId('user', decision.decidedBy as UserId),
    decidedAt: decision.decidedAt,
    undoneAt: decision.undoneAt,
    undoneBy: decision.undoneBy === null ? null : toGlobalId('user', decision.undoneBy as UserId),
    undoneReason: decision.undoneReason,
  };
}

/** The answer of a mutation. */
export function toDecisionPayload(result: DecisionResult): {
  readonly decision: ReviewDecisionType | null;
  readonly userErrors: readonly UserErrorShape[];
} {
  return result.ok
    ? { decision: toDecision(result.value), userErrors: [] }
    : { decision: null, userErrors: toUserErrors(result.refusals) };
}
