import { newId } from '../common/id.js';
import { type DisputeParty, type DisputeState, endOfAnswers, ruledOutBy } from './ruled-out-by.js';

const NOW = new Date('2026-06-11T09:00:00Z');
const LATER = new Date('2026-06-12T09:00:00Z');
const [ONE, OTHER] = [newId('member'), newId('member')];
const [FIRST, SECOND] = [newId('report'), newId('report')];
const REPORTS = [
  { reportId: FIRST, memberId: ONE, stands: true },
  { reportId: SECOND, memberId: OTHER, stands: true },
];
const WHOLE = (reportId: string) => ({ reportId, valueHashes: null });

function aParty(given: Partial<DisputeParty> = {}): DisputeParty {
  return { memberId: ONE, answerBy: NOW, answer: 'STAND_BY', lapsed: false, ...given };
}

const stands = aParty({ memberId: OTHER });

function aDispute(given: Partial<DisputeState> = {}): DisputeState {
  return {
    grounds: 'MISTAKEN_IDENTITY',
    status: 'REVIEW',
    stage: 1,
    ruling: null,
    parties: [aParty(), stands],
    reports: REPORTS,
    ...given,
  };
}

const upheld = { outcome: 'UPHELD', valueHashes: null } as const;
const inPart = { outcome: 'PARTLY_UPHELD', valueHashes: ['aa'] } as const;
const rejected = { outcome: 'REJECTED', valueHashes: null } as const;
const lapsed = aParty({ answer: null, lapsed: true });
const withdrawn = aParty({ answer: 'WITHDRAW' });

describe('what a dispute takes out of listings', () => {
  const rows: readonly (readonly [string, Partial<DisputeState>, readonly unknown[]])[] = [
    ['in review: nothing of who stands by it', {}, []],
    ['in review: all of who took it back', { parties: [withdrawn, stands] }, [WHOLE(FIRST)]],
    ['in review: all of who was silent', { parties: [lapsed, stands] }, [WHOLE(FIRST)]],
    ['upheld: everything', { status: 'UPHELD', ruling: upheld }, [WHOLE(FIRST), WHOLE(SECOND)]],
    [
      'upheld in part: what the ruling names',
      { status: 'PARTLY_UPHELD', ruling: inPart },
      [
        { reportId: FIRST, valueHashes: ['aa'] },
        { reportId: SECOND, valueHashes: ['aa'] },
      ],
    ],
    [
      'upheld in part: all the same of who was silent',
      { status: 'PARTLY_UPHELD', ruling: inPart, parties: [lapsed, stands] },
      [WHOLE(FIRST), { reportId: SECOND, valueHashes: ['aa'] }],
    ],
    [
      'upheld for identity theft: everything, with a marker of the victim',
      { grounds: 'IDENTITY_THEFT', status: 'UPHELD', ruling: upheld },
      [
        { ...WHOLE(FIRST), marksIdentity: true },
        { ...WHOLE(SECOND), marksIdentity: true },
      ],
    ],
    [
      'upheld for identity theft as nobody stood by it: the same',
      { grounds: 'IDENTITY_THEFT', status: 'UPHELD', parties: [lapsed], reports: REPORTS.slice(0, 1) },
      [{ ...WHOLE(FIRST), marksIdentity: true }],
    ],
    [
      'rejected though identity theft was the ground: no marker',
      { grounds: 'IDENTITY_THEFT', status: 'REJECTED', ruling: rejected, parties: [lapsed, stands] },
      [WHOLE(FIRST)],
    ],
    ['rejected: nothing', { status: 'REJECTED', ruling: rejected }, []],
    [
      'rejected: all the same of who was silent',
      { status: 'REJECTED', ruling: rejected, parties: [lapsed, stands] },
      [WHOLE(FIRST)],
    ],
    [
      'under appeal: as the ruling in force has it',
      { status: 'APPEAL', stage: 2, ruling: upheld },
      [WHOLE(FIRST), WHOLE(SECOND)],
    ],
    [
      'rejected on appeal: nothing',
      { status: 'REJECTED', stage: 2, ruling: rejected, parties: [lapsed, stands] },
      [],
    ],
    [
      'rejected on appeal: what was taken back stays so',
      { status: 'REJECTED', stage: 2, ruling: rejected, parties: [withdrawn, stands] },
      [WHOLE(FIRST)],
    ],
  ];

  it.each(rows)('%s', (_title, given, expected) => {
    expect(ruledOutBy(aDispute(given))).toEqual(expected);
  });
});

describe('a dispute that waits for answers', () => {
  const open = aParty({ answer: null, answerBy: LATER });
  const gone = REPORTS.map((report) => ({ ...report, stands: false }));
  const rows: readonly (readonly [string, Partial<DisputeState>, Date, string | undefined])[] = [
    ['waits while one may still answer', { parties: [open, stands] }, NOW, undefined],
    ['waits while it is not known who reported', { parties: [], reports: [] }, NOW, undefined],
    ['goes to review when all have answered', {}, NOW, 'END_ANSWERS'],
    ['goes to review when time is over and one stands', { parties: [open, stands] }, LATER, 'END_ANSWERS'],
    ['is upheld when time is over and nobody answered', { parties: [open] }, LATER, 'LAPSE'],
    ['is upheld when all took their reports back', { parties: [withdrawn] }, NOW, 'LAPSE'],
    ['is upheld when nothing stands of who stood by', { reports: gone }, NOW, 'LAPSE'],
    ['is upheld when there is nobody to answer', { parties: [], reports: [] }, LATER, 'LAPSE'],
    ['is no more one in review', { status: 'REVIEW' }, LATER, undefined],
    ['is no more one that is decided', { status: 'UPHELD' }, LATER, undefined],
  ];

  it.each(rows)('%s', (_title, given, now, expected) => {
    expect(endOfAnswers({ ...aDispute({ status: 'FILED', ...given }) }, now, LATER)).toBe(expected);
  });
});
