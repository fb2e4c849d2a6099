import { parseArgs } from 'node:util';

import { parsed, UsageError } from '../command/read-options.js';

/** What the bench is asked for. */
export interface BenchOptions {
  /** The folder with records.csv, or with pairs.csv alone. */
  readonly data: string;
  /** Where pairs.csv or clusters.csv, and candidates.csv, are left. */
  readonly out: string;
  readonly clusters: boolean;
}

/** What the training is asked for. */
export interface TrainOptions {
  readonly data: readonly string[];
  /** Analysts' decisions to learn from beside the sets. */
  readonly judgements: readonly string[];
  /** The file of the model that is written; none is where it is to be tried only. */
  readonly out: string | undefined;
}

export const BENCH_USAGE = `npm run bench:matching -- --data FOLDER --out FOLDER [--clusters]

  --data FOLDER   holds records.csv with matches.csv, or pairs.csv alone with pairs of names
  --out FOLDER    leave pairs.csv (id_a,id_b,score) and candidates.csv there
  --clusters      leave clusters.csv (record_id,cluster_id) there instead of pairs.csv`;

export const TRAIN_USAGE = `npm run train:matching -- --data FOLDER [FOLDER ...] [--judgements FILE] [--out FILE] [--try]

  --data FOLDER        a folder as bench:matching takes it; more may follow
  --judgements FILE    analysts' decisions, JSON (bench/matching/read-judgements.ts); may be given again
  --out FILE           where the model goes (default src/matching/model/learnt-model.ts)
  --try                print the figures and write nothing`;

/** Reads the command line of the bench. @throws UsageError that names what is wrong. */
export function readBenchOptions(args: readonly string[]): BenchOptions {
  const { values } = parsed(() =>
    parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        out: { type: 'string' },
        clusters: { type: 'boolean', default: false },
      },
    }),
  );
  const { data, out, clusters } = values;
  if (data === undefined || out === undefined)
    throw new UsageError('Name the folder of the data and the one for what is found.');
  return { data, out, clusters };
}

const MODEL_FILE = 'src/matching/model/learnt-model.ts';

/** Reads the command line of the training. @throws UsageError that names what is wrong. */
export function readTrainOptions(args: readonly string[]): TrainOptions {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string', multiple: true, default: [] },
        judgements: { type: 'string', multiple: true, default: [] },
        out: { type: 'string', default: MODEL_FILE },
        try: { type: 'boolean', default: false },
      },
    }),
  );
  const data = [...values.data, ...positionals];
  if (data.length === 0) throw new UsageError('Name at least one folder of labelled data.');
  return { data, judgements: values.judgements, out: values.try ? undefined : values.out };
}
