import type { ReportBasis } from '../config/index.js';
import type { SourceBand } from './source-band.js';

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

/**
 * So many independent members that their count is told as a band (source-band.ts), and whether any source is firm. The first
 * row that applies decides. Below that number, no count plays a part: a confidence that grew with the second source would
 * tell the first that there is a second (product.md, rule 4).
 */
export const CONFIDENCE_TABLE: readonly {
  readonly counted: boolean;
  readonly firm: boolean;
  readonly confidence: Confidence;
}[] = [
  { counted: true, firm: true, confidence: 'HIGH' },
  { counted: true, firm: false, confidence: 'MODERATE' },
  { counted: false, firm: true, confidence: 'MODERATE' },
  { counted: false, firm: false, confidence: 'LOW' },
];

/**
 * Decides the confidence of a listing from its independent sources, each with the bases of the reports that relay it (1 or
 * more sources), and the band of their independent members. A source is firm when any of its reports is. The number of
 * reports plays no part: three members that relay one referral are one source (product.md, rule 2).
 */
export function decideConfidence(sources: readonly (readonly ReportBasis[])[], band: SourceBand): Confidence {
  const counted = band !== 'UNDER_THREE';
  const firm = sources.some((bases) => bases.some((basis) => BASIS_WEIGHT[basis] === 'FIRM'));
  const row = CONFIDENCE_TABLE.find((row) => row.counted === counted && row.firm === firm);
  return row?.confidence ?? 'LOW';
}
