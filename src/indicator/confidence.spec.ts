import type { ReportBasis } from '../config/index.js';
import { type Confidence, decideConfidence } from './confidence.js';
import type { SourceBand } from './source-band.js';

const FIRM: readonly ReportBasis[] = ['HOTLINE_REFERRAL'];
const TIP: readonly ReportBasis[] = ['MEMBER_TIP'];

describe('the confidence of a listing', () => {
  const rows: readonly [string, readonly (readonly ReportBasis[])[], SourceBand, Confidence][] = [
    ['a tip', [TIP], 'UNDER_THREE', 'LOW'],
    ['tips of so many that they are counted', [TIP, TIP, TIP, TIP], 'THREE_TO_NINE', 'MODERATE'],
    ['a firm source', [FIRM], 'UNDER_THREE', 'MODERATE'],
    ['a firm source among so many that they are counted', [FIRM, TIP, TIP, TIP], 'THREE_TO_NINE', 'HIGH'],
    ['many firm sources', Array.from({ length: 12 }, () => FIRM), 'TEN_OR_MORE', 'HIGH'],
    ['one source, tipped and referred', [['MEMBER_TIP', 'CYBERTIPLINE_REFERRAL']], 'UNDER_THREE', 'MODERATE'],
  ];
  it.each(rows)('by %s', (_, sources, band, confidence) => {
    expect(decideConfidence(sources, band)).toBe(confidence);
  });

  it.each([
    ['tips', TIP],
    ['firm sources', FIRM],
  ])('does not tell one from two or three: %s', (_, bases) => {
    const by = (count: number): Confidence =>
      decideConfidence(
        Array.from({ length: count }, () => bases),
        'UNDER_THREE',
      );
    expect([by(2), by(3)]).toEqual([by(1), by(1)]);
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
    expect(decideConfidence([[basis]], 'UNDER_THREE')).toBe(confidence);
  });
});
