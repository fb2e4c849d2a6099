import { toGlobalId } from '../../common/id.js';
import type { MatchSide, PossibleMatch } from '../review/possible-match.js';
import type { ComparedMatch } from '../review/possible-matches.service.js';
import type { ReviewedMerchant } from '../review/reviewed-merchant.js';
import type {
  ComparedMatchType,
  PossibleMatchSide,
  PossibleMatchType,
  ReviewedMerchantType,
} from './possible-match.types.js';
import { toDecision } from './to-decision.js';

export function toPossibleMatch(match: PossibleMatch): PossibleMatchType {
  return { ...toHead(match), left: toSide(match.left), right: toSide(match.right) };
}

export function toComparedMatch(match: ComparedMatch): ComparedMatchType {
  return {
    ...toHead(match),
    left: toMerchant(match.left),
    right: toMerchant(match.right),
    evidence: match.evidence,
    stands: match.stands,
    decisions: match.decisions.map(toDecision),
  };
}

function toHead(match: Omit<PossibleMatch, 'left' | 'right'>): Omit<PossibleMatchType, 'left' | 'right'> {
  const { since, tier, score, reason, modelVersion } = match;
  return { id: toGlobalId('judgement', match.id), since, tier, score, reason, modelVersion };
}

function toSide({ merchantId, reportId, name, reportCount }: MatchSide): PossibleMatchSide {
  return {
    merchantId: toGlobalId('merchant', merchantId),
    reportId: toGlobalId('report', reportId),
    name,
    reportCount,
  };
}

function toMerchant(merchant: ReviewedMerchant): ReviewedMerchantType {
  const { reportCount, names, addresses, identifiers } = merchant;
  return {
    id: toGlobalId('merchant', merchant.id),
    reportCount,
    reports: merchant.reports.map(({ id, reason, basis, status, receivedAt }) => ({
      id: toGlobalId('report', id),
      reason,
      basis,
      status,
      receivedAt,
    })),
    names,
    addresses,
    identifiers,
  };
}
