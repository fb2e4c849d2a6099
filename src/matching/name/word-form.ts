import { consonantSkeleton, foldSpelling } from './fold-spelling.js';
import { letterCodes } from './spelling-distance.js';
import { wordGroup } from './word-groups.js';

/** One word of a name, with all that comparing it needs, prepared once. */
export interface WordForm {
  /** ASCII capitals and digits. */
  readonly text: string;
  /** In a spelling that transliterations share. */
  readonly fold: string;
  /** Its consonants, those heard alike as one. */
  readonly skeleton: string;
  /** Letters of the text and of the fold, as `spellingDistance` takes them. */
  readonly letters: Uint8Array;
  readonly foldLetters: Uint8Array;
  /** A number in digits, however it was written; its words as one word. */
  readonly number: string | undefined;
  /** The general meaning that it has in business names. */
  readonly group: number | undefined;
  /** Its place among the words as written, stop words counted: neighbours may be one word on the other side. */
  readonly place: number;
}

/** Prepares a word. `number` is set where it was read as one. */
export function wordForm(text: string, place: number, number?: string): WordForm {
  const fold = foldSpelling(text);
  return {
    text,
    fold,
    skeleton: consonantSkeleton(fold),
    letters: letterCodes(text),
    foldLetters: letterCodes(fold),
    number,
    group: wordGroup(text),
    place,
  };
}
