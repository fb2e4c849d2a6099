import type { IdentifierType, NormalisedIdentifier } from '../identifier/index.js';

/** What an identifier says of the country that its merchant is in. */
type Located = Pick<NormalisedIdentifier, 'type' | 'scope' | 'parts'>;

/**
 * What becomes of an identifier when its merchant is listed. LISTED: an indicator that shows its display form.
 * MATCHED_ONLY: an indicator that is found by whoever asks with the same value and shows no more than initials: a
 * person's data (data class P3). NOT_SHARED: context, which belongs to many merchants and finds none.
 */
type Sharing = 'LISTED' | 'MATCHED_ONLY' | 'NOT_SHARED';

const SHARING: Readonly<Record<IdentifierType, Sharing>> = {
  CARD_ACCEPTOR_ID: 'LISTED',
  TERMINAL_ID: 'LISTED',
  PAYFAC_SUBMERCHANT_ID: 'LISTED',
  ACQUIRER_BIN: 'NOT_SHARED',
  ICA: 'NOT_SHARED',
  MCC: 'NOT_SHARED',
  DESCRIPTOR: 'LISTED',
  IBAN: 'LISTED',
  BANK_ACCOUNT_US: 'LISTED',
  BANK_ACCOUNT: 'LISTED',
  CRYPTO_ADDRESS: 'LISTED',
  WALLET_ACCOUNT: 'LISTED',
  TAX_ID: 'LISTED',
  COMPANY_REG_NO: 'LISTED',
  LEI: 'LISTED',
  DOMAIN: 'LISTED',
  EMAIL: 'LISTED',
  PHONE: 'LISTED',
  LEGAL_NAME: 'LISTED',
  TRADE_NAME: 'LISTED',
  PERSON: 'MATCHED_ONLY',
  NATIONAL_ID: 'LISTED',
  PASSPORT: 'LISTED',
  DRIVER_LICENCE: 'LISTED',
  ADDRESS: 'LISTED',
  IP_ADDRESS: 'NOT_SHARED',
};

/** A scope that names a member, e.g. `MEMBER:...`: the acquirer is then the reporter, or as good as. */
const MEMBER_SCOPE = /^MEMBER:/;

/** Whether an identifier of this type becomes an indicator. */
export function isShareable(type: IdentifierType): boolean {
  return SHARING[type] !== 'NOT_SHARED';
}

/** What members read of the value. */
export function sharedDisplay({ type, display }: Pick<NormalisedIdentifier, 'type' | 'display'>): string {
  return SHARING[type] === 'MATCHED_ONLY' ? initials(display) : display;
}

/** What members read of the scope; null instead of one that would tell the reporter (product.md, rule 4). */
export function sharedScope(scope: string | null): string | null {
  return scope !== null && MEMBER_SCOPE.test(scope) ? null : scope;
}

function initials(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => word.match(/\p{L}/u) ?? []);
  return letters.map((letter) => `${letter.toUpperCase()}.`).join(' ');
}

/**
 * The country that an identifier places its merchant in, ISO 3166-1 alpha-2: of an address, or of the register of a
 * company or tax number (`DE`, `DE/HRB-Berlin`). Null for everything else: a telephone or a director may be anywhere.
 */
export function merchantCountry({ type, scope, parts }: Located): string | null {
  if (type === 'ADDRESS') return parts['country'] ?? null;
  if (type === 'COMPANY_REG_NO' || type === 'TAX_ID')
    return /^[A-Z]{2}(?=$|\/)/.exec(scope ?? '')?.[0] ?? null;
  return null;
}
