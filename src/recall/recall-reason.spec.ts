import type { IndicatorStatus } from '../indicator/index.js';
import { recallReason, type RecallReason } from './recall-reason.js';

const ROWS: readonly (readonly [IndicatorStatus, boolean, boolean, RecallReason])[] = [
  ['REVOKED', false, false, 'WITHDRAWN'],
  ['REVOKED', true, false, 'RULED_OUT'],
  ['EXPIRED', false, false, 'EXPIRED'],
  ['EXPIRED', true, false, 'EXPIRED'],
  ['SUPERSEDED', false, false, 'WITHDRAWN'],
  ['SUPERSEDED', true, false, 'WITHDRAWN'],
  // Listed again before it was looked at.
  ['ACTIVE', true, false, 'WITHDRAWN'],
  ['DISPUTED', false, false, 'WITHDRAWN'],
  // Told to one member alone.
  ['ACTIVE', false, true, 'WITHDRAWN'],
  ['EXPIRED', false, true, 'WITHDRAWN'],
  ['REVOKED', true, true, 'WITHDRAWN'],
];

describe('the reason of a recall', () => {
  it.each(ROWS)(
    'of what is %s, ruled out: %s, for one member: %s, is %s',
    (status, ruledOut, one, reason) => {
      expect(recallReason({ status, ruledOut, forOneMember: one })).toBe(reason);
    },
  );
});
