import type { ReportBasis } from '../config/index.js';
import { type Confidence, decideConfidence } from './confidence.js';

const FIRM: readonly ReportBasis[] = ['HOTLINE_REFERRAL'];
const TIP: readonly ReportBasis[] = ['MEMBER_TIP'];

describe('the confidence of a listing', () => {
  const rows: readonly [string, readonly (readonly ReportBasis[])[], Confidence][] = [
    ['a tip', [TIP], 'LOW'],
    ['two tips', [TIP, TIP], 'LOW'],
    ['three tips', [TIP, TIP, TIP], 'MODERATE'],
    ['ten tips', Array.from({ length: 10 }, () => TIP), 'MODERATE'],
    ['a firm source', [FIRM], 'MODERATE'],
    ['a firm source and a tip', [FIRM, TIP], 'MODERATE'],
    ['a firm source and two tips', [FIRM, TIP, TIP], 'HIGH'],
    ['two firm sources', [FIRM, FIRM], 'HIGH'],
    ['one source, tipped and referred', [['MEMBER_TIP', 'CYBERTIPLINE_REFERRAL']], 'MODERATE'],
  ];
  it.each(rows)('by %s', (_, sources, confidence) => {
    expect(decideConfidence(sources)).toBe(confidence);
  });

  it.each<[ReportBasis, Confidence]>([
    ['CYBERTIPLINE_REFERRAL', 'MODERATE'],
    ['HOTLINE_REFERRAL', 'MODERATE'],
    ['LAW_ENFORCEMENT_REFERRAL', 'MODERATE'],
    ['CARD_NETWORK_NOTICE', 'MODERATE'],
    ['TEST_TRANSACTION', 'MODERATE'],
    ['INTERNAL_MONITORING', 'LOW'],
    ['MEMBER_TIP', 'LOW'],
  ])('by one source of basis %s is %s', (basis, confidence) => {
    expect(decideConfidence([[basis]])).toBe(confidence);
  });
});
