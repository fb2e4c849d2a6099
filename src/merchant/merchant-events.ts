import type { MerchantId, ReportId } from '../common/id.js';
import type { Move } from './project-merchants.js';

/** One step of a merchant's history. */
export interface MerchantEvent {
  readonly kind: 'MERGED_INTO' | 'SPLIT_FROM';
  readonly merchantId: MerchantId;
  readonly otherMerchantId: MerchantId;
  readonly descriptionIds: readonly ReportId[];
}

/**
 * What the moves of descriptions are in the history of the merchants: those that leave a merchant in which something
 * stays are split from it; a merchant that all leave together is merged into the other.
 *
 * `staying`: the merchants in which at least one description stays.
 */
export function merchantEvents(
  moves: readonly Move[],
  staying: ReadonlySet<MerchantId>,
): readonly MerchantEvent[] {
  const byRoute = new Map<string, Move[]>();
  for (const move of moves) {
    const route = `${move.from} ${move.to}`;
    byRoute.set(route, [...(byRoute.get(route) ?? []), move]);
  }
  return [...byRoute.values()].flatMap((together): MerchantEvent[] => {
    const [first] = together;
    if (first === undefined) return [];
    const descriptionIds = together.map(({ descriptionId }) => descriptionId);
    return staying.has(first.from)
      ? [{ kind: 'SPLIT_FROM', merchantId: first.to, otherMerchantId: first.from, descriptionIds }]
      : [{ kind: 'MERGED_INTO', merchantId: first.from, otherMerchantId: first.to, descriptionIds }];
  });
}
