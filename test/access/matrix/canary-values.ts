import { createHash } from 'node:crypto';
import { checkDigits97 } from './check-digits-97.js';

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';

/** A pronounceable word of eight letters that no other key gives, and that no other text holds by chance. */
export function canaryWord(key: string): string {
  const bytes = createHash('sha256').update(key).digest();
  const letter = (letters: string, index: number): string =>
    letters.charAt(bytes.readUInt16BE(index * 2) % letters.length);
  return [0, 2, 4, 6].map((index) => letter(CONSONANTS, index) + letter(VOWELS, index + 1)).join('');
}

/** As many decimal digits that no other key gives. */
export function canaryDigits(key: string, length: number): string {
  const number = BigInt(`0x${createHash('sha256').update(key).digest('hex')}`);
  return String(number % 10n ** BigInt(length)).padStart(length, '1');
}

/** What the reports of one case say: every value a canary, and each in its own form where it is normalised. */
export interface CaseValues {
  readonly legalName: string;
  readonly tradeName: string;
  readonly descriptor: string;
  readonly host: string;
  readonly urlPath: string;
  readonly mailbox: string;
  readonly iban: string;
  readonly companyNumber: string;
  readonly rivalNumber: string;
  readonly street: string;
  readonly city: string;
  readonly person: string;
  readonly clientReference: string;
  readonly externalReference: string;
  readonly narrative: string;
  readonly note: string;
}

export function caseValues(name: string): CaseValues {
  const word = (field: string): string => canaryWord(`${name} ${field}`);
  const capital = (field: string): string => capitalised(word(field));
  return {
    legalName: `${capital('legal')} ${capital('trade')} Limited`,
    tradeName: `${capital('shop')} ${capital('stall')}`,
    descriptor: `${word('descriptor').toUpperCase()} ${word('statement').toUpperCase()}`,
    host: `${word('host')}.example`,
    urlPath: word('path'),
    mailbox: `${word('mailbox')}@${word('host')}.example`,
    iban: iban(canaryDigits(`${name} account`, 10)),
    companyNumber: canaryDigits(`${name} company`, 8),
    rivalNumber: canaryDigits(`${name} rival`, 8),
    street: `${canaryDigits(`${name} house`, 2)} ${capital('street')} Street`,
    city: capital('city'),
    person: `${capital('given')} ${capital('family')}`,
    clientReference: `case-${word('reference')}`,
    externalReference: `referral-${word('external')}`,
    narrative: `What ${word('narrative')} was seen to do.`,
    note: `Because of ${word('note')}.`,
  };
}

/** Words and numbers of a case's values that tell of it wherever they stand, by what they are in the schema. */
export function caseCanaries(values: CaseValues): readonly (readonly [text: string, what: CanaryKind])[] {
  const words = (text: string): string[] => text.split(/[^A-Za-z0-9]+/).filter((word) => word.length >= 8);
  return [
    ...[values.legalName, values.tradeName, values.descriptor, values.street, values.city]
      .flatMap(words)
      .map((word) => [word, 'display'] as const),
    ...words(values.host).map((word) => [word, 'display'] as const),
    [words(values.mailbox)[0] ?? '', 'display'],
    [values.iban, 'value'],
    [values.companyNumber, 'display'],
    [values.rivalNumber, 'display'],
    ...words(values.person).map((word) => [word, 'value'] as const),
    [values.urlPath, 'path'],
    [values.clientReference, 'clientReference'],
    [values.externalReference, 'externalReference'],
    ...words(values.narrative).map((word) => [word, 'narrative'] as const),
    ...words(values.note).map((word) => [word, 'note'] as const),
  ];
}

export type CanaryKind =
  'display' | 'value' | 'path' | 'clientReference' | 'externalReference' | 'narrative' | 'note';

function iban(account: string): string {
  const body = `TEST${account}`;
  return `NL${checkDigits97(body, 'NL')}${body}`;
}

export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
