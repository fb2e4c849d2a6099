/**
 * Spellings of one sound that transliterations and spelling reforms exchange, with the letter they are folded to. Where
 * several fit, the first counts, so a longer one stands before its beginning. `$` stands for the hissing sounds, which no
 * two romanisations write alike.
 */
const FOLDS: readonly (readonly [string, string])[] = [
  ['CHR', 'KR'],
  ['^HS|^X(?=[AEIOU])', '$'],
  ['(?<=[A-Z]{3}[OE])FF?$', 'V'],
  ['SHCH|SCHTSCH|TSCH|TCH|SCH|SH|CH|CZ', '$'],
  ['DZH|DSCH|DJ|ZH|DZ', 'I'],
  ['PH', 'F'],
  ['TH', 'T'],
  ['KH|CK|Q|GH', 'K'],
  ['C(?=[EIY])', 'S'],
  ['C', 'K'],
  ['X', 'KS'],
  ['AU|AW', 'O'],
  ['W', 'V'],
  ['OU|OO|UE', 'U'],
  ['AE', 'E'],
  ['OE', 'O'],
  ['EE|IE|EI|EY|AI|AY|YI|IY|Y|J', 'I'],
];

const SPELLINGS = new RegExp(FOLDS.map(([spelling]) => `(${spelling})`).join('|'), 'g');
const SILENT_H = /(?<=[AEIOU])H(?![AEIOU])/g;
const DOUBLED = /(.)\1+/g;

/** A word in a spelling that its usual transliterations share: `YURII` and `IOURI` alike, `SHMIDT` and `SCHMIDT`. */
export function foldSpelling(word: string): string {
  const folded = word
    .replace(SPELLINGS, (_, ...groups: (string | undefined)[]) => FOLDS[groups.findIndex(Boolean)]?.[1] ?? '')
    .replace(SILENT_H, '')
    .replace(DOUBLED, '$1');
  return folded === '' ? word : folded;
}

/** Consonants that are heard alike across languages, as one letter each. */
const HEARD_ALIKE: Readonly<Record<string, string>> = {
  B: 'P',
  P: 'P',
  D: 'T',
  T: 'T',
  G: 'K',
  K: 'K',
  F: 'V',
  V: 'V',
  Z: 'S',
  S: 'S',
  $: 'S',
};

/**
 * The phonetic code of a folded word: its consonants, those heard alike as one, and whether it begins with a vowel.
 * Scripts that do not write vowels transliterate to little more. Digits are kept.
 */
export function consonantSkeleton(folded: string): string {
  let skeleton = '';
  for (const letter of folded) {
    const heard = /[AEIOUH]/.test(letter)
      ? skeleton === '' && letter !== 'H'
        ? 'A'
        : ''
      : (HEARD_ALIKE[letter] ?? letter);
    skeleton += heard;
  }
  return skeleton;
}
