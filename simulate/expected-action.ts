import type { ExpectedMember, ExpectedSeller } from './expectation.js';

/** What a member recorded that it did. */
export interface ExpectedAction {
  readonly id: string;
  readonly member: ExpectedMember;
  readonly clientReference: string;
  /** As it was sent the first time. */
  readonly input: Readonly<Record<string, unknown>>;
  status: 'RECORDED' | 'WITHDRAWN';
  version: number;
}

/** What a member thinks of one indicator. */
export interface ExpectedOpinion {
  readonly indicatorId: string;
  readonly seller: ExpectedSeller;
  readonly member: ExpectedMember;
  kind: 'CONFIRMED' | 'SEEN_TOO' | 'OUTDATED' | 'FALSE_POSITIVE';
}

/**
 * Whether opinions challenge the listing of a seller: two unrelated members call one of its indicators a false positive
 * (product.md, "opinion"). 'maybe' where they relay one source by now, or did.
 */
export function challengedByOpinions(
  opinions: readonly ExpectedOpinion[],
  seller: ExpectedSeller,
): 'no' | 'maybe' {
  const against = opinions.filter((held) => held.seller === seller && held.kind === 'FALSE_POSITIVE');
  const most = [...Map.groupBy(against, ({ indicatorId }) => indicatorId).values()].map(
    ({ length }) => length,
  );
  return Math.max(0, ...most) >= 2 ? 'maybe' : 'no';
}
