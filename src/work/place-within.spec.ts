import fc from 'fast-check';
import { placeWithin } from './place-within.js';
import { WORK_KINDS } from './work-kind.js';
import { compareWork, type WorkPlace } from './work-place.js';
import type { Rank } from './work-source.js';

const IDS = [1, 2, 3].map((number) => `00000000-0000-4000-8000-00000000000${number}`);
const micros = fc.integer({ min: 1_780_000_000_000_000, max: 1_780_000_000_000_003 });

const place = fc.record<WorkPlace>({
  kind: fc.constantFrom(...WORK_KINDS),
  objectId: fc.constantFrom(...IDS),
  critical: fc.boolean(),
  since: micros,
  due: fc.option(micros),
});

/** As the statements of work-source.ts compare, each value as text that sorts as the database does. */
const key = (ranks: readonly Rank[], critical: boolean, due: string, since: string, id: string): string =>
  [
    ...(ranks.includes('critical') ? [critical ? '0' : '1'] : []),
    ...(ranks.includes('due') ? [sortable(due)] : []),
    sortable(since),
    id,
  ].join(' ');

const sortable = (time: string): string => time.replace(/^-infinity$/, '0').replace(/^infinity$/, '9');

const timeOf = (at: number): string =>
  `${new Date(Math.floor(at / 1_000)).toISOString().slice(0, -1)}${String(at % 1_000).padStart(3, '0')}Z`;

describe('a place within a source', () => {
  it('has the same behind it as the place in the whole list', () => {
    const ranked = fc.subarray<Rank>(['critical', 'due']);
    fc.assert(
      fc.property(ranked, place, fc.option(place, { nil: undefined }), (ranks, item, after) => {
        // What a source is not ranked by is the same for all of it.
        const critical = ranks.includes('critical') && item.critical;
        const due = ranks.includes('due') ? item.due : null;
        const within = placeWithin({ kind: item.kind, ranks }, after);
        const last = due === null ? 'infinity' : timeOf(due);
        const isBehind =
          key(ranks, critical, last, timeOf(item.since), item.objectId) >
          key(ranks, within.critical, within.due, within.since, within.id);
        expect(isBehind).toBe(after === undefined || compareWork(after, { ...item, critical, due }) < 0);
      }),
      { numRuns: 2_000 },
    );
  });
});
