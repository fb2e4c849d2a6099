import type { ReportBasis } from '../config/index.js';

/** How sure the coalition is of a listing, least first. */
export const CONFIDENCES = ['LOW', 'MODERATE', 'HIGH'] as const;

export type Confidence = (typeof CONFIDENCES)[number];

/**
 * What a basis is worth. FIRM: somebody saw the content or made the purchase (a hotline, law enforcement, a card
 * network, a test transaction). INDICATIVE: somebody drew a conclusion from the payments or passed on a tip.
 */
const BASIS_WEIGHT: Readonly<Record<ReportBasis, 'FIRM' | 'INDICATIVE'>> = {
  CYBERTIPLINE_REFERRAL: 'FIRM',
  HOTLINE_REFERRAL: 'FIRM',
  LAW_ENFORCEMENT_REFERRAL: 'FIRM',
  CARD_NETWORK_NOTICE: 'FIRM',
  TEST_TRANSACTION: 'FIRM',
  INTERNAL_MONITORING: 'INDICATIVE',
  MEMBER_TIP: 'INDICATIVE',
};

/** At least `sources` independent sources, at least `firm` of them firm. The first row that applies decides. */
export const CONFIDENCE_TABLE: readonly {
  readonly sources: number;
  readonly firm: number;
  readonly confidence: Confidence;
}[] = [
  { sources: 2, firm: 2, confidence: 'HIGH' },
  { sources: 3, firm: 1, confidence: 'HIGH' },
  { sources: 1, firm: 1, confidence: 'MODERATE' },
  { sources: 3, firm: 0, confidence: 'MODERATE' },
  { sources: 1, firm: 0, confidence: 'LOW' },
];

/**
 * Decides the confidence of a listing from its independent sources, each with the bases of the reports that relay it
 * (1 or more sources). A source is firm when any of its reports is. The number of reports plays no part: three members
 * that relay one referral are one source (product.md, rule 2).
 */
export function decideConfidence(sources: readonly (readonly ReportBasis[])[]): Confidence {
  const firm = sources.filter((bases) => bases.some((basis) => BASIS_WEIGHT[basis] === 'FIRM')).length;
  const row = CONFIDENCE_TABLE.find((row) => sources.length >= row.sources && firm >= row.firm);
  return row?.confidence ?? 'LOW';
}
