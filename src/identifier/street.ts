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

interface HouseSplit {
  readonly houseNumber: string;
  readonly street: string;
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
/** A house number without a space behind it (`113LINDEN`); in `1ST AVENUE` there is none. */
const GLUED_HOUSE_NUMBER = /\b(\d{1,6})(?!(?:ST|ND|RD|TH)\b)(?=[A-Z]{2})/g;
/** `97`, `117 A`, `12-14` at either end of the line. */
const HOUSE_FIRST = /^(\d{1,6}(?: ?[A-Z](?![A-Z]))?(?:-\d{1,6}[A-Z]?)?) (.+)$/;
const HOUSE_LAST = /^(.+?) (\d{1,6}(?:-\d{1,6})?(?: ?[A-Z])?)$/;
const HOUSE_ALONE = /^\d{1,6}[A-Z]?(?:-\d{1,6}[A-Z]?)?$/;

/**
 * Reads the line of a street: `97 Mill Str.`, `Hauptstr. 5`, `113Linden Street`, `Flat 3, 12-14 North Rd`. A house
 * number given apart from the line wins, and then a number in the line is only taken out when it is the same.
 */
export function readStreetLine(line: string, houseNumberApart = ''): StreetLine {
  const words = addressWords(line);
  const unit = UNIT.exec(words)?.[1] ?? '';
  const rest = words.replace(UNIT, ' ').replace(/\s+/gu, ' ').trim();

  const apart = addressWords(houseNumberApart).replaceAll(' ', '');
  const split = apart === '' ? splitHouseNumber(rest)[0] : takeHouseNumber(rest, apart);
  return {
    houseNumber: split?.houseNumber ?? apart,
    unit,
    street: expand(split?.street ?? rest),
  };
}

/** The line without the house number that is known, where it stands at either end. */
function takeHouseNumber(line: string, houseNumber: string): HouseSplit | undefined {
  if (line === houseNumber) return { houseNumber, street: '' };
  if (line.startsWith(`${houseNumber} `)) return { houseNumber, street: line.slice(houseNumber.length + 1) };
  return splitHouseNumber(line).find((split) => split.houseNumber === houseNumber);
}

/** The ways in which a line may be a house number and a street, the likeliest first. */
function splitHouseNumber(line: string): readonly HouseSplit[] {
  if (HOUSE_ALONE.test(line)) return [{ houseNumber: line, street: '' }];
  const [, first, afterFirst] = HOUSE_FIRST.exec(line) ?? [];
  const [, beforeLast, last] = HOUSE_LAST.exec(line) ?? [];
  return [
    ...(first === undefined ? [] : [{ houseNumber: first.replaceAll(' ', ''), street: afterFirst ?? '' }]),
    ...(last === undefined ? [] : [{ houseNumber: last.replaceAll(' ', ''), street: beforeLast ?? '' }]),
  ];
}

/** The words in ASCII capitals; a dash or stroke between two numbers is kept as the hyphen of a range. */
function addressWords(text: string): string {
  return text
    .normalize('NFKC')
    .split(/(?<=\d)\s*[\p{Pd}/]\s*(?=\d)/gu)
    .map(asciiWords)
    .join('-')
    .replace(GLUED_HOUSE_NUMBER, '$1 ');
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
