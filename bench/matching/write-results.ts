import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { stringify } from 'csv-stringify/sync';

import { pairOf } from './data-set.js';
import type { Measured } from './measure-set.js';
import type { PreparedSet } from './prepare-set.js';

/** Leaves what was found: clusters.csv where clusters were asked for, else pairs.csv; and the candidates. */
export function writeResults(
  folder: string,
  { set, candidates, pairs }: PreparedSet,
  measured: Measured,
): void {
  if (set.kind === 'NAMES') {
    const found = new Map(measured.found.map(({ key, bits }) => [key, bits]));
    const rows = pairs.flatMap(({ key }) => {
      const bits = found.get(key);
      const pair = set.pairs[key];
      return bits === undefined || pair === undefined ? [] : [[pair.a.id, pair.b.id, bits]];
    });
    write(folder, 'pairs.csv', ['id_a', 'id_b', 'score'], rows);
    return;
  }
  const idOf = (place: number): string => set.records[place]?.id ?? '';
  const idsOf = (key: number): [string, string] => {
    const { a, b } = pairOf(key);
    return [idOf(a), idOf(b)];
  };
  if (measured.clusters === null) {
    const rows = measured.found.map(({ key, bits }) => [...idsOf(key), bits]);
    write(folder, 'pairs.csv', ['id_a', 'id_b', 'score'], rows);
  } else {
    const rows = measured.clusters.map((cluster, place) => [idOf(place), cluster]);
    write(folder, 'clusters.csv', ['record_id', 'cluster_id'], rows);
  }
  write(folder, 'candidates.csv', ['id_a', 'id_b'], [...candidates].sort((a, b) => a - b).map(idsOf));
}

function write(
  folder: string,
  name: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const input = rows.map((row) => [...row]);
  writeFileSync(join(folder, name), stringify(input, { header: true, columns: [...columns] }));
}
