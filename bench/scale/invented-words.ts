import { assert } from '../../src/common/assert.js';

/** So many different words stand in the invented names beside the general ones. */
export const INVENTED_WORDS = 200_000;

const ONSETS = 'B BR C CH D DR F FL G GR H J K KL L M N P PL QU R S SK SL ST T TR V W Z'.split(' ');
const VOWELS = 'A E I O U AI EA IO OU'.split(' ');
const CODAS = ['', '', 'L', 'M', 'N', 'ND', 'R', 'RN', 'S', 'ST', 'T', 'X'];
const ENDINGS = 'A EX IA INE IX O OR UM US YN'.split(' ');

/** Words that many businesses bear, the most frequent first. */
export const GENERAL_WORDS =
  'TRADING SERVICES GLOBAL INTERNATIONAL GROUP ONLINE DIGITAL SOLUTIONS MEDIA STORE SHOP IMPORTS EXPORT RETAIL MARKET HOLDINGS COMMERCE CONSULTING DESIGN STUDIO TECHNOLOGIES NETWORK SUPPLIES PRODUCTS FASHION HOME GIFTS CARDS GAMES SOFTWARE MOBILE TRAVEL EVENTS FOODS HEALTH BEAUTY SPORTS MUSIC BOOKS ELECTRONICS LOGISTICS PARTNERS VENTURES CAPITAL MARKETING PLUS DIRECT EXPRESS WORLD CITY'.split(
    ' ',
  );

/** The word of this number, 0 to INVENTED_WORDS - 1: ASCII capitals, 5 to 14 letters. No two are the same but by chance. */
export function inventedWord(number: number): string {
  // Neighbours must not look alike: a step that shares no factor with the number of words spreads them.
  let rest = (number * 7_919) % INVENTED_WORDS;
  const take = <Part>(parts: readonly Part[]): Part => {
    const part = parts[rest % parts.length];
    rest = Math.floor(rest / parts.length);
    assert(part !== undefined, 'the remainder lies within the list');
    return part;
  };
  const first = take(ONSETS) + take(VOWELS) + take(CODAS);
  const second = take(ONSETS) + take(VOWELS);
  return first + second + (ENDINGS[number % ENDINGS.length] ?? '');
}
