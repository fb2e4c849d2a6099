/** Finished results that may wait behind a slow one, as a multiple of the work in hand. */
const WINDOW_FACTOR = 8;

/**
 * Does `work` on every item, at most `concurrency` at a time, and gives the results in the items' order. Items are taken
 * only as fast as they are worked on. After a failure nothing new is begun; what is in hand ends before it is thrown.
 */
export async function* mapInOrder<Item, Outcome>(
  items: AsyncIterable<Item>,
  concurrency: number,
  work: (item: Item) => Promise<Outcome>,
): AsyncGenerator<Outcome> {
  const queue: Promise<Outcome>[] = [];
  const inHand = new Set<Promise<unknown>>();
  const failure: { error?: unknown; happened: boolean } = { happened: false };
  try {
    for await (const item of items) {
      const result = work(item);
      // A rejection is thrown from the queue below, in its turn; here it only stops further work.
      const settled: Promise<unknown> = result
        .catch((error: unknown) => {
          if (!failure.happened) Object.assign(failure, { happened: true, error });
        })
        .finally(() => inHand.delete(settled));
      inHand.add(settled);
      queue.push(result);
      if (inHand.size >= concurrency) await Promise.race(inHand);
      while (queue.length > concurrency * WINDOW_FACTOR) yield* next(queue);
      if (failure.happened) break;
    }
    while (queue.length > 0) yield* next(queue);
  } finally {
    await Promise.allSettled(inHand);
  }
}

async function* next<Outcome>(queue: Promise<Outcome>[]): AsyncGenerator<Outcome> {
  const first = queue.shift();
  if (first !== undefined) yield await first;
}
