import { mkdirSync } from 'node:fs';

import { MATCHING_MODEL } from '../../src/matching/model/model.js';
import { DataSetError, readDataSet } from './data-set.js';
import { describeFigures } from './describe-figures.js';
import { measureSet } from './measure-set.js';
import { readBenchOptions, UsageError } from './options.js';
import { prepareSet } from './prepare-set.js';
import { writeResults } from './write-results.js';

const EXIT_USAGE = 2;

try {
  const { data, out, clusters } = readBenchOptions(process.argv.slice(2));
  const started = performance.now();
  const prepared = prepareSet(readDataSet(data), MATCHING_MODEL.rarity);
  const measured = measureSet(prepared, MATCHING_MODEL, clusters);
  const seconds = (performance.now() - started) / 1000;
  mkdirSync(out, { recursive: true });
  writeResults(out, prepared, measured);
  process.stdout.write(`${describeFigures(measured.figures, MATCHING_MODEL, seconds).join('\n')}\n`);
} catch (error) {
  if (!(error instanceof UsageError) && !(error instanceof DataSetError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = EXIT_USAGE;
}
