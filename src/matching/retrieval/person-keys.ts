import { asciiWords, type RetrievableIdentifier } from './name-tokens.js';
import { retrievalKey, type RetrievalKey } from './retrieval-key.js';
import { wordSkeleton } from './word-skeleton.js';

const WORDS_MAX = 4;

/**
 * The keys of a person: its names by their sounds, in any order, all and each two of them; each with the year of birth;
 * and the date of birth. Typing errors and transliterations change sounds seldom, and rarely of two names at once.
 */
export function personKeys({ type, value, parts }: RetrievableIdentifier): readonly RetrievalKey[] {
  if (type !== 'PERSON') return [];
  const words = asciiWords(value).slice(0, WORDS_MAX);
  const sounds = [...new Set(words.map(soundOf))].sort();
  const { birthDate, birthYear } = parts ?? {};
  const born = birthYear ?? birthDate?.slice(0, 4);
  return [
    ...sounds.map((sound) => retrievalKey('PERSON_WORD', sound)),
    ...sounds.flatMap((sound, place) =>
      sounds.slice(place + 1).map((other) => retrievalKey('PERSON_PAIR', sound, other)),
    ),
    ...(born === undefined ? [] : words.map((word) => retrievalKey('PERSON_BORN', word.slice(0, 4), born))),
    ...(born === undefined ? [] : sounds.map((sound) => retrievalKey('PERSON_BORN', sound, born))),
    ...(birthDate === undefined ? [] : [retrievalKey('BIRTH_DATE', birthDate)]),
  ];
}

/** Of a short or soft word the sounds tell nothing: the word itself then. */
function soundOf(word: string): string {
  const skeleton = wordSkeleton(word);
  return skeleton.length >= 2 ? skeleton : word;
}
