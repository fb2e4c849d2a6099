import { setTimeout as wait } from 'node:timers/promises';
import { mapInOrder } from './map-in-order.js';

async function* numbers(count: number): AsyncGenerator<number> {
  for (let n = 0; n < count; n++) {
    await Promise.resolve();
    yield n;
  }
}

async function gather<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('mapInOrder', () => {
  it('gives results in the order of the items, whichever is done first', async () => {
    const results = gather(mapInOrder(numbers(50), 8, (n) => wait((n * 7) % 5, n)));

    expect(await results).toEqual(Array.from({ length: 50 }, (_, n) => n));
  });

  it('never has more in hand than was asked', async () => {
    let inHand = 0;
    let most = 0;
    await gather(
      mapInOrder(numbers(40), 4, async () => {
        most = Math.max(most, ++inHand);
        await wait(1);
        inHand--;
      }),
    );

    expect(most).toBe(4);
  });

  it('ends what is in hand and begins nothing new after a failure', async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const results = gather(
      mapInOrder(numbers(1000), 4, async (n) => {
        begun.push(n);
        await wait(2);
        if (n === 5) throw new Error('no further');
        ended.push(n);
        return n;
      }),
    );

    await expect(results).rejects.toThrow('no further');
    expect(begun.length).toBeLessThan(20);
    expect(ended).toHaveLength(begun.length - 1);
  });
});
