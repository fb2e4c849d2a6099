import type { DescribedIdentifier } from '../description.js';
import { isParticle, isTitle } from './given-names.js';
import { letterCodes } from './spelling-distance.js';
import { wordForm, type WordForm } from './word-form.js';

/** Longest name that is compared word by word; of a longer one the rest is not looked at. */
const WORDS_MAX = 12;

/** A person's name, prepared once for any number of comparisons. */
export interface PersonForm {
  /** All words, in the order written where it is known, joined by spaces. */
  readonly text: string;
  readonly compact: string;
  readonly letters: Uint8Array;
  /** The words without titles and particles; never empty. A name of nothing else keeps them. */
  readonly words: readonly WordForm[];
  /** Whether the words stand in the order written; else in alphabetical order. */
  readonly isOrdered: boolean;
  /** First letters of all words. */
  readonly initials: string;
  /** As typed, in capitals, where it was not typed in Latin script. */
  readonly native: string | undefined;
}

/** What is read of an identifier of type PERSON. */
export type PersonSource = Pick<DescribedIdentifier, 'value' | 'parts'>;

/**
 * Prepares a person's name. Reads `parts.written`, the words in the order they were written (else the value, whose words
 * are in alphabetical order), and `parts.native`, the name as typed where it was typed in another script.
 */
export function personForm({ value, parts }: PersonSource): PersonForm {
  const written = (parts?.['written'] ?? value)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, WORDS_MAX);
  const named = written.flatMap((word, place) =>
    isTitle(word) || isParticle(word) ? [] : [wordForm(word, place)],
  );
  return {
    text: written.join(' '),
    compact: written.join(''),
    letters: letterCodes(written.join('')),
    initials: written.map((word) => word.charAt(0)).join(''),
    words: named.length > 0 ? named : written.map((word, place) => wordForm(word, place)),
    isOrdered: parts?.['written'] !== undefined,
    native: parts?.['native'],
  };
}
