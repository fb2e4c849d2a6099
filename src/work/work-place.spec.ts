import { InvalidInputError } from '../graphql/index.js';
import { encodeCursor } from '../common/page.js';
import { compareWork, workCursor, type WorkPlace, workPlaceOf } from './work-place.js';

const [LOW, HIGH] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];

const place = (values: Partial<WorkPlace> = {}): WorkPlace => ({
  critical: false,
  due: null,
  since: 1_780_000_000_000_001,
  kind: 'TRIAGE_REPORT',
  objectId: LOW,
  ...values,
});

/** Each stands before the next. */
const ORDERED: readonly WorkPlace[] = [
  place({ critical: true, due: 900, since: 500 }),
  place({ critical: true, since: 100 }),
  place({ due: 100, since: 900 }),
  place({ due: 200, since: 100 }),
  place({ due: 200, since: 300, kind: 'ACKNOWLEDGE_ALERT', objectId: HIGH }),
  place({ due: 200, since: 300, kind: 'CLOSE_RECALL', objectId: LOW }),
  place({ due: 200, since: 300, kind: 'CLOSE_RECALL', objectId: HIGH }),
  place({ since: 1 }),
  place({ since: 2 }),
];

describe('work', () => {
  it('is in order of urgency, deadline (none is last), age, kind and id', () => {
    expect(ORDERED.toReversed().sort(compareWork)).toEqual(ORDERED);
    for (const each of ORDERED) expect(compareWork(each, { ...each })).toBe(0);
  });

  it('goes on where its cursor says', () => {
    expect(ORDERED.map(workCursor).map(workPlaceOf)).toEqual(ORDERED);
  });

  it.each([
    ['of another list', encodeCursor(['2026-06-01T00:00:00.000Z', LOW])],
    ['no cursor', 'x'],
    ['critical as nothing is', encodeCursor([2, -1, 1, 'CLOSE_RECALL', LOW])],
    ['due before there were times', encodeCursor([0, -2, 1, 'CLOSE_RECALL', LOW])],
    ['due at a fraction', encodeCursor([0, 1.5, 1, 'CLOSE_RECALL', LOW])],
    ['of a time that no database reads', encodeCursor([0, -1, 1e18, 'CLOSE_RECALL', LOW])],
    ['of a kind that there is not', encodeCursor([0, -1, 1, 'REST', LOW])],
    ['of no id', encodeCursor([0, -1, 1, 'CLOSE_RECALL', 'LOW'])],
  ])('refuses a cursor that is %s', (_, cursor) => {
    expect(() => workPlaceOf(cursor)).toThrow(InvalidInputError);
  });
});
