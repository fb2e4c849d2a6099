import type { MerchantId, ReportId } from '../common/id.js';

/** A description's place before the clusters were formed anew. */
export interface PlacedDescription {
  readonly id: ReportId;
  readonly ownMerchantId: MerchantId;
  readonly merchantId: MerchantId;
  /** ISO 8601 in UTC. */
  readonly receivedAt: string;
  readonly active: boolean;
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
 * lost. A withdrawn description ties nothing, but stays with the earliest description it stood with, so that its id goes
 * on answering.
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
  const placeOf = (description: PlacedDescription): number | undefined =>
    description.active ? clusterOf.get(description.id) : clusterOfFormer.get(description.merchantId);

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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
