import type { MerchantId, ReportId } from '../common/id.js';

/** A description's place before the clusters were formed anew. */
export interface PlacedDescription {
  readonly id: ReportId;
  readonly ownMerchantId: MerchantId;
  readonly merchantId: MerchantId;
  /** ISO 8601 in UTC. */
  readonly receivedAt: string;
  readonly active: boolean;
  /** The values by which it may be the same as others. */
  readonly linkHashes: readonly string[];
}

/** A description that now belongs to another merchant. */
export interface Move {
  readonly descriptionId: ReportId;
  readonly from: MerchantId;
  readonly to: MerchantId;
}

/**
 * Gives every cluster its merchant id and tells which descriptions move.
 *
 * A merchant is called by the own id of its earliest description (by receipt, then by id), so the clusters alone decide
 * the ids: in whatever order they were found, merging and undoing lead back to the same ids, and no id is ever made or
 * lost. A withdrawn description ties nothing, but stays with what it stood with, so that its id goes on answering: with the
 * earliest that it has a value in common with, directly or by way of others. Where none is left its id is its own again: it would
 * lead to a seller that it never spoke of. What analysts took it for ends with it (plan-merge.ts).
 */
export function projectMerchants(
  descriptions: readonly PlacedDescription[],
  clusters: readonly (readonly ReportId[])[],
): readonly Move[] {
  const byAge = [...descriptions].sort((a, b) => compare(a.receivedAt, b.receivedAt) || compare(a.id, b.id));
  const clusterOf = new Map<ReportId, number>();
  clusters.forEach((ids, cluster) => {
    for (const id of ids) clusterOf.set(id, cluster);
  });

  const tieOf = tiesAmong(byAge);
  const clusterOfTie = new Map<ReportId, number>();
  for (const { id } of byAge) {
    const [cluster, tie] = [clusterOf.get(id), tieOf.get(id)];
    if (cluster !== undefined && tie !== undefined && !clusterOfTie.has(tie)) clusterOfTie.set(tie, cluster);
  }
  const placeOf = ({ id, active }: PlacedDescription): number | undefined =>
    active ? clusterOf.get(id) : clusterOfTie.get(tieOf.get(id) ?? id);

  const merchantOf = new Map<number, MerchantId>();
  for (const description of byAge) {
    const place = placeOf(description);
    if (place !== undefined && !merchantOf.has(place)) merchantOf.set(place, description.ownMerchantId);
  }

  return byAge.flatMap((description) => {
    const place = placeOf(description);
    const to = (place === undefined ? undefined : merchantOf.get(place)) ?? description.ownMerchantId;
    return to === description.merchantId
      ? []
      : [{ descriptionId: description.id, from: description.merchantId, to }];
  });
}

/** Of those that stood in one merchant, for each the one that stands for all that it has values in common with. */
function tiesAmong(descriptions: readonly PlacedDescription[]): ReadonlyMap<ReportId, ReportId> {
  const tiesOf = ({ merchantId, linkHashes }: PlacedDescription): string[] =>
    linkHashes.map((hash) => `${merchantId} ${hash}`);
  const holders = new Map<string, PlacedDescription[]>();
  for (const description of descriptions) {
    for (const tie of tiesOf(description)) {
      const known = holders.get(tie);
      if (known === undefined) holders.set(tie, [description]);
      else known.push(description);
    }
  }
  const tieOf = new Map<ReportId, ReportId>();
  for (const first of descriptions) {
    if (tieOf.has(first.id)) continue;
    tieOf.set(first.id, first.id);
    const left = [first];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      for (const tie of tiesOf(next)) {
        const found = (holders.get(tie) ?? []).filter(({ id }) => !tieOf.has(id));
        holders.delete(tie);
        for (const { id } of found) tieOf.set(id, first.id);
        left.push(...found);
      }
    }
  }
  return tieOf;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
