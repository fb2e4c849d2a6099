import { answerBy, appealableUntil, type Appealable, refuseAppeal } from './dispute-terms.js';

const RULED_AT = new Date('2026-06-01T09:00:00Z');
const LAST = new Date('2026-07-01T09:00:00Z');

it('gives ten days to answer and thirty to appeal, to the moment', () => {
  expect(answerBy(RULED_AT)).toEqual(new Date('2026-06-11T09:00:00Z'));
  expect(appealableUntil(RULED_AT)).toEqual(LAST);
});

const rows: readonly (readonly [string, Partial<Appealable>, Date, string | undefined])[] = [
  ['that was rejected', {}, RULED_AT, undefined],
  ['that was upheld', { status: 'UPHELD' }, RULED_AT, undefined],
  ['that was upheld in part', { status: 'PARTLY_UPHELD' }, RULED_AT, undefined],
  ['in the last moment', {}, new Date(LAST.getTime() - 1), undefined],
  ['when thirty days are over', {}, LAST, 'TERM_OVER'],
  ['for the second time', { stage: 2 }, RULED_AT, 'NOT_ALLOWED_IN_STATE'],
  ['that waits for answers', { status: 'FILED', ruledAt: null }, RULED_AT, 'NOT_ALLOWED_IN_STATE'],
  ['in review', { status: 'REVIEW', ruledAt: null }, RULED_AT, 'NOT_ALLOWED_IN_STATE'],
  ['under appeal', { status: 'APPEAL', stage: 2 }, RULED_AT, 'NOT_ALLOWED_IN_STATE'],
];

it.each(rows)('an appeal of a dispute %s', (_which, given, now, code) => {
  expect(refuseAppeal({ status: 'REJECTED', stage: 1, ruledAt: RULED_AT, ...given }, now)?.code).toBe(code);
});
