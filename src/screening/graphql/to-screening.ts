import { toGlobalId } from '../../common/id.js';
import { toUserErrors } from '../../graphql/index.js';
import type { Screening, ScreeningMatch } from '../screening.js';
import type { ScreeningMatchType, ScreeningType } from './screening.types.js';

/** Stands on every answer (product.md, rule 1). */
const NOTICE =
  'A match is a lead, not a verdict: it says that something agrees, not that the merchant is guilty. Make your own assessment before you act. CLEAR says only that nothing you may see agrees today.';

/** A screening as the schema has it. */
export function toScreening(screening: Screening): ScreeningType {
  return {
    id: toGlobalId('screening', screening.id),
    ref: screening.ref,
    purpose: screening.purpose,
    outcome: screening.outcome,
    tier: screening.tier,
    matches: screening.matches.map(toMatch),
    markers: (screening.markers ?? []).map(({ field, type, yours, validUntil }) => ({
      field,
      type,
      yours,
      validUntil: new Date(validUntil),
    })),
    refusals: toUserErrors(screening.refusals),
    screenedAt: screening.screenedAt,
    notice: NOTICE,
  };
}

function toMatch(match: ScreeningMatch): ScreeningMatchType {
  return {
    merchantId: toGlobalId('merchant', match.merchantId),
    tier: match.tier,
    reasons: match.reasons,
    evidence: match.evidence.map(({ field, type, evidence, yours, indicatorId, explanation }) => ({
      field,
      type,
      evidence,
      yours,
      indicatorId: indicatorId === null ? null : toGlobalId('indicator', indicatorId),
      explanation,
    })),
    ruleOut: match.ruleOut,
    confidence: match.confidence,
    sources: match.sources,
    disputed: match.disputed ?? false,
  };
}
