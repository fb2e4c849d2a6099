import { countStrangers, type Standing } from './count-strangers.js';
import { findCompanions } from './find-companions.js';
import { byNarrowness, type HeldKey, type KeyIndex } from './key-index.js';
import type { MatchingSettings } from './model.js';

/** Which keys stand, that is may link, and which are shared. Each key that may link is in exactly one of the two. */
export interface SharedJudgement {
  readonly standing: ReadonlySet<HeldKey>;
  /** With the number of merchants that nothing but the key united when it was judged. */
  readonly shared: ReadonlyMap<HeldKey, number>;
}

/**
 * Tells values that many unrelated merchants share from those of one merchant.
 *
 * The keys are judged from the narrowest (fewest holders) to the broadest, each with the help of those that already
 * stand: a facilitator's telephone cannot vouch for its account, nor the account for the telephone, for neither stands
 * while the other is judged. A key that unites more strangers than the limit is shared; the others stand. Afterwards
 * each is judged again with the help of all others, for only then is known what else its holders have, and what fails
 * now falls, and with it what goes about with a shared value (find-companions.ts), until nothing does. A key never rises
 * again, so this ends.
 *
 * Source: identifiers.md, "Shared".
 */
export function judgeShared(
  index: KeyIndex,
  judgedSame: Standing['judgedSame'],
  { sharedLimit, knownShared }: MatchingSettings,
): SharedJudgement {
  const keys = new Set<HeldKey>();
  const standing = { index, keys, judgedSame };
  const shared = new Map<HeldKey, number>();
  const order = [...index.linkKeys].sort(byNarrowness);
  for (const held of order) {
    const listed = knownShared.has(held.key.hash);
    const strangers = listed || held.holders.length > sharedLimit ? countStrangers(held, standing) : 0;
    if (listed || strangers > sharedLimit) shared.set(held, strangers);
    else keys.add(held);
  }
  const mayFall = order.filter((held) => keys.has(held) && held.holders.length > sharedLimit);
  for (let fell = true; fell;) {
    fell = false;
    for (const held of mayFall) {
      if (!keys.delete(held)) continue;
      const strangers = countStrangers(held, standing);
      if (strangers > sharedLimit) {
        shared.set(held, strangers);
        fell = true;
      } else {
        keys.add(held);
      }
    }
    for (const [companion, strangers] of findCompanions([...shared.keys()], standing)) {
      keys.delete(companion);
      shared.set(companion, strangers);
      fell = true;
    }
  }
  return { standing: keys, shared };
}
