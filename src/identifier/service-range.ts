import { accepted, type Result } from '../common/refusal.js';

import { normaliseAcquirerScope } from './acquirer-scope.js';
import { bankCodeOfIban, bankCodePlace } from './bank-code.js';
import { normaliseBankScope } from './bank-scope.js';
import { passesAba } from './check-digits.js';
import type { IdentifierRefusalCode, NormalisedIdentifier } from './identifier.js';
import { refuse } from './refuse.js';
import { asciiWords, tidyUpper, withoutSeparators } from './text.js';
import { nearestProvider, providerOf, WALLET_PROVIDER_IDS } from './wallet-providers.js';

/**
 * By what it can be told which company serves a merchant's account: the acquirer of card acceptor and terminal IDs, the
 * facilitator of sub-merchant IDs, the provider of a wallet, the bank of an account by its BIC, by the bank code of its IBANs,
 * or by a national clearing code.
 */
export const SERVICE_RANGE_KINDS = [
  'ACQUIRER',
  'FACILITATOR',
  'WALLET_PROVIDER',
  'BIC',
  'IBAN_BANK',
  'CLEARING_CODE',
] as const;

export type ServiceRangeKind = (typeof SERVICE_RANGE_KINDS)[number];

/** A range in normal form. Equal ranges are equal texts; a wider one is the beginning of a narrower (`isWithin`). */
export interface ServiceRange {
  readonly kind: ServiceRangeKind;
  readonly value: string;
}

const FACILITATOR_LENGTH_MAX = 64;
const BIC_BANK_LENGTH = 8;
const BIN_LENGTH_MIN = 6;
const HEAD_OFFICE = 'XXX';

/**
 * Brings what a member says that it serves into normal form: ACQUIRER `BIN:066907` or `ICA:1234`, FACILITATOR a name in
 * words, WALLET_PROVIDER an id of wallet-providers.ts, BIC 8 characters (all branches) or 11, IBAN_BANK country and bank code
 * (`NLTEST`), CLEARING_CODE `GB-SORTCODE:123456` or `US-ABA:021000021`.
 *
 * `MEMBER:name` is no range: a report whose acquirer has no other name is most often the acquirer's own, so whoever claimed
 * the name would learn who reported.
 */
export function normaliseServiceRange(
  kind: ServiceRangeKind,
  text: string,
): Result<ServiceRange, IdentifierRefusalCode> {
  const value = NORMALISE[kind](text);
  return value.ok ? accepted({ kind, value: value.value }) : value;
}

/**
 * The ranges in which an identifier lies, the widest first: whoever serves one of them serves the account. None for what
 * belongs to no company (a domain), or does not say to which (a card acceptor ID without its acquirer).
 */
export function serviceRangesOf({
  type,
  scope,
  value,
}: Pick<NormalisedIdentifier, 'type' | 'scope' | 'value'>): readonly ServiceRange[] {
  if (type === 'IBAN') {
    const bank = bankCodeOfIban(value);
    return bank === undefined ? [] : [{ kind: 'IBAN_BANK', value: bank }];
  }
  if (scope === null) return [];
  switch (type) {
    case 'CARD_ACCEPTOR_ID':
    case 'TERMINAL_ID':
      return scope.startsWith('MEMBER:') ? [] : withWider({ kind: 'ACQUIRER', value: scope });
    case 'PAYFAC_SUBMERCHANT_ID':
      return [{ kind: 'FACILITATOR', value: scope }];
    case 'WALLET_ACCOUNT':
      return [{ kind: 'WALLET_PROVIDER', value: scope }];
    case 'BANK_ACCOUNT':
      return scope.includes(':')
        ? [{ kind: 'CLEARING_CODE', value: scope }]
        : withWider({ kind: 'BIC', value: scope });
    case 'BANK_ACCOUNT_US':
      return [{ kind: 'CLEARING_CODE', value: `US-ABA:${scope}` }];
    default:
      return [];
  }
}

/** A range and those that it lies in, the widest first: of a BIN its first 6 and 7 digits, of a BIC its bank. */
export function withWider({ kind, value }: ServiceRange): readonly ServiceRange[] {
  if (kind === 'BIC' && value.length > BIC_BANK_LENGTH)
    return [
      { kind, value: value.slice(0, BIC_BANK_LENGTH) },
      { kind, value },
    ];
  if (!isBin({ kind, value })) return [{ kind, value }];
  const shortest = 'BIN:'.length + BIN_LENGTH_MIN;
  return Array.from({ length: value.length - shortest + 1 }, (_, more) => ({
    kind,
    value: value.slice(0, shortest + more),
  }));
}

/** Whether ranges lie in this one by beginning with it, and not only by being the same. */
export function holdsNarrower(range: ServiceRange): boolean {
  return isBin(range) || (range.kind === 'BIC' && range.value.length === BIC_BANK_LENGTH);
}

function isBin({ kind, value }: ServiceRange): boolean {
  return kind === 'ACQUIRER' && value.startsWith('BIN:');
}

const NORMALISE: Readonly<Record<ServiceRangeKind, (text: string) => Result<string, IdentifierRefusalCode>>> =
  {
    ACQUIRER: (text) => {
      const scope = normaliseAcquirerScope(text);
      if (!scope.ok) return onValue(scope);
      if (scope.value === null) return refuse('REQUIRED', 'Give the BIN or ICA under which you acquire.');
      if (!scope.value.startsWith('MEMBER:')) return accepted(scope.value);
      return refuse('UNKNOWN_SCOPE', 'Give the acquirer as BIN:066907 or ICA:1234: a name is no range.');
    },
    FACILITATOR: (text) => {
      const words = asciiWords(text);
      if (words !== '' && words.length <= FACILITATOR_LENGTH_MAX) return accepted(words);
      const message = `Give the facilitator's name, with letters or digits, at most ${FACILITATOR_LENGTH_MAX} characters.`;
      return refuse('INVALID_FORMAT', message);
    },
    WALLET_PROVIDER: (text) => {
      const provider = providerOf(text);
      if (provider) return accepted(provider.id);
      const message = `This provider is not known. Known are ${WALLET_PROVIDER_IDS.join(', ')}.`;
      return refuse('UNKNOWN_SCOPE', message, { suggestion: nearestProvider(text)?.id });
    },
    BIC: (text) => {
      const scope = normaliseBankScope(text);
      if (!scope.ok) return onValue(scope);
      if (scope.value.includes(':')) return refuse('INVALID_FORMAT', 'A BIC has 8 or 11 characters.');
      // The head office alone is what nobody means who writes eight characters.
      return accepted(
        scope.value.endsWith(HEAD_OFFICE) ? scope.value.slice(0, BIC_BANK_LENGTH) : scope.value,
      );
    },
    IBAN_BANK: (text) => {
      const value = withoutSeparators(text);
      const country = value.slice(0, 2);
      const place = bankCodePlace(country);
      if (!place) {
        const message =
          'Give two letters of a country that has IBANs and the code of the bank in them, such as NLTEST; or the BIC.';
        return refuse(/^[A-Z]{2}$/.test(country) ? 'UNKNOWN_COUNTRY' : 'INVALID_FORMAT', message);
      }
      if (/^[A-Z0-9]+$/.test(value) && value.length === 2 + place.to - place.from) return accepted(value);
      const message = `A bank's code in the IBANs of ${country} has ${place.to - place.from} characters: give ${country} and the code.`;
      return refuse('INVALID_LENGTH', message);
    },
    CLEARING_CODE: (text) => {
      const [, routing] = /^US-ABA\s*[: ]\s*(\d{9})$/.exec(tidyUpper(text)) ?? [];
      if (routing !== undefined) {
        return passesAba(routing)
          ? accepted(`US-ABA:${routing}`)
          : refuse('INVALID_CHECK_DIGITS', 'The check digit of this routing number is wrong.');
      }
      const scope = normaliseBankScope(text);
      if (!scope.ok) return onValue(scope);
      if (scope.value.includes(':')) return accepted(scope.value);
      return refuse(
        'INVALID_FORMAT',
        'Give the code as GB-SORTCODE:123456; a BIC is a range of the kind BIC.',
      );
    },
  };

/** What is a scope elsewhere is the value here. */
function onValue(
  result: Result<string | null, IdentifierRefusalCode> & { readonly ok: false },
): Result<never, IdentifierRefusalCode> {
  return { ok: false, refusals: result.refusals.map((refusal) => ({ ...refusal, field: ['value'] })) };
}
