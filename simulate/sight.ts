import type { Clock } from '../src/common/clock.js';
import { type ExpectedGroup, type ExpectedMember, type ExpectedSeller, shownTo } from './expectation.js';

/** What of a world says who may see what. */
interface Sighted {
  readonly app: { readonly clock: Clock };
  readonly members: readonly ExpectedMember[];
  readonly sellers: readonly ExpectedSeller[];
  readonly groups: readonly ExpectedGroup[];
}

/** What each member may ever have seen by what should be, looked at whenever the register is at rest. It forgets nothing. */
export class Sight {
  readonly #seen = new Map<ExpectedMember, Set<string>>();
  /** Members by the groups that they have ever been in. */
  readonly #inside = new Map<string, Set<ExpectedMember>>();

  look({ members, sellers, groups, app }: Sighted): void {
    const now = app.clock.now();
    for (const member of members) {
      const seen = this.#seen.get(member) ?? new Set();
      for (const seller of sellers) for (const shown of shownTo(member, seller, now)) seen.add(shown);
      this.#seen.set(member, seen);
    }
    for (const { id, members: inside } of groups)
      this.#inside.set(id, new Set([...(this.#inside.get(id) ?? []), ...inside]));
  }

  /** Whether a member has ever been one of those who may see a value, by type and value as shown. */
  hasSeen(member: ExpectedMember, shown: string): boolean {
    return this.#seen.get(member)?.has(shown) ?? false;
  }

  /** Whether a member has ever been in a group, by its id in the API. */
  wasIn(member: ExpectedMember, groupId: string): boolean {
    return this.#inside.get(groupId)?.has(member) ?? false;
  }
}
