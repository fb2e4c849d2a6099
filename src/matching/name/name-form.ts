import type { DescribedIdentifier } from '../description.js';
import { innerForm, leadingForm } from './form-families.js';
import { readNumber } from './number-words.js';
import { letterCodes } from './spelling-distance.js';
import { wordForm, type WordForm } from './word-form.js';
import { isStopWord } from './word-groups.js';

/** Longest name that is compared word by word; of a longer one the rest is not looked at. */
const WORDS_MAX = 24;

/** A merchant's name, prepared once for any number of comparisons. */
export interface NameForm {
  /** All words of the name without its legal form, in order, joined by spaces. */
  readonly text: string;
  /** The same without spaces. */
  readonly compact: string;
  readonly letters: Uint8Array;
  /** The words that carry weight, in order; never empty. A name of nothing but stop words keeps them. */
  readonly words: readonly WordForm[];
  /** First letters of all words: what an acronym is made of. A word's `place` is its index here. */
  readonly initials: string;
  /** Legal forms, as `identifier/legal-forms.ts` writes them. */
  readonly forms: readonly string[];
  /** As typed, in capitals, where it was not typed in Latin script: there a letter may be worth a syllable or a word. */
  readonly native: string | undefined;
}

/** What is read of an identifier of type LEGAL_NAME, TRADE_NAME or DESCRIPTOR. */
export type NameSource = Pick<DescribedIdentifier, 'value' | 'parts'>;

/**
 * Prepares a name. Reads `parts.core` (else the value), `parts.legalForm`, and `parts.native`, the name as typed where
 * it was typed in another script.
 */
export function nameForm({ value, parts }: NameSource): NameForm {
  return formOfWords(asciiWords(parts?.['core'] ?? value), parts);
}

/**
 * The names that one identifier holds: as `nameForm`, and besides the parts of `NOMU LTD DBA VELDA` each by itself, for
 * either may be all that another description says.
 */
export function nameForms(source: NameSource): readonly NameForm[] {
  const whole = nameForm(source);
  const words = whole.text.split(' ');
  const at = words.findIndex(
    (word, index) => index > 0 && index < words.length - 1 && DOING_BUSINESS_AS.has(word),
  );
  if (at < 0) return [whole];
  return [whole, formOfWords(words.slice(0, at), undefined), formOfWords(words.slice(at + 1), undefined)];
}

/** What stands between a legal name and the name it trades under. */
const DOING_BUSINESS_AS = new Set(['DBA', 'TA', 'AKA', 'FKA']);

function formOfWords(written: readonly string[], parts: NameSource['parts']): NameForm {
  const { words, forms } = withoutInnerForms(onceWritten(written));
  const weighty = weightyWords(words);
  const form = parts?.['legalForm'];
  return {
    text: words.join(' '),
    compact: words.join(''),
    letters: letterCodes(words.join('')),
    words: weighty.length > 0 ? weighty : words.map((word, place) => wordForm(word, place)),
    initials: words.map((word) => word.charAt(0)).join(''),
    forms: form === undefined ? forms : [form, ...forms.filter((other) => other !== form)],
    native: parts?.['native'],
  };
}

/** A legal form written on to the last word, of those that no word ends in for another reason: `NOMULTD`. */
const WRITTEN_ON = /(?<=[A-Z]{3})(LTD|LLC|GMBH|SARL|SPZOO)$/;

/**
 * A descriptor's core may hold other signs than ASCII letters and digits; names come without. A number written on to a
 * word is a word of its own: `NOMU1902`.
 */
function asciiWords(text: string): string[] {
  const words = text
    .toUpperCase()
    .replace(/['’]/g, '')
    .replace(/([A-Z]{3})(?=\d)/g, '$1 ')
    .replace(WRITTEN_ON, ' $1')
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '');
  return words.length === 0 ? [text] : words.slice(0, WORDS_MAX);
}

/** A name that is written twice over, as exports do that join the legal and the trade name, once. */
function onceWritten(words: readonly string[]): readonly string[] {
  const half = words.length / 2;
  const isDoubled =
    Number.isInteger(half) && words.every((word, index) => word === words[(index + half) % words.length]);
  return isDoubled ? words.slice(0, half) : words;
}

/** Takes forms off that stand at either end of a name beside the one that was split off. One word is always left. */
function withoutInnerForms(written: readonly string[]): {
  words: readonly string[];
  forms: readonly string[];
} {
  const forms: string[] = [];
  let [start, end] = [0, written.length];
  for (let form; end - start > 1 && (form = innerForm(written[end - 1] ?? '')) !== undefined; end -= 1)
    forms.push(form);
  for (let form; end - start > 1 && (form = leadingForm(written[start] ?? '')) !== undefined; start += 1)
    forms.push(form);
  return { words: written.slice(start, end), forms };
}

function weightyWords(words: readonly string[]): WordForm[] {
  const weighty: WordForm[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const number = readNumber(words, index);
    if (number === undefined) {
      if (!isStopWord(word)) weighty.push(wordForm(word, index));
      continue;
    }
    const text = words.slice(index, index + number.words).join('');
    weighty.push(wordForm(text, index, number.value));
    index += number.words - 1;
  }
  return weighty;
}
