import { nameTokens, type RetrievableIdentifier } from './name-tokens.js';
import { retrievalKey, type RetrievalKey } from './retrieval-key.js';
import type { NearWords } from './vocabulary.js';

const WORD_LENGTH_MIN = 3;
const START_LENGTH = 8;
/** Of fewer words the set is a pair or a word, which have keys of their own. */
const SET_LENGTH_MIN = 3;
/** The most keys of misspelt words that one name is looked for by: those of the nearest spellings. */
const NEAR_KEYS_MAX = 96;

/**
 * The keys of a merchant's name, those first that fewer hold: the whole name, its words in any order, its start
 * (descriptors are cut off), each two words, and each word.
 */
export function nameKeys(identifier: RetrievableIdentifier): readonly RetrievalKey[] {
  const tokens = nameTokens(identifier);
  if (tokens.length === 0) return [];
  const whole = tokens.join('');
  return [
    retrievalKey('NAME_WHOLE', whole),
    ...(tokens.length < SET_LENGTH_MIN ? [] : [setKey(tokens)]),
    ...(whole.length >= START_LENGTH ? [retrievalKey('NAME_START', whole.slice(0, START_LENGTH))] : []),
    ...pairs(tokens).map(pairKey),
    ...tokens.filter((word) => word.length >= WORD_LENGTH_MIN).map((word) => retrievalKey('NAME_WORD', word)),
  ];
}

/**
 * The keys that other spellings of a name's words add: with one word in another spelling first, then with two. Asked by
 * and never stored, so a misspelt name is found by the right one, and the right one by a misspelt.
 */
export function nearNameKeys(identifier: RetrievableIdentifier, near: NearWords): readonly RetrievalKey[] {
  const tokens = nameTokens(identifier);
  const spellings = tokens.map((word) => ({ word, others: near(word) }));
  const replaced =
    tokens.length < SET_LENGTH_MIN
      ? []
      : spellings.flatMap(({ others }, place) => others.map((other) => setKey(tokens.with(place, other))));
  const oneOther = pairs(spellings).flatMap(([a, b]) => [
    ...a.others.map((other) => pairKey([other, b.word])),
    ...b.others.map((other) => pairKey([a.word, other])),
  ]);
  const words = spellings.flatMap(({ others }) => others.map((other) => retrievalKey('NAME_WORD', other)));
  const joined = tokens
    .slice(1)
    .flatMap((word, place) => joinedKeys(tokens, place, `${tokens[place] ?? ''}${word}`));
  const twoOthers = pairs(spellings).flatMap(([a, b]) =>
    a.others.flatMap((first) => b.others.map((second) => pairKey([first, second]))),
  );
  return [...replaced, ...words, ...joined, ...oneOther, ...twoOthers].slice(0, NEAR_KEYS_MAX);
}

/** The words at `place` and behind it read as one, with each other word: `SEA FOOD` for `SEAFOOD`. */
function joinedKeys(tokens: readonly string[], place: number, word: string): RetrievalKey[] {
  const others = tokens.filter((_, index) => index !== place && index !== place + 1);
  return [retrievalKey('NAME_WORD', word), ...others.map((other) => pairKey([word, other]))];
}

function setKey(words: readonly string[]): RetrievalKey {
  return retrievalKey('NAME_SET', ...[...words].sort());
}

function pairKey(words: readonly [string, string]): RetrievalKey {
  return retrievalKey('NAME_PAIR', ...[...words].sort());
}

function pairs<Item>(items: readonly Item[]): (readonly [Item, Item])[] {
  return items.flatMap((item, place) => items.slice(place + 1).map((other) => [item, other] as const));
}
