import type { Decision } from './decide-tier.js';
import type { Evidence } from './gather-evidence.js';
import { isLinkKey } from './link-keys.js';
import { MEDIUM_PAIR } from './medium-pairs.js';
import type { Side } from './side.js';

/** What speaks against a match, or what the member can ask to find out. */
export const RULE_OUT_CODES = [
  'NUMBER_DIFFERS',
  'ELSE_DIFFERS',
  'COUNTRY_DIFFERS',
  'ASK_NUMBER',
  'VALUE_SHARED',
  'PART_ONLY',
  'NO_IDENTIFIER',
  'SINCE_WHEN',
] as const;

export type RuleOutCode = (typeof RULE_OUT_CODES)[number];

/**
 * One way in which a match may turn out to be none. `about` is an `exclusiveWithin` (`COMPANY_REG_NO|GB`), a fact
 * (`PHONE`), or null; never a value.
 */
export interface RuleOut {
  readonly code: RuleOutCode;
  readonly about: string | null;
  /** In plain words, for the member's analyst. */
  readonly message: string;
}

const MESSAGE: Readonly<Record<RuleOutCode, (about: string) => string>> = {
  NUMBER_DIFFERS: (about) => `Different ${about}: two numbers are two parties, unless one of them is wrong.`,
  ELSE_DIFFERS: (about) => `Different ${about}: ask whether the merchant uses another one as well.`,
  COUNTRY_DIFFERS: () => 'Different country: ask where the merchant is registered and where it trades.',
  ASK_NUMBER: (about) =>
    `Ask for the ${about}: the register has one, and another one would rule this match out.`,
  VALUE_SHARED: (about) => `Several merchants share this ${about}: by itself it says little.`,
  PART_ONLY: (about) => `Only a part of the ${about} agrees: ask for the whole.`,
  NO_IDENTIFIER: () =>
    'No identifier of one merchant alone agrees: ask for an account, a web site or a company number.',
  SINCE_WHEN: (about) =>
    `Same ${about}: ask since when the merchant has it, for it may have been another's before.`,
};

/** Facts in the words of the people who read the message; the others are written as they are named. */
const WORDS: Readonly<Record<string, string>> = {
  BANK_ACCOUNT_US: 'bank account',
  CARD_ACCEPTOR_ID: 'card acceptor ID',
  COMPANY_REG_NO: 'company number',
  DOMAIN: 'web site',
  EMAIL: 'e-mail address',
  LEGAL_FORM: 'legal form',
  MAIL_DOMAIN: 'site of the mailbox',
  IBAN: 'IBAN',
  LEI: 'LEI',
  PAYFAC_SUBMERCHANT_ID: 'sub-merchant ID',
  PERSON: 'principal (name and birth)',
  PHONE: 'telephone number',
  TAX_ID: 'tax number',
};

/**
 * What would rule a match out, the gravest first; empty only where there is no match. A match is a lead, not a verdict
 * (product.md, rule 1): this says how to follow it up.
 */
export function ruleOut(
  { tier }: Pick<Decision, 'tier'>,
  evidence: Evidence,
  subject: Side,
  merchant: Side,
): readonly RuleOut[] {
  if (tier === 'NONE') return [];
  const { agreements, conflicts, differing } = evidence;
  const telling = agreements.filter(({ key }) => key.strength !== 'CONTEXT' && key.kind !== MEDIUM_PAIR);
  const linking = telling.filter(({ key, shared }) => !shared && isLinkKey(key));
  const whole = new Set(telling.filter(({ extent }) => extent === 'FULL').map(({ fact }) => fact));
  const unasked = [...merchant.exclusives.keys()].filter((within) => !subject.exclusives.has(within));
  return [
    ...about('NUMBER_DIFFERS', conflicts),
    ...about('ELSE_DIFFERS', differing),
    ...(evidence.countryDiffers ? [entry('COUNTRY_DIFFERS', null)] : []),
    ...about('ASK_NUMBER', unasked),
    ...about('VALUE_SHARED', factsOf(telling.filter(({ shared }) => shared))),
    ...about('PART_ONLY', factsOf(telling.filter(({ fact }) => !whole.has(fact)))),
    ...(linking.length === 0 ? [entry('NO_IDENTIFIER', null)] : about('SINCE_WHEN', factsOf(linking))),
  ];
}

function factsOf(agreements: Evidence['agreements']): Set<string> {
  return new Set(agreements.map(({ fact }) => fact));
}

function about(code: RuleOutCode, subjects: Iterable<string>): RuleOut[] {
  return [...subjects].sort().map((subject) => entry(code, subject));
}

function entry(code: RuleOutCode, subject: string | null): RuleOut {
  return { code, about: subject, message: MESSAGE[code](subject === null ? '' : inWords(subject)) };
}

/** `COMPANY_REG_NO|GB` as "company number (GB)". */
function inWords(subject: string): string {
  const [kind = '', scope] = subject.split('|');
  const words = WORDS[kind] ?? kind.toLowerCase().replaceAll('_', ' ');
  return scope === undefined ? words : `${words} (${scope})`;
}
