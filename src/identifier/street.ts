import { asciiWords } from './text.js';

/** The line of a street in parts, ASCII capitals. */
export interface StreetLine {
  /** `97`, `117A`, `12-14`; empty when the line has none. */
  readonly houseNumber: string;
  /** Flat, suite, floor or the like; empty when the line has none. */
  readonly unit: string;
  /** The words of the street's name with the usual abbreviations written out. */
  readonly street: readonly string[];
}

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  STR: 'STREET',
  AV: 'AVENUE',
  AVE: 'AVENUE',
  AVDA: 'AVENIDA',
  RD: 'ROAD',
  LN: 'LANE',
  DR: 'DRIVE',
  CT: 'COURT',
  SQ: 'SQUARE',
  BLVD: 'BOULEVARD',
  BD: 'BOULEVARD',
  HWY: 'HIGHWAY',
  PKWY: 'PARKWAY',
  TER: 'TERRACE',
  CRES: 'CRESCENT',
  UL: 'ULICA',
  PL: 'PLACE',
};
const DIRECTIONS: Readonly<Record<string, string>> = {
  N: 'NORTH',
  S: 'SOUTH',
  E: 'EAST',
  W: 'WEST',
  NE: 'NORTHEAST',
  NW: 'NORTHWEST',
  SE: 'SOUTHEAST',
  SW: 'SOUTHWEST',
};

const UNIT = /\b(?:UNIT|SUITE|STE|APT|APARTMENT|FLAT|FLOOR|FL|OFFICE|ROOM|RM) ([A-Z]?\d{1,5}[A-Z]?|[A-Z])\b/;
/** `97`, `117 A`, `12-14` (its hyphen is a space by now is not wanted, so it is read before), at either end. */
const HOUSE_FIRST = /^(\d{1,6}(?: ?[A-Z](?![A-Z]))?(?:-\d{1,6}[A-Z]?)?)(?: |(?=[A-Z]{2}))(.+)$/;
const HOUSE_LAST = /^(.+?) (\d{1,6}(?:-\d{1,6})?(?: ?[A-Z])?)$/;

/**
 * Reads the line of a street: `97 Mill Str.`, `Hauptstr. 5`, `113Linden Street`, `Flat 3, 12-14 North Rd`. A house
 * number given apart from the line wins.
 */
export function readStreetLine(line: string, houseNumberApart = ''): StreetLine {
  const ranges = line.normalize('NFKC').replace(/(\d)\s*[\p{Pd}/]\s*(?=\d)/gu, '$1\uE000');
  const words = asciiWordsKeeping(ranges);
  const apart = asciiWordsKeeping(
    houseNumberApart.normalize('NFKC').replace(/(\d)\s*[\p{Pd}/]\s*(?=\d)/gu, '$1\uE000'),
  );
  const unit = UNIT.exec(words)?.[1] ?? '';
  const withoutUnit = words.replace(UNIT, ' ').replace(/\s+/gu, ' ').trim();

  const [, first = '', afterFirst = ''] = HOUSE_FIRST.exec(withoutUnit) ?? [];
  const [, beforeLast = '', last = ''] = first === '' ? (HOUSE_LAST.exec(withoutUnit) ?? []) : [];
  const street = first === '' ? (last === '' ? withoutUnit : beforeLast) : afterFirst;
  const houseNumber = (apart || first || last).replaceAll(' ', '');
  return { houseNumber, unit, street: expand(street) };
}

/** `asciiWords` that keeps the hyphen of a range of house numbers, marked by a private-use character before. */
function asciiWordsKeeping(text: string): string {
  return text.split('\uE000').map(asciiWords).join('-');
}

function expand(street: string): readonly string[] {
  const words = street.split(' ').filter((word) => word !== '');
  return words.map((word, index) => {
    const atEnd = index === words.length - 1;
    if (word === 'ST') return index === 0 && !atEnd ? 'SAINT' : 'STREET';
    if (DIRECTIONS[word] !== undefined && words.length > 1 && (index === 0 || atEnd)) return DIRECTIONS[word];
    // German puts the word for street at the end of the name: HAUPTSTR.
    if (word.length > 5 && word.endsWith('STR')) return `${word}ASSE`;
    return ABBREVIATIONS[word] ?? word;
  });
}
