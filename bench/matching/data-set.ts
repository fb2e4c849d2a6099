import { basename, resolve } from 'node:path';

import { readRows, type CsvRow } from './csv-rows.js';
import { readRecord, type BenchRecord } from './read-record.js';
import { UsageError } from '../command/read-options.js';

/** A pair of records by their places, the smaller first. */
export interface PlacePair {
  readonly a: number;
  readonly b: number;
}

/** Records of one folder with what is known of which are the same. */
export interface RecordSet {
  readonly kind: 'RECORDS';
  readonly name: string;
  readonly records: readonly BenchRecord[];
  /** The pairs that are the same, by `pairKey`. */
  readonly truth: ReadonlySet<number>;
  /** Where only some pairs are labelled, all of these. Others then do not count, either way. */
  readonly labelled: ReadonlySet<number> | null;
  /** The true cluster of each record, by place: closed over the pairs that are the same. */
  readonly clusterOf: readonly string[];
}

/** Pairs of names with no record around them. */
export interface NamePairSet {
  readonly kind: 'NAMES';
  readonly name: string;
  readonly pairs: readonly NamePair[];
}

export interface NamePair {
  readonly schema: string;
  readonly a: BenchRecord;
  readonly b: BenchRecord;
  readonly isSame: boolean;
}

export type DataSet = RecordSet | NamePairSet;

/** A folder that holds nothing to read. */
export class DataSetError extends UsageError {
  override readonly name: string = 'DataSetError';
}

/** No set is larger, so that two places fit into one number. */
const RECORDS_MAX = 2 ** 26;

/** One number for two places, whatever their order. */
export function pairKey(a: number, b: number): number {
  return a < b ? a * RECORDS_MAX + b : b * RECORDS_MAX + a;
}

export function pairOf(key: number): PlacePair {
  return { a: Math.floor(key / RECORDS_MAX), b: key % RECORDS_MAX };
}

/**
 * Reads a folder: records.csv with matches.csv (and pairs.csv, clusters.csv), or pairs.csv alone with pairs of names.
 *
 * @throws DataSetError that says which file or column is missing.
 */
export function readDataSet(folder: string): DataSet {
  const name = basename(resolve(folder));
  const records = readRows(folder, 'records.csv');
  const pairs = readRows(folder, 'pairs.csv');
  if (records === undefined) {
    if (pairs === undefined) throw new DataSetError(`${folder} has neither records.csv nor pairs.csv.`);
    return { kind: 'NAMES', name, pairs: pairs.map(readNamePair) };
  }
  const read = records.map(readRecord);
  const placeOf = new Map(read.map(({ id }, place) => [id, place]));
  const keysOf = (rows: readonly CsvRow[]): number[] =>
    rows.flatMap((row) => {
      const a = placeOf.get(row['id_a'] ?? '');
      const b = placeOf.get(row['id_b'] ?? '');
      return a === undefined || b === undefined || a === b ? [] : [pairKey(a, b)];
    });
  const truth = new Set(
    keysOf(pairs === undefined ? (readRows(folder, 'matches.csv') ?? []) : pairs.filter(isLabelledSame)),
  );
  return {
    kind: 'RECORDS',
    name,
    records: read,
    truth,
    labelled: pairs === undefined ? null : new Set(keysOf(pairs)),
    clusterOf: clustersOf(read, truth, readRows(folder, 'clusters.csv') ?? []),
  };
}

function isLabelledSame(row: CsvRow): boolean {
  return Number(row['label']) > 0;
}

function readNamePair(row: CsvRow, index: number): NamePair {
  const schema = row['schema'] ?? '';
  const recordOf = (name: string | undefined, side: string): BenchRecord =>
    readRecord({
      record_id: `${index}${side}`,
      ...(schema === 'Person' ? { given_name: name, name } : { name }),
    });
  return {
    schema,
    a: recordOf(row['name1'], 'a'),
    b: recordOf(row['name2'], 'b'),
    isSame: row['is_match'] === 'true' || row['is_match'] === '1',
  };
}

/** clusters.csv wins where it names a record; otherwise records that are the same, in however many steps, are one. */
function clustersOf(
  records: readonly BenchRecord[],
  truth: ReadonlySet<number>,
  rows: readonly CsvRow[],
): readonly string[] {
  const parent = records.map((_, place) => place);
  const root = (place: number): number => {
    let at = place;
    for (let above = parent[at]; above !== undefined && above !== at; above = parent[at]) at = above;
    return at;
  };
  for (const key of truth) {
    const { a, b } = pairOf(key);
    parent[Math.max(root(a), root(b))] = Math.min(root(a), root(b));
  }
  const named = new Map(rows.map((row) => [row['record_id'] ?? '', row['cluster_id'] ?? '']));
  return records.map(({ id }, place) => {
    const cluster = named.get(id);
    if (cluster !== undefined && cluster !== '') return `c${cluster}`;
    return rows.length > 0 ? `r${id}` : `p${root(place)}`;
  });
}
