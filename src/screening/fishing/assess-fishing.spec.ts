import { assessFishing, type FishingPast } from './assess-fishing.js';
import { type FishingFeatures, NO_FEATURES } from './fishing-features.js';

const day = (features: Partial<FishingFeatures>): FishingFeatures => ({ ...NO_FEATURES, ...features });

const PAST: FishingPast = {
  own: NO_FEATURES,
  ownDays: 0,
  others: day({ asked: 1_000_000, missed: 990_000 }),
};

const signs = (features: Partial<FishingFeatures>, past: Partial<FishingPast> = {}): readonly string[] =>
  assessFishing(day(features), { ...PAST, ...past }).map(({ sign }) => sign);

describe('what speaks for fishing', () => {
  it.each<[string, Partial<FishingFeatures>, readonly string[]]>([
    ['nothing, where nothing was asked', {}, []],
    ['numbers in a row', { numbered: 1_000, numberedInRow: 900 }, ['SEQUENCE']],
    ['not a clerk who checks one block of numbers', { numbered: 150, numberedInRow: 150 }, []],
    ['not the numbers of a chain in a portfolio', { numbered: 10_000, numberedInRow: 2_000 }, []],
    ['ids in a row without a gap', { assigned: 1_000, assignedInRow: 990 }, ['SEQUENCE']],
    ['not ids of which some have left', { assigned: 1_000, assignedInRow: 900 }, []],
    ['words of a list', { worded: 1_000, wordedByList: 900 }, ['DICTIONARY']],
    ['not names some of which are one word', { worded: 1_000, wordedByList: 300 }, []],
    [
      'bare questions that never find anything',
      { asked: 6_000, missed: 6_000, bare: 6_000, bareMissed: 6_000 },
      ['MISSES'],
    ],
    ['not a clean portfolio of described merchants', { asked: 100_000, missed: 100_000 }, []],
    [
      'not bare questions that find some',
      { asked: 6_000, missed: 5_990, bare: 6_000, bareMissed: 5_990 },
      [],
    ],
    ['not too few of them', { asked: 3_000, missed: 3_000, bare: 3_000, bareMissed: 3_000 }, []],
    [
      'every sign that a day shows, whatever else was asked',
      {
        asked: 90_000,
        missed: 89_000,
        numbered: 80_900,
        assigned: 900,
        assignedInRow: 890,
        worded: 700,
        wordedByList: 700,
      },
      ['SEQUENCE', 'DICTIONARY'],
    ],
  ])('is: %s', (_name, features, expected) => {
    expect(signs(features)).toEqual(expected);
  });

  it('is no sign where the member has always asked so', () => {
    const own = day({ numbered: 20_000, numberedInRow: 15_000 });
    const today = { numbered: 5_000, numberedInRow: 4_500 };
    expect(signs(today, { own, ownDays: 3 })).toEqual([]);
    expect(signs(today, { own, ownDays: 2 })).toEqual(['SEQUENCE']);
    expect(signs(today, { own: day({ numbered: 20_000, numberedInRow: 100 }), ownDays: 20 })).toEqual([
      'SEQUENCE',
    ]);
  });

  it('expects of bare questions what the member found by them before, else what others find', () => {
    const today = { asked: 6_000, missed: 6_000, bare: 6_000, bareMissed: 6_000 };
    expect(signs(today, { own: day({ bare: 50_000, bareMissed: 49_999 }), ownDays: 9 })).toEqual([]);
    expect(signs(today, { own: day({ bare: 50_000, bareMissed: 49_000 }), ownDays: 9 })).toEqual(['MISSES']);
  });

  it('expects nothing of a coalition that has found nothing yet', () => {
    const today = { asked: 6_000, missed: 6_000, bare: 6_000, bareMissed: 6_000 };
    expect(signs(today, { others: day({ asked: 1_000_000, missed: 1_000_000 }) })).toEqual([]);
    expect(signs(today, { others: NO_FEATURES })).toEqual([]);
  });

  it('names the worst of the rows with its count and share', () => {
    const features = day({ numbered: 400, numberedInRow: 400, assigned: 1_000, assignedInRow: 960 });
    expect(assessFishing(features, PAST)).toEqual([{ sign: 'SEQUENCE', count: 960, share: 0.96 }]);
  });
});
