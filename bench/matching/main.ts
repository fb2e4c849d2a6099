import { mkdirSync } from 'node:fs';

import { MATCHING_MODEL } from '../../src/matching/model/model.js';
import { runCommand } from '../command/run-command.js';
import { readDataSet } from './data-set.js';
import { describeFigures } from './describe-figures.js';
import { measureSet } from './measure-set.js';
import { BENCH_USAGE, readBenchOptions } from './options.js';
import { prepareSet } from './prepare-set.js';
import { writeResults } from './write-results.js';

await runCommand(BENCH_USAGE, ({ args }) => {
  const { data, out, clusters } = readBenchOptions(args);
  const started = performance.now();
  const prepared = prepareSet(readDataSet(data), MATCHING_MODEL.rarity);
  const measured = measureSet(prepared, MATCHING_MODEL, clusters);
  const seconds = (performance.now() - started) / 1000;
  mkdirSync(out, { recursive: true });
  writeResults(out, prepared, measured);
  return describeFigures(measured.figures, MATCHING_MODEL, seconds).join('\n');
});
