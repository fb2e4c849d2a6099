import { countStrangers, type Standing } from './count-strangers.js';
import { at, type HeldKey } from './key-index.js';

/** From so many strangers on that hold both, a value goes about with a shared one. */
const COMPANION_STRANGERS_MIN = 2;

/**
 * The standing keys that go about with a shared one: strangers who hold the one hold the other as well. A facilitator's
 * telephone is soon known for what it is; its account, which fewer reports name, is the same facilitator's.
 *
 * Gives each with the number of strangers who hold both. `standing.keys` is as before when it returns.
 */
export function findCompanions(
  shared: readonly HeldKey[],
  standing: Standing & { readonly keys: Set<HeldKey> },
): ReadonlyMap<HeldKey, number> {
  const found = new Map<HeldKey, number>();
  for (const value of shared) {
    for (const [companion, holders] of heldBeside(value, standing)) {
      standing.keys.delete(companion);
      const strangers = countStrangers({ key: companion.key, holders }, standing);
      standing.keys.add(companion);
      if (strangers >= COMPANION_STRANGERS_MIN)
        found.set(companion, Math.max(strangers, found.get(companion) ?? 0));
    }
  }
  return found;
}

/** The standing keys that several holders of a value hold as well, each with those holders. */
function heldBeside(value: HeldKey, { index, keys }: Standing): Map<HeldKey, number[]> {
  const beside = new Map<HeldKey, number[]>();
  for (const holder of value.holders) {
    for (const held of at(index.entries, holder).linkKeys) {
      if (!keys.has(held)) continue;
      const holders = beside.get(held);
      if (holders === undefined) beside.set(held, [holder]);
      else holders.push(holder);
    }
  }
  for (const [held, holders] of beside) if (holders.length < COMPANION_STRANGERS_MIN) beside.delete(held);
  return beside;
}
