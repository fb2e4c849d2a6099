import { passesLuhn } from '../check-digits.js';
import { maskIbans } from '../iban-structure.js';
import { possibleNumber } from '../numbering-plan.js';
import { asciiDigits } from '../text.js';

/** Digits of a card number (ISO/IEC 7812-1), and of a telephone number at most (E.164). */
const CARD_DIGITS_MIN = 13;
const CARD_DIGITS_MAX = 19;
const PHONE_DIGITS_MAX = 15;

/**
 * First digits that the card schemes issue under, with the lengths they use. It only decides doubtful cases; the list
 * is of ranges, for issuers come and go within them.
 */
const ISSUED: readonly RegExp[] = [
  /^4(?:\d{12}|\d{15}|\d{18})$/, // Visa
  /^(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/, // Mastercard
  /^3[47]\d{13}$/, // American Express
  /^(?:30[0-5]|309|36\d|38\d|39\d)\d{11}$/, // Diners Club
  /^(?:36|38|39)\d{14,17}$/, // Diners Club, long
  /^35(?:2[89]|[3-8]\d)\d{12,15}$/, // JCB
  /^6\d{15,18}$/, // Discover, UnionPay, RuPay, Maestro
  /^(?:50|5[6-8]|6[37])\d{11,17}$/, // Maestro
  /^(?:220[0-4]|8[12]\d{2})\d{12,15}$/, // Mir, RuPay, UnionPay
];

const ENOUGH_DIGITS = /(?:\d\D*){13}/;

/** What may stand between two groups of digits. Up to three in a row count as one separation; so does a plus sign alone, which otherwise begins a number. */
const SEPARATOR = String.raw`[\s\p{Z}\p{Pd}\p{Default_Ignorable_Code_Point}./\\_,:;|*·•'’()]`;
const DIGIT_GROUPS = new RegExp(String.raw`\d+(?:(?:${SEPARATOR}{1,3}|\+)\d+)*`, 'gu');
/** Digits of a group that may as well be a count, and what stands between counts. */
const SMALL_GROUP_MAX = 2;
const LIST_SEPARATOR = /[,;:|]/;
const GROUP = /(\D*)(\d+)/gu;

/**
 * A telephone number with its plus sign or the prefix that most countries dial abroad by, as one group or several. It
 * begins where no group of digits goes on.
 */
const DIALLED_ABROAD =
  /(?<!\d(?:[^\S\n]|[.()_\p{Pd}]){0,3})(?:\+|00)([1-9]\d{0,14}(?:[ .()-]{1,2}\d{2,5}){0,4})(?!\d)/gu;

/** An address of the internet, of which lists are long sequences of digits. Twelve digits at most: none is a card. */
const IP_ADDRESS =
  /(?<![\d.])(?=(?:\d\.?){6})(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]|\.\d)/gu;

/**
 * Days in one number, with or without their time, as files are named: no card begins with 19 or 20. They begin where no
 * group of digits goes on, for the end of a card may look like a day.
 */
const MOMENT = String.raw`(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[-_T ]?(?:[01]\d|2[0-3])[0-5]\d[0-5]\d)?(?!\d)`;
const MOMENTS = new RegExp(
  String.raw`(?<!\d${SEPARATOR}{0,3})${MOMENT}(?:${SEPARATOR}{1,3}${MOMENT})*`,
  'gu',
);

/** A day of the years 1900 to 2099: lists of days are long sequences of digits that no card number is written like. */
const DATE =
  /(?<!\d)(?:(?:19|20)\d\d([./-])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|[12]\d|3[01])\2(?:19|20)\d\d)(?!\d)/gu;

/**
 * Whether a free text holds a card number: 13 to 19 digits passing Luhn, in ASCII or any other script's digits, with or
 * without separators, alone or in a sentence.
 *
 * Windows are tried at the borders of groups of digits only: a run of 20 and more unbroken digits is some other number,
 * and a window cut from its middle would pass by chance (one in ten). A group or an even grouping (4-4-4-4, 4-6-5) that
 * passes Luhn is refused whoever might have issued it; an uneven grouping, or a part of a longer sequence of groups, only
 * when its first digits and length are a card scheme's: else lists of amounts would be refused. Numbers that
 * begin with 0 are never cards (no scheme issues there; telephone numbers do begin so), nor are dates, IP addresses,
 * valid IBANs and telephone numbers written with their plus sign. Groups of one and two digits are more often a list of
 * counts than a card: they are refused when they stand alone, without commas, and as a scheme would issue them.
 */
export function findCardNumber(text: string): boolean {
  const plain = asciiDigits(text.normalize('NFKC'));
  if (!ENOUGH_DIGITS.test(plain)) return false;
  const folded = maskIbans(plain)
    .replace(DATE, ' date ')
    .replace(MOMENTS, ' moment ')
    .replace(IP_ADDRESS, ' address ')
    .replace(DIALLED_ABROAD, withoutPhone);
  for (const match of folded.matchAll(DIGIT_GROUPS)) {
    const [sequence] = match;
    if (sequence.length < CARD_DIGITS_MIN) continue;
    const after = folded[match.index + sequence.length] ?? '';
    if (holdsCardNumber(sequence, folded[match.index - 1] ?? '', after)) return true;
  }
  return false;
}

/**
 * Whether the digits of an account-like value would be a card number of a known scheme. For fields where any long
 * number is honest: there, Luhn alone would refuse one in ten.
 */
export function looksLikeCardNumber(value: string): boolean {
  const digits = asciiDigits(value.normalize('NFKC')).replace(new RegExp(SEPARATOR, 'gu'), '');
  return /^\d{13,19}$/.test(digits) && isIssued(digits) && passesLuhn(digits);
}

/** `looksLikeCardNumber` of any unbroken run of digits in a name that is no free text: a host, a mailbox. */
export function holdsIssuedCardNumber(name: string): boolean {
  return (name.match(/\d{13,}/gu) ?? []).some((digits) => looksLikeCardNumber(digits));
}

/** What is left of digits that begin like a telephone number: of the groups behind it, some may be no part of it. */
function withoutPhone(dialled: string): string {
  for (let end = dialled.length; end > 0; end = dialled.slice(0, end).search(/\D+\d+$/u)) {
    if (isPhone(dialled.slice(0, end).replace(/^00|\D/gu, ''))) return ` phone ${dialled.slice(end)}`;
  }
  return dialled;
}

interface Group {
  readonly before: string;
  readonly digits: string;
}

function holdsCardNumber(sequence: string, before: string, after: string): boolean {
  const isWithinWord = /[A-Za-z]/u.test(before) && /[A-Za-z]/u.test(after);
  const groups = [...`${before}${sequence}`.matchAll(GROUP)].map(
    ([, separator = '', digits = '']): Group => ({ before: separator, digits }),
  );
  for (let first = 0; first < groups.length; first += 1) {
    let length = 0;
    for (let last = first; last < groups.length && length <= CARD_DIGITS_MAX; last += 1) {
      length += groups[last]?.digits.length ?? 0;
      if (length < CARD_DIGITS_MIN || length > CARD_DIGITS_MAX) continue;
      const window = groups.slice(first, last + 1);
      if (isCardNumber(window, window.length === groups.length, isWithinWord)) return true;
    }
  }
  return false;
}

function isCardNumber(window: readonly Group[], isWholeSequence: boolean, isWithinWord: boolean): boolean {
  const [first] = window;
  const digits = window.map((group) => group.digits).join('');
  if (first === undefined || digits.startsWith('0') || !passesLuhn(digits)) return false;
  if (first.before.endsWith('+') && isPhone(digits)) return false;
  // Within a word (of a hash, a token) a run of digits comes about by chance.
  if (window.length === 1) return isIssued(digits) || !(isWholeSequence && isWithinWord);
  if (window.every((group) => group.digits.length <= SMALL_GROUP_MAX)) {
    return (
      isWholeSequence &&
      isIssued(digits) &&
      !window.slice(1).some((group) => LIST_SEPARATOR.test(group.before))
    );
  }
  if (isEvenlyGrouped(window)) return isWholeSequence || isIssued(digits);
  // One digit before a longer number is the number of a house or of an item.
  return first.digits.length > 1 && isIssued(digits);
}

function isIssued(digits: string): boolean {
  return ISSUED.some((range) => range.test(digits));
}

function isPhone(digits: string): boolean {
  return digits.length <= PHONE_DIGITS_MAX && possibleNumber(`+${digits}`) !== undefined;
}

/** One separator throughout, and groups of one length with at most a shorter last one, or 4-6-5 and 4-6-4. */
function isEvenlyGrouped(groups: readonly Group[]): boolean {
  const separators = new Set(groups.slice(1).map((group) => group.before));
  const lengths = groups.map((group) => group.digits.length);
  const [first = 0] = lengths;
  const even = lengths.every(
    (length, index) => length === first || (index === lengths.length - 1 && length < first),
  );
  return separators.size <= 1 && (even || ['4,6,5', '4,6,4'].includes(lengths.join(',')));
}
