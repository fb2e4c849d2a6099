import { aListedReport } from '../../test/support/listed-report.js';
import { REPORT_REASONS, type ReportReason } from '../report/index.js';
import { assessListing } from './assess-listing.js';

const NOW = new Date('2026-06-03T09:30:00Z');
const THIS_WEEK = new Date('2026-06-01T00:00:00Z');

function accepted(
  at: string,
  values: Parameters<typeof aListedReport>[0] = {},
): ReturnType<typeof aListedReport> {
  return aListedReport({ ...values, acceptedAt: new Date(at) });
}

describe('a listing', () => {
  it.each(Object.entries(REPORT_REASONS) as [ReportReason, { lifeYears: number }][])(
    'for %s lives from the week of its acceptance for the years of its reason, 5 at most',
    (reason, { lifeYears }) => {
      const assessment = assessListing([accepted('2026-06-03T09:00:00Z', { reason })], NOW);
      expect(assessment).toMatchObject({ reason, validFrom: THIS_WEEK });
      expect(assessment?.validUntil).toEqual(new Date(`${2026 + lifeYears}-06-01T00:00:00Z`));
      expect(lifeYears).toBeLessThanOrEqual(5);
    },
  );

  it('is extended by a new independent source, and not by another report of the same one', () => {
    const first = accepted('2026-01-07T00:00:00Z', { sourceKey: 'reference:A' });
    const again = accepted('2026-06-03T00:00:00Z', { sourceKey: 'reference:A' });
    const other = accepted('2026-06-03T00:00:00Z', { sourceKey: 'reference:B' });
    const alone = assessListing([first], NOW);
    expect(assessListing([first, again], NOW)).toEqual(alone);
    expect(assessListing([first, other], NOW)).toMatchObject({
      sourceCount: 2,
      confidence: 'HIGH',
      validFrom: alone?.validFrom,
      validUntil: new Date('2031-06-01T00:00:00Z'),
    });
  });

  it('is for the gravest of its reasons, whichever came first', () => {
    const sale = accepted('2026-05-01T00:00:00Z', { reason: 'CSAM_SALE' });
    const advertising = accepted('2026-06-01T00:00:00Z', { reason: 'CSAM_ADVERTISING' });
    expect(assessListing([sale, advertising], NOW)).toEqual(assessListing([advertising, sale], NOW));
    expect(assessListing([advertising, sale], NOW)?.reason).toBe('CSAM_SALE');
  });

  it('counts a source no more once the life of its reason is over, and ends with the last of them', () => {
    const old = accepted('2022-01-03T00:00:00Z', { reason: 'CSAM_ADVERTISING' });
    const recent = accepted('2023-01-02T00:00:00Z', { reason: 'CSAM_SALE' });
    expect(assessListing([old, recent], NOW)).toMatchObject({ sourceCount: 1, reason: 'CSAM_SALE' });
    expect(assessListing([old], NOW)).toBeUndefined();
    expect(assessListing([], NOW)).toBeUndefined();
  });

  it('says the same for every day of a week', () => {
    const onDay = (day: string): unknown => assessListing([accepted(day)], NOW);
    expect(onDay('2026-06-01T00:00:00Z')).toEqual(onDay('2026-06-03T09:29:59Z'));
  });
});
