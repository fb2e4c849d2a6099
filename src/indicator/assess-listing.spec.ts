import { aListedReport } from '../../test/support/listed-report.js';
import { newId } from '../common/id.js';
import { REPORT_REASONS, type ReportReason } from '../report/index.js';
import { assessListing, RENEWAL_DAYS } from './assess-listing.js';

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
    const near = new Date('2030-12-31T00:00:00Z');
    expect(assessListing([first], near)?.validUntil).toEqual(new Date('2031-01-05T00:00:00Z'));
    expect(assessListing([first, other], near)?.validUntil).toEqual(new Date('2031-06-01T00:00:00Z'));
  });

  it('does not tell one that reported whether a second or a third did', () => {
    const said = (...days: readonly string[]): unknown => {
      const reports = days.map((day, index) => accepted(day, { sourceKey: `reference:${index}` }));
      const { reason, confidence, validFrom, validUntil } = assessListing(reports, NOW) ?? {};
      return { reason, confidence, validFrom, validUntil };
    };
    const alone = said('2026-01-07T00:00:00Z');
    expect(said('2026-01-07T00:00:00Z', '2026-05-20T00:00:00Z')).toEqual(alone);
    expect(said('2026-01-07T00:00:00Z', '2026-05-20T00:00:00Z', '2026-06-02T00:00:00Z')).toEqual(alone);
  });

  it('tells the end that later sources give shortly before the plain one, and says when that is', () => {
    const reports = [accepted('2026-01-07T00:00:00Z'), accepted('2026-06-03T00:00:00Z')];
    const renewsAt = assessListing(reports, NOW)?.renewsAt;
    const plainEnd = new Date('2031-01-05T00:00:00Z');
    expect(renewsAt).toEqual(new Date(plainEnd.getTime() - RENEWAL_DAYS * 86_400_000));
    const at = (ms: number) => assessListing(reports, new Date(ms));
    const renewedMs = renewsAt?.getTime() ?? 0;
    expect(at(renewedMs - 1)).toMatchObject({ validUntil: plainEnd, renewsAt });
    expect(at(renewedMs)).toMatchObject({ validUntil: new Date('2031-06-01T00:00:00Z'), renewsAt: null });
    expect(assessListing(reports.slice(0, 1), NOW)?.renewsAt).toBeNull();
  });

  it('counts members that are independent of each other, not their sources', () => {
    const memberId = newId('member');
    const count = (...reports: readonly ReturnType<typeof aListedReport>[]) =>
      assessListing(reports, NOW)?.sourceCount;
    const day = '2026-05-20T00:00:00Z';
    expect(count(accepted(day, { memberId }), accepted(day, { memberId }), accepted(day, { memberId }))).toBe(
      1,
    );
    expect(count(accepted(day), accepted(day), accepted(day))).toBe(3);
    const relayed = { sourceKey: 'reference:one' };
    expect(count(accepted(day, relayed), accepted(day, relayed))).toBe(1);
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
