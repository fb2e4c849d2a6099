import { editDistance, typosAllowed } from '../compare/edit-distance.js';
import { shortHash } from './retrieval-key.js';
import { wordSkeleton } from './word-skeleton.js';

/** Shorter words have too many neighbours that are other words. */
const TYPO_LENGTH_MIN = 4;
/** From this length on two errors are looked for: each half may hold both. */
const HALVES_LENGTH_MIN = 8;
const SOUND_LENGTH_MIN = 3;
/** Of a longer word only so much is varied: a typing error further behind is found by the first half. */
const VARIED_LENGTH_MAX = 12;

/**
 * Hashes under which a vocabulary keeps a word, so that another spelling of it is found: the word and each of it with
 * one character left out, its sounds, and of a long word each half. Words that share one may be near (`areNear`).
 */
export function wordVariants(word: string): readonly string[] {
  if (word.length < TYPO_LENGTH_MIN || /\d/.test(word)) return [];
  const texts = new Set([word]);
  for (let place = 0; place < Math.min(word.length, VARIED_LENGTH_MAX); place += 1) {
    texts.add(word.slice(0, place) + word.slice(place + 1));
  }
  const skeleton = wordSkeleton(word);
  const half = Math.ceil(word.length / 2);
  return [
    ...[...texts].map((text) => shortHash('TYPO', [text])),
    ...(skeleton.length >= SOUND_LENGTH_MIN ? [shortHash('SOUND', [skeleton])] : []),
    ...(word.length >= HALVES_LENGTH_MIN
      ? [shortHash('HEAD', [word.slice(0, half)]), shortHash('TAIL', [word.slice(-half)])]
      : []),
  ];
}

/**
 * How far two words are from one another as spellings of one: the typing errors between them (a character more, less or
 * other, or two that changed places), as many as typosAllowed says; 2 for words that only sound the same. Undefined when they are two words. Symmetric.
 */
export function wordDistance(a: string, b: string): number | undefined {
  if (a === b) return 0;
  const editsMax = typosAllowed(Math.min(a.length, b.length));
  if (editsMax === 0) return undefined;
  const edits = editDistance(a, b, editsMax);
  if (edits <= editsMax) return edits;
  const skeleton = wordSkeleton(a);
  return skeleton.length >= SOUND_LENGTH_MIN && skeleton === wordSkeleton(b) ? 2 : undefined;
}
