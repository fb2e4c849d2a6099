import type { IdentifierType, SubjectIdentifier } from '../../identifier/index.js';

/** The longest run of digits that is a number here: more does not fit a double. */
const DIGITS_MAX = 15;

/** Numbers given to people and firms at large. Customers of one member have them in no order. */
const AT_LARGE: ReadonlySet<IdentifierType> = new Set([
  'IBAN',
  'BANK_ACCOUNT',
  'BANK_ACCOUNT_US',
  'WALLET_ACCOUNT',
  'TAX_ID',
  'COMPANY_REG_NO',
  'LEI',
  'PHONE',
  'NATIONAL_ID',
  'PASSPORT',
  'DRIVER_LICENCE',
  'IP_ADDRESS',
]);

/** Ids that an acquirer or a facilitator gives to its own merchants, one after the other. */
const ASSIGNED: ReadonlySet<IdentifierType> = new Set([
  'CARD_ACCEPTOR_ID',
  'TERMINAL_ID',
  'PAYFAC_SUBMERCHANT_ID',
  'ACQUIRER_BIN',
  'ICA',
]);

/** By what merchants are called. */
const WORDS: ReadonlySet<IdentifierType> = new Set([
  'LEGAL_NAME',
  'TRADE_NAME',
  'DESCRIPTOR',
  'PERSON',
  'DOMAIN',
  'EMAIL',
]);

export type ValueKind = 'AT_LARGE' | 'ASSIGNED' | 'WORDS' | 'PLACE';

/** What kind of value tells of a merchant; undefined of what many have alike: its trade, its network. */
export function kindOf(type: IdentifierType): ValueKind | undefined {
  if (AT_LARGE.has(type)) return 'AT_LARGE';
  if (ASSIGNED.has(type)) return 'ASSIGNED';
  if (type === 'ADDRESS') return 'PLACE';
  return WORDS.has(type) ? 'WORDS' : undefined;
}

/** A value as a number in a line: what differs between values of one line is the number alone. */
export interface NumberedValue {
  readonly line: string;
  readonly number: number;
}

/**
 * Splits a value at its longest run of digits (of equally long ones the last), which is where it would be counted up: the
 * account of an IBAN, the end of a card acceptor id. The check digits of an IBAN are left out. Undefined without a digit. Pure.
 */
export function numberedValue({
  type,
  scope,
  value,
}: Pick<SubjectIdentifier, 'type' | 'scope' | 'value'>): NumberedValue | undefined {
  const text = type === 'IBAN' ? `${value.slice(0, 2)}${value.slice(4)}` : value;
  let longest: RegExpExecArray | undefined;
  for (const run of text.matchAll(/\d+/g)) {
    if (longest === undefined || run[0].length >= longest[0].length) longest = run;
  }
  if (longest === undefined) return undefined;
  const digits = longest[0];
  const kept = digits.slice(-DIGITS_MAX);
  const head = text.slice(0, longest.index + digits.length - kept.length);
  const line = `${type} ${scope ?? ''} ${head}#${kept.length}${text.slice(longest.index + digits.length)}`;
  return { line, number: Number(kept) };
}
