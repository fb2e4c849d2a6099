import type { Result } from '../common/refusal.js';

/** Every type of identifier. Normal form, check and strength of each stand in the file named after it. */
export const IDENTIFIER_TYPES = [
  'CARD_ACCEPTOR_ID',
  'TERMINAL_ID',
  'PAYFAC_SUBMERCHANT_ID',
  'ACQUIRER_BIN',
  'ICA',
  'MCC',
  'DESCRIPTOR',
  'IBAN',
  'BANK_ACCOUNT_US',
  'BANK_ACCOUNT',
  'CRYPTO_ADDRESS',
  'WALLET_ACCOUNT',
  'TAX_ID',
  'COMPANY_REG_NO',
  'LEI',
  'DOMAIN',
  'EMAIL',
  'PHONE',
  'LEGAL_NAME',
  'TRADE_NAME',
  'PERSON',
  'NATIONAL_ID',
  'PASSPORT',
  'DRIVER_LICENCE',
  'ADDRESS',
  'IP_ADDRESS',
] as const;

export type IdentifierType = (typeof IDENTIFIER_TYPES)[number];

/**
 * What a match on a value alone may do.
 *
 * UNIQUE: belongs to one merchant by its nature; alone it makes a match. STRONG: nearly so; alone it makes a match
 * unless the value is shared by unrelated merchants. WEAK: supports others; alone at most a possible match. CONTEXT:
 * never counts alone. FUZZY: names and the like, compared by degree; alone at most a possible match.
 */
export type Strength = 'UNIQUE' | 'STRONG' | 'WEAK' | 'CONTEXT' | 'FUZZY';

/**
 * An identifier as a member typed it. `scope` says within what the value is unique (the acquirer of a card acceptor
 * ID, the chain of a crypto address, the country of a tax id); `parts` are the fields of a PERSON or an ADDRESS.
 */
export interface IdentifierInput {
  readonly type: IdentifierType;
  readonly scope?: string | undefined;
  readonly value: string;
  readonly parts?: IdentifierParts | undefined;
}

/** The structured fields of a PERSON (`birth*`, `country`) or an ADDRESS (the rest; `value` is its street line). */
export interface IdentifierParts {
  /** Calendar date, YYYY-MM-DD. */
  readonly birthDate?: string | undefined;
  /** 1900 to the present year. */
  readonly birthYear?: number | undefined;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country?: string | undefined;
  readonly postcode?: string | undefined;
  readonly city?: string | undefined;
  readonly region?: string | undefined;
  readonly houseNumber?: string | undefined;
}

/**
 * One value under which an identifier is indexed and found. Most identifiers have one; a domain has its host and its
 * registrable domain, an e-mail address has a second one without the dots and tag that its provider ignores.
 */
export interface IdentifierKey {
  /** What the key stands for, e.g. `IBAN`, `DOMAIN_HOST`, `DOMAIN_REGISTRABLE`, `NAME_TOKENS`: a namespace. */
  readonly kind: string;
  readonly strength: Strength;
  /** 16 bytes in lower-case hex: SHA-256 of kind, scope and normal form, truncated. Equal keys are equal values. */
  readonly hash: string;
}

/** An identifier in its normal form, ready to be compared, indexed, stored and shown. */
export interface NormalisedIdentifier {
  readonly type: IdentifierType;
  readonly scope: string | null;
  /**
   * The normal form: what is compared and de-duplicated, of a PERSON and an ADDRESS together with `parts` (identity.ts).
   * Normalising it again (with its scope and parts) gives the same.
   */
  readonly value: string;
  /** What the member typed, trimmed of nothing. Never shared with another member. */
  readonly typed: string;
  /** Of the identifier as given: a card acceptor ID without its acquirer is WEAK, with it UNIQUE. */
  readonly strength: Strength;
  /** As it may be shown to members: a host defanged, an account or personal number masked. */
  readonly display: string;
  readonly keys: readonly IdentifierKey[];
  /**
   * Normalised fields of a PERSON or an ADDRESS, and what was split off a name or descriptor (e.g. `legalForm`). Of a
   * name also how it was written, which is compared but is no part of which name it is (identity.ts): `native`, where it
   * was not in Latin script; `written`, the words of a PERSON in the order given. Never shared with another member.
   */
  readonly parts: Readonly<Record<string, string>>;
  /**
   * Set where one merchant has at most one such value per scope (a company number in its register, a tax id, an LEI):
   * two different values under the same `exclusiveWithin` veto a match. Null where a merchant may hold several.
   */
  readonly exclusiveWithin: string | null;
  /** What was dropped or changed on the way in that the member should hear of. */
  readonly notices: readonly IdentifierNotice[];
}

/** URL_PATH_DROPPED: of a URL only the host was kept. */
export type IdentifierNotice = 'URL_PATH_DROPPED' | 'FACILITATOR_PREFIX_SPLIT' | 'LOCATION_SPLIT';

/** Why a value was refused: the rule's name. */
export type IdentifierRefusalCode =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'INVALID_LENGTH'
  | 'INVALID_CHARACTERS'
  | 'INVALID_FORMAT'
  | 'INVALID_CHECK_DIGITS'
  | 'UNKNOWN_COUNTRY'
  | 'UNKNOWN_CODE'
  | 'UNKNOWN_SCOPE'
  | 'SCOPE_REQUIRED'
  | 'NOT_PLAUSIBLE'
  | 'PUBLIC_SUFFIX'
  | GateRefusalCode;

/** Why the gate refused a text (product.md rule 13; identifiers.md, "Refused everywhere"). */
export type GateRefusalCode = 'CARD_NUMBER' | 'CONTROL_CHARACTER' | 'ENCODED_CONTENT' | 'UNPAIRED_SURROGATE';

/** What a normaliser may need from outside, for it has no clock. */
export interface NormaliseOptions {
  /** The latest year that a birth date may have. Default: 2100, which refuses what is no year at all. */
  readonly presentYear?: number;
}

/**
 * Brings one identifier into its normal form, or says which rule it breaks. `field` of a refusal is relative to the
 * input: `['value']`, `['scope']`, `['parts', 'birthYear']`.
 */
export type Normalise = (
  input: IdentifierInput,
  options: NormaliseOptions,
) => Result<NormalisedIdentifier, IdentifierRefusalCode>;
