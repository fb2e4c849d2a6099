/** Letters that languages and typists use for one another, first to last. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/(?:SCHTSCH|SHCH|SZCZ|SCH|TSCH|TCH|CH|SH|SZ|CZ|ZH|KH)/g, 'S'],
  [/PH/g, 'F'],
  [/(?:CK|QU|Q|X)/g, 'K'],
  [/C(?=[EIY])/g, 'S'],
  [/C/g, 'K'],
  [/(?:TH|DT)/g, 'T'],
  [/(?:J|Y)/g, ''],
  [/W/g, 'V'],
  [/[ZS]+/g, 'S'],
  [/D/g, 'T'],
  [/G/g, 'K'],
  [/B/g, 'P'],
  [/[FV]/g, 'F'],
  [/M/g, 'N'],
  [/H/g, ''],
];

/**
 * The sounds of a word that survive another spelling: consonants in classes, without vowels and doubled letters; a vowel
 * at the start is `A`. `MOHAMMED` and `MUHAMAD` are both `NNT`. Digits stay.
 */
export function wordSkeleton(word: string): string {
  const start = /^[AEIOUY]/.test(word) ? 'A' : '';
  let sounds = word.replace(/^[AEIOUY]+/, '');
  for (const [letters, sound] of SOUNDS) sounds = sounds.replace(letters, sound);
  return start + sounds.replace(/([A-Z])\1+/g, '$1').replace(/[AEIOU]/g, '');
}
