/** Precision, recall (0 to 1; 1 where there is nothing to find or nothing found) and their harmonic mean. */
export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function figuresOf(truePositives: number, falsePositives: number, falseNegatives: number): Figures {
  const found = truePositives + falsePositives;
  const wanted = truePositives + falseNegatives;
  return meanOf(found === 0 ? 1 : truePositives / found, wanted === 0 ? 1 : truePositives / wanted);
}

/** B-cubed of a clustering against the true one, both by place. Source: Bagga and Baldwin 1998. */
export function bCubedOf(clusters: readonly string[], truth: readonly string[]): Figures {
  const sizes = countOf(clusters);
  const trueSizes = countOf(truth);
  const both = new Map<string, { count: number; cluster: string; truth: string }>();
  for (const [place, cluster] of clusters.entries()) {
    const belongs = truth[place] ?? '';
    const name = JSON.stringify([cluster, belongs]);
    const known = both.get(name);
    if (known === undefined) both.set(name, { count: 1, cluster, truth: belongs });
    else known.count += 1;
  }
  let [precision, recall] = [0, 0];
  for (const { count, cluster, truth: belongs } of both.values()) {
    precision += (count * count) / (sizes.get(cluster) ?? 1);
    recall += (count * count) / (trueSizes.get(belongs) ?? 1);
  }
  return meanOf(precision / Math.max(1, clusters.length), recall / Math.max(1, clusters.length));
}

function meanOf(precision: number, recall: number): Figures {
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum };
}

function countOf(items: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
