import { DemoRandom } from '../../src/demo/demo-random.js';

/** Draws at most `count` of a list, by a seed; all of it, in its order, where it is no longer. */
export function seededSample(count: number, seed: number): <Item>(items: readonly Item[]) => readonly Item[] {
  return (items) => {
    if (items.length <= count) return items;
    const dice = new DemoRandom(seed);
    return items
      .map((item) => ({ item, place: dice.next() }))
      .sort((a, b) => a.place - b.place)
      .slice(0, count)
      .map(({ item }) => item);
  };
}
