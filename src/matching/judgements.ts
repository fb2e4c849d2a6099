import type { Judgement } from './description.js';

/** Judgements by place, each pair under both of its places. */
export interface JudgedPairs {
  readonly same: ReadonlyMap<number, readonly number[]>;
  readonly different: ReadonlyMap<number, readonly number[]>;
  /** The SAME pairs once each, the smaller place first, in canonical order. */
  readonly samePairs: readonly (readonly [number, number])[];
}

/**
 * Sorts judgements out. Those on a description that is not there are left out, and so is UNSURE. Of two on one pair
 * DIFFERENT counts: a wrong split is seen and mended, a wrong merger accuses someone.
 */
export function judgedPairs(
  judgements: readonly Judgement[],
  placeOf: ReadonlyMap<string, number>,
): JudgedPairs {
  const verdicts = new Map<string, { readonly pair: readonly [number, number]; readonly same: boolean }>();
  for (const { a, b, verdict } of judgements) {
    const placeOfA = placeOf.get(a);
    const placeOfB = placeOf.get(b);
    if (verdict === 'UNSURE' || placeOfA === undefined || placeOfB === undefined || placeOfA === placeOfB)
      continue;
    const pair = [Math.min(placeOfA, placeOfB), Math.max(placeOfA, placeOfB)] as const;
    const name = pair.join(' ');
    verdicts.set(name, { pair, same: verdict === 'SAME' && verdicts.get(name)?.same !== false });
  }
  const all = [...verdicts.values()].sort((x, y) => x.pair[0] - y.pair[0] || x.pair[1] - y.pair[1]);
  const samePairs = all.filter(({ same }) => same).map(({ pair }) => pair);
  const differentPairs = all.filter(({ same }) => !same).map(({ pair }) => pair);
  return { same: byPlace(samePairs), different: byPlace(differentPairs), samePairs };
}

function byPlace(pairs: readonly (readonly [number, number])[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  const put = (from: number, to: number): void => {
    places.set(from, [...(places.get(from) ?? []), to]);
  };
  for (const [a, b] of pairs) {
    put(a, b);
    put(b, a);
  }
  return places;
}
