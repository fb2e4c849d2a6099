import { NOTICE_STATUSES, type NoticeStatus, noticeStatusAfter, type NoticeVerb } from './notice-status.js';

const VERBS: readonly NoticeVerb[] = ['ACKNOWLEDGE', 'ANSWER', 'FORWARD', 'END'];

/** Written by hand: acknowledged in a day, acted on and reported in five, forwarded where another serves it. */
const ALLOWED: readonly (readonly [NoticeStatus, NoticeVerb, NoticeStatus])[] = [
  ['OPEN', 'ACKNOWLEDGE', 'ACKNOWLEDGED'],
  ['OPEN', 'ANSWER', 'ANSWERED'],
  ['OPEN', 'FORWARD', 'FORWARDED'],
  ['OPEN', 'END', 'ENDED'],
  ['ACKNOWLEDGED', 'ANSWER', 'ANSWERED'],
  ['ACKNOWLEDGED', 'FORWARD', 'FORWARDED'],
  ['ACKNOWLEDGED', 'END', 'ENDED'],
  ['ANSWERED', 'ANSWER', 'ANSWERED'],
  ['ANSWERED', 'FORWARD', 'FORWARDED'],
  ['ANSWERED', 'END', 'ENDED'],
  ['FORWARDED', 'ANSWER', 'ANSWERED'],
  ['FORWARDED', 'FORWARD', 'FORWARDED'],
  ['FORWARDED', 'END', 'ENDED'],
];

describe('the life of a notice', () => {
  it.each(ALLOWED)('%s by %s becomes %s', (status, verb, next) => {
    expect(noticeStatusAfter(status, verb)).toBe(next);
  });

  const refusedSteps = NOTICE_STATUSES.flatMap((status) =>
    VERBS.map((verb) => [status, verb] as const),
  ).filter(([status, verb]) => !ALLOWED.some(([from, by]) => from === status && by === verb));

  it.each(refusedSteps)('%s has no step %s', (status, verb) => {
    expect(noticeStatusAfter(status, verb)).toBeUndefined();
  });
});
