import { backgroundWords } from './background-words.js';
import { DataSetError, readDataSet } from './data-set.js';
import { hashOf } from './hash.js';
import { readTrainOptions, UsageError } from './options.js';
import { prepareSet } from './prepare-set.js';
import { PRIOR_MODEL } from './prior-weights.js';
import { judgementPairs, readJudgements } from './read-judgements.js';
import { trainModel } from './train-model.js';
import { describeClusters, describeSchemas } from './describe-figures.js';
import { writeModel } from './write-model.js';

const EXIT_USAGE = 2;

try {
  const { data, judgements, out } = readTrainOptions(process.argv.slice(2));
  const report = (line: string): void => void process.stderr.write(`${line}\n`);
  const sets = [...data.map(readDataSet), ...judgements.map((path) => judgementPairs(readJudgements(path)))];
  const rarity = backgroundWords(sets.flatMap((set) => (set.kind === 'RECORDS' ? [set] : [])));
  report(`Read ${sets.map(({ name }) => name).join(', ')}; ${rarity.tokens.size} general words`);
  const prepared = sets.map((set) => prepareSet(set, rarity));
  const { model, heldOut, clustered, thresholds } = trainModel(prepared, { ...PRIOR_MODEL, rarity }, report);
  const version = `levels-${hashOf(JSON.stringify([model.fields, model.groups, model.reviewBits, model.matchBits])).toString(16)}`;
  process.stdout.write(
    `Model ${version}: review from ${model.reviewBits} bits, match from ${model.matchBits}\n`,
  );
  for (const { set, precision, recall, f1, matchPrecision, matchShare } of model.figures) {
    process.stdout.write(
      `${set}: precision ${precision}, recall ${recall}, F1 ${f1}; automatic: precision ${matchPrecision}, share ${matchShare} (held out)\n`,
    );
  }
  for (const line of [...describeSchemas(heldOut, thresholds), ...describeClusters(clustered)])
    process.stdout.write(`${line}\n`);
  if (out !== undefined) await writeModel(out, { ...model, version });
} catch (error) {
  if (!(error instanceof UsageError) && !(error instanceof DataSetError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = EXIT_USAGE;
}
