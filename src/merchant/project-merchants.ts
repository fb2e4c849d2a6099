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
 * lost. A withdrawn description ties nothing, but stays with what it stood with, so that its id goes on answering: where
 * that falls apart, with the earliest that it has a value in common with, directly or by way of others, so that a merger of
 * sellers that is undone leaves its id with its own seller; else with the earliest of all.
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

  const clusterOfFormer = new Map<MerchantId, number>();
  for (const { id, merchantId } of byAge) {
    const cluster = clusterOf.get(id);
    if (cluster !== undefined && !clusterOfFormer.has(merchantId)) clusterOfFormer.set(merchantId, cluster);
  }
  const likeOf = likeEachOther(byAge);
  const clusterOfLike = new Map<ReportId, number>();
  for (const { id } of byAge) {
    const [cluster, like] = [clusterOf.get(id), likeOf.get(id)];
    if (cluster !== undefined && like !== undefined && !clusterOfLike.has(like))
      clusterOfLike.set(like, cluster);
  }
  const placeOf = ({ id, active, merchantId }: PlacedDescription): number | undefined =>
    active ? clusterOf.get(id) : (clusterOfLike.get(likeOf.get(id) ?? id) ?? clusterOfFormer.get(merchantId));

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
function likeEachOther(descriptions: readonly PlacedDescription[]): ReadonlyMap<ReportId, ReportId> {
  const key = ({ merchantId }: PlacedDescription, hash: string): string => `${merchantId} ${hash}`;
  const holders = new Map<string, PlacedDescription[]>();
  for (const description of descriptions) {
    for (const hash of description.linkHashes) {
      const at = key(description, hash);
      const known = holders.get(at);
      if (known === undefined) holders.set(at, [description]);
      else known.push(description);
    }
  }
  const likeOf = new Map<ReportId, ReportId>();
  for (const first of descriptions) {
    if (likeOf.has(first.id)) continue;
    likeOf.set(first.id, first.id);
    const left = [first];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      for (const hash of next.linkHashes) {
        const at = key(next, hash);
        const found = (holders.get(at) ?? []).filter(({ id }) => !likeOf.has(id));
        holders.delete(at);
        for (const { id } of found) likeOf.set(id, first.id);
        left.push(...found);
      }
    }
  }
  return likeOf;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
