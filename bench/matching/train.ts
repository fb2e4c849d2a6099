import { runCommand } from '../command/run-command.js';
import { backgroundWords } from './background-words.js';
import { readDataSet } from './data-set.js';
import { describeTraining } from './describe-figures.js';
import { hashOf } from './hash.js';
import { readTrainOptions, TRAIN_USAGE } from './options.js';
import { prepareSet } from './prepare-set.js';
import { PRIOR_MODEL } from './prior-weights.js';
import { judgementPairs, readJudgements } from './read-judgements.js';
import { trainModel } from './train-model.js';
import { writeModel } from './write-model.js';

await runCommand(TRAIN_USAGE, async ({ args, say }) => {
  const { data, judgements, out } = readTrainOptions(args);
  const sets = [...data.map(readDataSet), ...judgements.map((path) => judgementPairs(readJudgements(path)))];
  const rarity = backgroundWords(sets.flatMap((set) => (set.kind === 'RECORDS' ? [set] : [])));
  say(`Read ${sets.map(({ name }) => name).join(', ')}; ${rarity.tokens.size} general words`);
  const prepared = sets.map((set) => prepareSet(set, rarity));
  const trained = trainModel(prepared, { ...PRIOR_MODEL, rarity }, say);
  const { fields, groups, reviewBits, matchBits } = trained.model;
  const version = `levels-${hashOf(JSON.stringify([fields, groups, reviewBits, matchBits])).toString(16)}`;
  const model = { ...trained.model, version };
  if (out !== undefined) await writeModel(out, model);
  return describeTraining({ ...trained, model }).join('\n');
});
