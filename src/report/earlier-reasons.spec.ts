import { earlierReasons } from './earlier-reasons.js';

const ACCEPTED = new Date('2026-06-03T09:00:00Z');
const before = Date.parse('2026-06-02T09:00:00Z');
const [first, second] = ['2027-06-03T09:00:00Z', '2028-06-03T09:00:00Z'].map((at) => new Date(at)) as [
  Date,
  Date,
];

describe('what a report was for before it was corrected', () => {
  it('is nothing for one that never was', () => {
    expect(earlierReasons([['CSAM_SALE', before]], ACCEPTED)).toEqual([]);
  });

  it('is each reason in order, until the correction that replaced it', () => {
    const versions = [
      ['CSAM_ADVERTISING', before],
      ['CSAM_SALE', first.getTime()],
      ['CSAM_LINK_REWARD', second.getTime()],
    ] as const;
    expect(earlierReasons(versions, ACCEPTED)).toEqual([
      { reason: 'CSAM_ADVERTISING', until: first },
      { reason: 'CSAM_SALE', until: second },
    ]);
  });

  it('leaves out what was replaced before anybody accepted it', () => {
    const versions = [
      ['CSAM_ADVERTISING', before - 1],
      ['CSAM_SALE', before],
    ] as const;
    expect(earlierReasons(versions, ACCEPTED)).toEqual([]);
  });
});
