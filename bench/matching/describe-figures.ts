import type { MatchingModel } from '../../src/matching/model/matching-model.js';
import { figuresAt, type HeldOutSet, type Thresholds } from './choose-thresholds.js';
import type { Figures } from './figures.js';
import type { ClusteredFigures } from './held-out-clusters.js';
import type { SetFigures } from './measure-set.js';
import { schemaGroups } from './schema-groups.js';
import type { Trained } from './train-model.js';

/** The figures of one set in lines of text. */
export function describeFigures(
  figures: SetFigures,
  model: MatchingModel,
  seconds: number,
): readonly string[] {
  return [
    `${figures.set}: ${figures.records} records, model ${model.version}, review from ${model.reviewBits} bits, match from ${model.matchBits} bits`,
    ...figures.pairs.map((pairs) => line(pairs.schema === '' ? 'pairs' : `pairs, ${pairs.schema}`, pairs)),
    ...(figures.clustered === null ? [] : [line('pairs of one cluster', figures.clustered)]),
    ...(figures.bCubed === null ? [] : [line('B-cubed', figures.bCubed)]),
    ...(figures.pairCompleteness === null
      ? []
      : [
          `pair completeness ${figures.pairCompleteness.toFixed(4)}, ${figures.candidatesPerRecord.toFixed(1)} candidates a record`,
        ]),
    `automatic band: precision ${figures.matchPrecision.toFixed(4)}, share of the true pairs ${figures.matchShare.toFixed(4)}`,
    `${seconds.toFixed(1)} seconds, ${figures.microsecondsPerPair.toFixed(0)} microseconds a pair`,
  ];
}

function line(what: string, { precision, recall, f1 }: Figures): string {
  return `${what}: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, F1 ${f1.toFixed(4)}`;
}

/** What a training gave, in lines of text. */
export function describeTraining({ model, heldOut, clustered, thresholds }: Trained): readonly string[] {
  return [
    `Model ${model.version}: review from ${model.reviewBits} bits, match from ${model.matchBits}`,
    ...model.figures.map(
      ({ set, precision, recall, f1, matchPrecision, matchShare }) =>
        `${set}: precision ${precision}, recall ${recall}, F1 ${f1}; automatic: precision ${matchPrecision}, share ${matchShare} (held out)`,
    ),
    ...describeSchemas(heldOut, thresholds),
    ...describeClusters(clustered),
  ];
}

/** The held-out figures of each schema, of the sets that have several. */
function describeSchemas(sets: readonly HeldOutSet[], thresholds: Thresholds): readonly string[] {
  return sets.flatMap((set) =>
    schemaGroups(set.pairs.map(({ schema }) => schema)).map(({ name, schemas }) => {
      const pairs = set.pairs.filter(({ schema }) => schemas.has(schema));
      const same = pairs.filter(({ isSame }) => isSame).length;
      return `${line(`${set.name}, ${name}`, figuresAt({ name: set.name, pairs, same }, thresholds))} (held out)`;
    }),
  );
}

/** The held-out figures of the clusters. */
function describeClusters(clustered: readonly ClusteredFigures[]): readonly string[] {
  return clustered.flatMap(({ set, pairs, bCubed }) => [
    `${line(`${set}, pairs of one cluster`, pairs)} (held out)`,
    `${line(`${set}, B-cubed`, bCubed)} (held out)`,
  ]);
}
