import { identified } from './build.js';
import { isCountry } from './country.js';
import type { IdentifierNotice, Normalise } from './identifier.js';
import { identifierKey } from './key.js';
import { refuse } from './refuse.js';
import { asciiDigits, asciiWords, lengthOf, tidyUpper } from './text.js';

/** Longest descriptor: field 43 of ISO 8583. */
const DESCRIPTOR_LENGTH_MAX = 40;
/** Where name, city and state or country stand in field 43. */
const NAME_COLUMNS = 23;
const CITY_COLUMNS_END = 36;
const FACILITATOR_LENGTH_MAX = 15;

interface Split {
  readonly core: string;
  readonly facilitator?: string;
  readonly location?: string;
  readonly phone?: string;
}

/**
 * DESCRIPTOR (ISO 8583 field 43): upper case, NFKC, single spaces, 1 to 40 characters. A facilitator's prefix up to `*`
 * (`SQ *NOMU IMPORTS`) is split off, and so are a telephone number, city and state at the end where they are
 * recognisable: by the columns of field 43, by columns of spaces, or behind a telephone number. Weak; the key is the rest
 * in ASCII without spaces.
 */
export const normaliseDescriptor: Normalise = (input) => {
  const length = lengthOf(tidyUpper(input.value));
  if (length > DESCRIPTOR_LENGTH_MAX) {
    return refuse(
      'TOO_LONG',
      `A descriptor has at most ${DESCRIPTOR_LENGTH_MAX} characters, this has ${length}.`,
    );
  }
  const { core, facilitator, location, phone } = splitDescriptor(input.value);
  const compared = asciiWords(core).replaceAll(' ', '');
  if (compared === '') return refuse('INVALID_CHARACTERS', 'A descriptor has at least one letter or digit.');
  const notices: IdentifierNotice[] = [
    ...(facilitator === undefined ? [] : ['FACILITATOR_PREFIX_SPLIT' as const]),
    ...(location === undefined && phone === undefined ? [] : ['LOCATION_SPLIT' as const]),
  ];
  return identified(input, {
    value: core,
    strength: 'WEAK',
    keys: [identifierKey('DESCRIPTOR', 'WEAK', null, compared)],
    parts: { core, facilitator, location, phone },
    notices,
  });
};

function splitDescriptor(typed: string): Split {
  const raw = asciiDigits(typed.normalize('NFKC')).toUpperCase().trimEnd();
  const columns = splitFieldColumns(raw) ?? splitSpaceColumns(raw);
  const withoutPhone = splitPhone(columns?.core ?? tidyUpper(raw));
  const withoutPrefix = splitFacilitator(withoutPhone.core);
  const location = [columns?.location, withoutPhone.location].filter(Boolean).join(' ');
  return {
    ...withoutPrefix,
    ...(withoutPhone.phone === undefined ? {} : { phone: withoutPhone.phone }),
    ...(location === '' ? {} : { location }),
  };
}

/** The fixed columns of field 43: 22 or 23 of name, 13 of city, then state and country. */
function splitFieldColumns(raw: string): Split | undefined {
  const region = raw.slice(CITY_COLUMNS_END).trim();
  const isFixed = raw.length >= 38 && raw.length <= 40 && /\s{2}/u.test(raw) && raw[NAME_COLUMNS - 1] === ' ';
  const core = tidyUpper(raw.slice(0, NAME_COLUMNS));
  if (!isFixed || core === '' || !region.split(/\s+/u).every(isRegion)) return undefined;
  return { core, location: tidyUpper(raw.slice(NAME_COLUMNS)) };
}

/** Columns set apart by two spaces and more, the last of which ends in a state or country. */
function splitSpaceColumns(raw: string): Split | undefined {
  const [core = '', ...rest] = raw.trim().split(/\s{2,}/u);
  const last = rest.at(-1)?.split(/\s+/u).at(-1);
  // Behind the asterisk some facilitators pad with spaces: `SQ *  NOMU`.
  if (last === undefined || !isRegion(last) || core.endsWith('*')) return undefined;
  return { core: tidyUpper(core), location: tidyUpper(rest.join(' ')) };
}

/** A state, a country (two or three letters), or both in one. */
function isRegion(text: string): boolean {
  if (/^[A-Z]{2}$/u.test(text)) return isCountry(text) || US_STATES.has(text);
  if (/^[A-Z]{4}$/u.test(text)) return isRegion(text.slice(0, 2)) && isCountry(text.slice(2));
  return /^[A-Z]{3}$/u.test(text);
}

const US_STATES = new Set(
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR'.split(
    ' ',
  ),
);

const PHONE_AT_END =
  /^(.*\p{L}.*?)\s+(\+\d[\d\s().-]{6,17}\d|\(?\d{3}\)?[\s.-]?\d{3}[\s.-]\d{4}|\d{3}-\d{7}|\d{10,15})(?:\s+([A-Z]{2,3}))?$/u;

function splitPhone(text: string): Split {
  const [, core, phone, region] = PHONE_AT_END.exec(text) ?? [];
  if (core === undefined || phone === undefined) return { core: text };
  const earlier = splitPhone(core);
  return { core: earlier.core, phone, ...(region === undefined ? {} : { location: region }) };
}

/** The facilitator up to the first `*`; a later one is a space to us, as it is to statements. */
function splitFacilitator(text: string): Split {
  const [, prefix = '', rest = ''] = /^([^*]*)\*(.*)$/u.exec(text) ?? [];
  const core = tidyUpper(rest.replaceAll('*', ' '));
  const facilitator = prefix.trim();
  if (core === '' || facilitator.length > FACILITATOR_LENGTH_MAX)
    return { core: tidyUpper(text.replaceAll('*', ' ')) };
  return facilitator === '' ? { core } : { core, facilitator };
}
