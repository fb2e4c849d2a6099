import fc from 'fast-check';
import { mergeWork } from './merge-work.js';
import type { WorkItem } from './work-item.js';
import { WORK_KINDS } from './work-kind.js';
import { compareWork } from './work-place.js';

const item = fc.record<WorkItem>({
  kind: fc.constantFrom(...WORK_KINDS),
  objectId: fc.uuid(),
  shownBy: fc.constant('00000000-0000-4000-8000-000000000001'),
  critical: fc.boolean(),
  since: fc.integer({ min: 0, max: 5 }),
  due: fc.option(fc.integer({ min: 0, max: 5 })),
});

describe('merged work', () => {
  it('is the first of all, where each source gives its first', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), fc.integer({ min: 1, max: 10 }), (all, limit) => {
        const ordered = all.toSorted(compareWork);
        const firstOfEach = [...Map.groupBy(ordered, ({ kind }) => kind).values()].map((of) =>
          of.slice(0, limit),
        );
        expect(mergeWork(firstOfEach, limit).map(({ objectId }) => objectId)).toEqual(
          ordered.slice(0, limit).map(({ objectId }) => objectId),
        );
      }),
    );
  });
});
