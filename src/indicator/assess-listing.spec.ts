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

  it.each([
    ['2044-02-29T12:00:00Z', 'CSAM_SALE', '2049-03-01T00:00:00Z'],
    ['2044-03-01T12:00:00Z', 'CSAM_LINK_REWARD', '2047-03-01T00:00:00Z'],
    ['2044-03-06T23:59:59Z', 'CSAM_ADVERTISING', '2046-03-01T00:00:00Z'],
    ['2043-03-02T00:00:00Z', 'CSAM_SALE', '2048-03-02T00:00:00Z'],
  ] as const)('accepted on %s for %s ends on %s', (acceptedAt, reason, end) => {
    const assessment = assessListing([accepted(acceptedAt, { reason })], new Date(acceptedAt));
    expect(assessment?.validUntil).toEqual(new Date(end));
  });
});

const [ONE, OTHER] = [newId('member'), newId('member')];
const FIRST = ['2026-01-05', ONE, 'CSAM_LINK_REWARD', 'a'] as const;
const FIRST_END = '2029-01-05';
type Row = readonly [day: string, memberId: typeof ONE, reason: ReportReason, source: string];

/** Beside FIRST: what comes later, and when the listing ends; null where it is over by then. */
const RENEWALS: readonly (readonly [string, readonly Row[], string | null])[] = [
  ['nothing', [], FIRST_END],
  ['a new independent report', [['2027-01-04', OTHER, 'CSAM_LINK_REWARD', 'b']], '2030-01-04'],
  ['a relay of the same source', [['2027-01-04', OTHER, 'CSAM_LINK_REWARD', 'a']], FIRST_END],
  ['a second report of the same member', [['2027-01-04', ONE, 'CSAM_LINK_REWARD', 'b']], FIRST_END],
  [
    "a relay of the same member's second report",
    [
      ['2027-01-04', ONE, 'CSAM_LINK_REWARD', 'b'],
      ['2028-01-03', OTHER, 'CSAM_LINK_REWARD', 'b'],
    ],
    FIRST_END,
  ],
  [
    'what somebody brings that only relayed before',
    [
      ['2027-01-04', OTHER, 'CSAM_LINK_REWARD', 'a'],
      ['2028-01-03', OTHER, 'CSAM_LINK_REWARD', 'b'],
    ],
    '2031-01-03',
  ],
  [
    "a graver reason of the same member: its life, from that member's first report",
    [['2027-01-04', ONE, 'CSAM_SALE', 'b']],
    '2031-01-05',
  ],
  ['a relay after its end, however grave', [['2029-02-05', OTHER, 'CSAM_SALE', 'a']], null],
  ['a report of the same member after its end, however grave', [['2029-02-05', ONE, 'CSAM_SALE', 'b']], null],
  ['a new independent report after its end', [['2029-02-05', OTHER, 'CSAM_LINK_REWARD', 'b']], '2032-02-05'],
  [
    'after its end, another source of one that relayed what was listed',
    [
      ['2027-01-04', OTHER, 'CSAM_LINK_REWARD', 'a'],
      ['2029-02-05', OTHER, 'CSAM_SALE', 'b'],
    ],
    null,
  ],
];

describe('the end of a listing', () => {
  it.each(RENEWALS)('after %s', (_, later, end) => {
    const reports = [FIRST, ...later].map(([day, memberId, reason, source]) =>
      accepted(`${day}T00:00:00Z`, { memberId, reason, sourceKey: `reference:${source}` }),
    );
    const near = new Date(end === null ? '2029-03-01' : Date.parse(end) - 86_400_000);
    const asked = assessListing(reports, near);
    expect(asked?.validUntil).toEqual(end === null ? undefined : weekOf(end));
    expect(assessListing(reports.toReversed(), near)).toEqual(asked);
  });
});

describe('a listing whose life is over', () => {
  const end = Date.parse('2028-01-03T00:00:00Z');
  const sourceKey = 'reference:first';
  const first = accepted('2026-01-05T00:00:00Z', { reason: 'CSAM_ADVERTISING', memberId: ONE, sourceKey });
  const corrected = (untilMs: number): typeof first => ({
    ...first,
    reason: 'CSAM_SALE',
    earlierReasons: [{ reason: 'CSAM_ADVERTISING', until: new Date(untilMs) }],
  });
  const later = new Date('2028-06-01T00:00:00Z');

  it('does not come back by a correction that makes the reason graver', () => {
    const end = assessListing([first], NOW)?.validUntil.getTime() ?? 0;
    expect(assessListing([corrected(end)], later)).toBeUndefined();
    expect(assessListing([corrected(end - 1)], later)?.validUntil).toEqual(new Date('2031-01-05T00:00:00Z'));
  });

  it('does not come back by what is not independent of a report that was withdrawn after its end', () => {
    const withdrawn = (at: number) => [{ ...first, withdrawnAt: new Date(at) }];
    const again = [
      accepted('2028-03-01T00:00:00Z', { memberId: ONE }),
      accepted('2028-03-01T00:00:00Z', { memberId: OTHER, sourceKey }),
    ];
    for (const report of again) {
      expect(assessListing([report], later, withdrawn(end + 86_400_000 * 3))).toBeUndefined();
      expect(assessListing([report], later, withdrawn(end - 86_400_000))?.reason).toBe('CSAM_SALE');
    }
    const independent = accepted('2028-03-01T00:00:00Z', { memberId: OTHER });
    expect(assessListing([independent], later, withdrawn(end + 86_400_000 * 3))).toEqual(
      assessListing([independent], later),
    );
  });

  it('lists a victim that turned out to sell from its correction on', () => {
    const turned = {
      ...accepted('2026-01-05T00:00:00Z'),
      earlierReasons: [{ reason: 'MERCHANT_IDENTITY_MISUSED' as const, until: later }],
    };
    expect(assessListing([turned], later)?.validUntil).toEqual(new Date('2031-01-05T00:00:00Z'));
  });
});

/** The ends are those of weeks' starts: the anniversary, whatever weekday that is. */
function weekOf(end: string): Date {
  return new Date(`${end}T00:00:00Z`);
}
