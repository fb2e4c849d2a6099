import { writeFileSync } from 'node:fs';

import { format, resolveConfig } from 'prettier';

import type { MatchingModel, PackedWords, StoredModel } from '../../src/matching/model/matching-model.js';

const HEAD = `import type { PackedWords, StoredModel } from './matching-model.js';

/** Written by \`npm run train:matching\`: what it learnt, and the figures that it reached on pairs it had not seen. */
`;

/** Writes a model as the source file that the product has it in, in the project's own style. */
export async function writeModel(path: string, { rarity, ...model }: MatchingModel): Promise<void> {
  const stored: StoredModel = { ...model, unlistedBits: rarity.unlistedBits };
  const source = `${HEAD}export const LEARNT_MODEL: StoredModel = ${JSON.stringify(stored)};

/** How general the words of names are, in bits: the more general the fewer. */
export const LEARNT_WORDS: PackedWords = ${JSON.stringify(packWords(rarity.tokens))};
`;
  const options = await resolveConfig(path);
  writeFileSync(path, await format(source, { ...options, parser: 'typescript', filepath: path }));
}

/** Words of one line; a longer line would not be read. */
const LINE_LENGTH_MAX = 90;

function packWords(tokens: ReadonlyMap<string, number>): PackedWords {
  const byBits = new Map<number, string[]>();
  for (const [word, bits] of tokens) byBits.set(bits, [...(byBits.get(bits) ?? []), word]);
  return [...byBits]
    .sort(([a], [b]) => a - b)
    .flatMap(([bits, words]) => linesOf(words.sort()).map((line): [number, string] => [bits, line]));
}

function linesOf(words: readonly string[]): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= LINE_LENGTH_MAX) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
