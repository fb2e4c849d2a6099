/** Fields that say how a merchant is called. */
const OF_THE_NAME: ReadonlySet<string> = new Set([
  'NAME',
  'NAME_RARITY',
  'NAME_SPELLING',
  'NAME_OTHER_WORDS',
  'NAME_MORE_WORDS',
  'NAME_NUMBERS',
  'NAME_UNIT',
  'LEGAL_FORM',
  'DESCRIPTOR',
]);

/** Whether a bar of the score is about what the merchant calls itself. */
export function isOfName(field: string): boolean {
  return OF_THE_NAME.has(field);
}
