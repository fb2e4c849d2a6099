import type { StoredBar } from './match-evidence.js';

/** Bits of which one is not worth a word. */
const SLIGHT_BITS_MAX = 1;
/** From here on one bar alone outweighs most others: odds of about a hundred to one. */
const STRONG_BITS_MIN = 6.5;

/**
 * A bar in words: how strongly the field speaks for one merchant or for two. A bit doubles the odds.
 *
 * `{ field: 'PHONE', level: 'EQUAL', bits: 8 }`: "phone (equal): strongly for one merchant, about 256 times as likely".
 */
export function explainBar({ field, level, bits }: StoredBar): string {
  const what = `${inWords(field)} (${inWords(level)})`;
  const size = Math.abs(bits);
  if (size < 0.05) return `${what}: says nothing either way`;
  const force = size >= STRONG_BITS_MIN ? 'strongly ' : size <= SLIGHT_BITS_MAX ? 'slightly ' : '';
  const side = bits > 0 ? 'for one merchant' : 'for two merchants';
  return `${what}: ${force}${side}, ${times(size)} as likely`;
}

function times(bits: number): string {
  const odds = 2 ** bits;
  const rounded = odds < 10 ? odds.toFixed(1) : String(Math.round(Math.min(odds, 1e12)));
  return `about ${rounded} times`;
}

function inWords(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}
