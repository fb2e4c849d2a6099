/**
 * Does `work` for every item, `width` at a time at most, beginning in the order of the list. After an error nothing new is
 * begun, and it is thrown once what was in hand is over.
 */
export async function inParallel<Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  // Of a generator, and not of an array's own iterator, a loop that throws leaves nothing for the other lanes.
  const ahead = each(items);
  const lane = async (): Promise<void> => {
    for (const item of ahead) await work(item);
  };
  const ends = await Promise.allSettled(Array.from({ length: width }, lane));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

function* each<Item>(items: readonly Item[]): Generator<Item> {
  yield* items;
}
