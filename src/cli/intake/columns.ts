/** The columns of the import template, in its order, with other names by which exports commonly call them. */
export const COLUMNS = {
  client_reference: ['reference', 'ref', 'our reference', 'case id', 'case reference', 'report reference'],
  reason: ['reason code', 'primary reason'],
  basis: ['source', 'report basis'],
  external_reference: ['cybertip', 'cybertipline id', 'external id', 'external ref', 'referral'],
  payment_methods: ['payment method', 'methods'],
  observed_from: ['from', 'first seen', 'start date'],
  observed_to: ['to', 'last seen', 'end date'],
  legal_name: ['merchant name', 'legal entity', 'company', 'company name', 'name'],
  trade_names: ['trade name', 'trading name', 'dba', 'doing business as'],
  descriptor: ['descriptors', 'statement descriptor', 'billing descriptor'],
  mcc: ['merchant category code', 'category code'],
  country: ['country code', 'merchant country'],
  address: ['street', 'address line', 'address line 1', 'street address'],
  city: ['town', 'locality'],
  region: ['state', 'province', 'county'],
  postcode: ['postal code', 'zip', 'zip code'],
  phone: ['telephone', 'tel', 'phone number'],
  email: ['mail', 'email address'],
  website: ['url', 'domain', 'host', 'web', 'site'],
  card_acceptor_id: ['mid', 'merchant id', 'caid', 'card acceptor'],
  acquirer_bin: ['bin', 'acquirer', 'acquiring bin'],
  iban: ['settlement iban'],
  bank_routing: ['routing', 'routing number', 'aba'],
  bank_account: ['account', 'account number'],
  crypto_chain: ['chain', 'blockchain', 'coin'],
  crypto_address: ['wallet address', 'coin address'],
  wallet_provider: ['provider'],
  wallet_account: ['wallet', 'wallet id'],
  tax_id: ['vat', 'vat id', 'vat number', 'tax number', 'tin', 'ein'],
  company_reg_no: ['company number', 'registration number', 'company registration', 'reg no'],
  principal_name: ['principal', 'owner', 'director', 'beneficial owner'],
  principal_birth_year: ['birth year', 'year of birth', 'owner birth year'],
  tlp: ['handling', 'traffic light', 'marking'],
  sharing_group: ['group'],
  narrative: ['notes', 'comment', 'comments', 'description'],
  child_at_risk: ['child at risk now', 'immediate danger'],
} as const;

export type Column = keyof typeof COLUMNS;

export const COLUMN_NAMES = Object.keys(COLUMNS) as readonly Column[];

/**
 * What an errors file adds to each refused row. An import leaves these columns aside when it finds all of them, so that
 * a mended errors file can be sent as it is.
 */
export const ERROR_COLUMNS = ['line', 'code', 'field', 'message', 'suggestion'] as const;

/** The values of one row by column, trimmed, empty ones left out. */
export type Row = Readonly<Partial<Record<Column, string>>>;

const COLUMN_BY_NAME: ReadonlyMap<string, Column> = new Map(
  COLUMN_NAMES.flatMap((column) =>
    [column, ...COLUMNS[column]].map((name) => [bareName(name), column] as const),
  ),
);

/** The column that a header means, by its name or an alias; case, spaces and punctuation aside. */
export function columnNamed(header: string): Column | undefined {
  return COLUMN_BY_NAME.get(bareName(header));
}

/** A header without what people vary: `Client-Reference`, `CLIENT REFERENCE` and `client_reference` are one. */
export function bareName(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
