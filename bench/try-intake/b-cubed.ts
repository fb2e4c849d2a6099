/** One record, the cluster that it was put into, and the one where it belongs. */
export interface Clustered {
  readonly cluster: string;
  readonly truth: string;
  /** The kind of case that it is, by which the figures are told apart. */
  readonly kind: string;
}

/** Mean precision and recall over records, 0 to 1, and their harmonic mean. */
export interface Figures {
  readonly records: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * B-cubed: of each record, which share of its cluster belongs with it (precision), and which share of what belongs with
 * it is in its cluster (recall); then the mean over the records, in all and of each kind. A record counts itself, so
 * that neither is ever 0.
 *
 * Pure. Source: Bagga and Baldwin 1998, "Entity-based cross-document coreferencing using the vector space model".
 */
export function bCubed(records: readonly Clustered[]): {
  readonly all: Figures;
  readonly byKind: ReadonlyMap<string, Figures>;
} {
  const clusterSizes = countBy(records, ({ cluster }) => cluster);
  const truthSizes = countBy(records, ({ truth }) => truth);
  const both = countBy(records, ({ cluster, truth }) => JSON.stringify([cluster, truth]));
  const scored = records.map(({ cluster, truth, kind }) => {
    const together = both.get(JSON.stringify([cluster, truth])) ?? 0;
    return {
      kind,
      precision: together / (clusterSizes.get(cluster) ?? 1),
      recall: together / (truthSizes.get(truth) ?? 1),
    };
  });
  const kinds = [...new Set(records.map(({ kind }) => kind))].sort();
  return {
    all: meanOf(scored),
    byKind: new Map(kinds.map((kind) => [kind, meanOf(scored.filter((record) => record.kind === kind))])),
  };
}

function meanOf(scored: readonly { readonly precision: number; readonly recall: number }[]): Figures {
  const records = scored.length;
  if (records === 0) return { records, precision: 1, recall: 1, f1: 1 };
  const precision = scored.reduce((sum, record) => sum + record.precision, 0) / records;
  const recall = scored.reduce((sum, record) => sum + record.recall, 0) / records;
  return { records, precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
