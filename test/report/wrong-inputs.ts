import type { Variables } from '../support/caller.js';

/** One wrong input: what is changed of a good report, and the refusal that must come of it. */
export interface WrongInput {
  readonly name: string;
  /** Fields that take the place of the good report's. */
  readonly report?: Variables;
  readonly clientReference?: string;
  readonly code: string;
  readonly field: string;
  /** Words of the message that say which rule or what to do. */
  readonly says: RegExp;
}

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk';
const PDF = 'JVBERi0xLjcKJeLjz9MKMSAwIG9iago8PC9UeXBlL0NhdGFsb2c+PgplbmRvYmoK';
const LONG_HEX = '00ff17a9'.repeat(30);

const identifier = (type: string, value: string, scope?: string): Variables => ({
  identifiers: [{ type, value, ...(scope !== undefined && { scope }) }],
});
const row = (name: string, report: Variables, code: string, field: string, says: RegExp): WrongInput => ({
  name,
  report,
  code,
  field,
  says,
});
const valueRow = (
  type: string,
  value: string,
  scope: string | undefined,
  code: string,
  says: RegExp,
): WrongInput =>
  row(
    `${type} ${JSON.stringify(value.slice(0, 40))}${scope ? ` in ${scope}` : ''}`,
    identifier(type, value, scope),
    code,
    'report.identifiers.0.value',
    says,
  );
const scopeRow = (
  type: string,
  value: string,
  scope: string | undefined,
  code: string,
  says: RegExp,
): WrongInput =>
  row(
    `${type} within ${scope ?? 'nothing'}`,
    identifier(type, value, scope),
    code,
    'report.identifiers.0.scope',
    says,
  );

/** The gate stands before everything that takes text: each of its rules at each of these fields. */
const TEXT_FIELDS: readonly (readonly [string, (text: string) => Variables])[] = [
  ['report.legalName', (text) => ({ legalName: text })],
  ['report.tradeNames.0', (text) => ({ tradeNames: [text] })],
  ['report.descriptors.0', (text) => ({ descriptors: [text] })],
  ['report.addresses.0.line', (text) => ({ addresses: [{ line: text }] })],
  ['report.addresses.0.city', (text) => ({ addresses: [{ line: '1 Quay', city: text }] })],
  ['report.principals.0.name', (text) => ({ principals: [{ name: text }] })],
  ['report.externalReference', (text) => ({ externalReference: text })],
  ['report.narrative', (text) => ({ narrative: text })],
];

const GATE_TEXTS: readonly (readonly [string, string, string, RegExp])[] = [
  ['a card number', 'card 4111 1111 1111 1111', 'CARD_NUMBER', /card number/i],
  ['a card number with dashes', '5500-0000-0000-0004', 'CARD_NUMBER', /card number/i],
  ['a zero-width character', 'Par\u200bcels', 'CONTROL_CHARACTER', /invisible|control/i],
  ['a bidirectional control', 'Par\u202ecels', 'CONTROL_CHARACTER', /invisible|control/i],
  ['a control character', 'Par\u0007cels', 'CONTROL_CHARACTER', /control/i],
];

const gateRows: readonly WrongInput[] = TEXT_FIELDS.flatMap(([field, put]) =>
  GATE_TEXTS.map(([name, text, code, says]) => row(`${name} in ${field}`, put(text), code, field, says)),
);

/** Every row is refused with this code at this field; see wrong-inputs.spec.ts. */
export const WRONG_INPUTS: readonly WrongInput[] = [
  ...gateRows,
  row(
    'an image in base64 in the narrative',
    { narrative: `look: ${PNG}` },
    'ENCODED_CONTENT',
    'report.narrative',
    /file/i,
  ),
  row('a PDF in base64 in the narrative', { narrative: PDF }, 'ENCODED_CONTENT', 'report.narrative', /file/i),
  row(
    'a data URI in the narrative',
    { narrative: 'data:image/png;base64,AAAA' },
    'ENCODED_CONTENT',
    'report.narrative',
    /data:/i,
  ),
  row(
    'a blob URI in the narrative',
    { narrative: 'blob:https://shop.example/1b2c' },
    'ENCODED_CONTENT',
    'report.narrative',
    /blob:/i,
  ),
  row(
    '240 hex characters in the narrative',
    { narrative: LONG_HEX },
    'ENCODED_CONTENT',
    'report.narrative',
    /encoded/i,
  ),
  row(
    'a narrative of 2,001 characters',
    { narrative: 'ab '.repeat(667) },
    'TOO_LONG',
    'report.narrative',
    /2.?000/,
  ),
  row(
    'an external reference of 101 characters',
    { externalReference: 'X-'.repeat(51) },
    'TOO_LONG',
    'report.externalReference',
    /100/,
  ),
  row(
    'a legal name of 201 characters',
    { legalName: 'Ab '.repeat(67) },
    'TOO_LONG',
    'report.legalName',
    /200/,
  ),
  {
    name: 'no client reference',
    clientReference: ' ',
    code: 'REQUIRED',
    field: 'clientReference',
    says: /reference/,
  },
  {
    name: 'a client reference of 101 characters',
    clientReference: 'r'.repeat(101),
    code: 'TOO_LONG',
    field: 'clientReference',
    says: /100/,
  },
  {
    name: 'a card number as client reference',
    clientReference: '4111111111111111',
    code: 'CARD_NUMBER',
    field: 'clientReference',
    says: /card number/i,
  },

  row('no way of payment', { paymentMethods: [] }, 'REQUIRED', 'report.paymentMethods', /at least one/),
  row(
    'nothing that names the merchant',
    { legalName: null },
    'NO_IDENTIFIER',
    'report.identifiers',
    /at least one/,
  ),
  row(
    'eleven trade names',
    { tradeNames: Array.from({ length: 11 }, (_, i) => `Name ${i}`) },
    'TOO_MANY',
    'report.tradeNames',
    /10/,
  ),
  row(
    'eleven descriptors',
    { descriptors: Array.from({ length: 11 }, (_, i) => `NAME ${i}`) },
    'TOO_MANY',
    'report.descriptors',
    /10/,
  ),
  row(
    'six addresses',
    { addresses: Array.from({ length: 6 }, (_, i) => ({ line: `${i + 1} Quay` })) },
    'TOO_MANY',
    'report.addresses',
    /5/,
  ),
  row(
    'six principals',
    { principals: Array.from({ length: 6 }, (_, i) => ({ name: `Ann Example${'abcdef'[i]}` })) },
    'TOO_MANY',
    'report.principals',
    /5/,
  ),
  row(
    '51 identifiers',
    { identifiers: Array.from({ length: 51 }, (_, i) => ({ type: 'DOMAIN', value: `s${i}.example` })) },
    'TOO_MANY',
    'report.identifiers',
    /50/,
  ),
  row(
    'a first day in the future',
    { observedFrom: '2999-01-01' },
    'INVALID_DATE',
    'report.observedFrom',
    /future/,
  ),
  row(
    'a last day in the future',
    { observedTo: '2999-01-01' },
    'INVALID_DATE',
    'report.observedTo',
    /future/,
  ),
  row('a day before 2000', { observedFrom: '1999-12-31' }, 'INVALID_DATE', 'report.observedFrom', /2000/),
  row(
    'an end before the beginning',
    { observedFrom: '2026-01-02', observedTo: '2026-01-01' },
    'DATE_ORDER',
    'report.observedTo',
    /before/,
  ),
  row(
    'RED with a group',
    { handling: { tlp: 'RED', sharingGroupId: 'grp_AAAAAAAAAAAAAAAAAAAAAA' } },
    'HANDLING_CONFLICT',
    'report.handling.sharingGroupId',
    /RED/,
  ),
  row(
    'a group that is none',
    { handling: { tlp: 'AMBER', sharingGroupId: 'grp_AAAAAAAAAAAAAAAAAAAAAA' } },
    'UNKNOWN_SHARING_GROUP',
    'report.handling.sharingGroupId',
    /sharingGroups/,
  ),
  row(
    'an id that is none as group',
    { handling: { tlp: 'AMBER', sharingGroupId: 'europe' } },
    'UNKNOWN_SHARING_GROUP',
    'report.handling.sharingGroupId',
    /sharingGroups/,
  ),
  row(
    'a member that is none',
    { handling: { tlp: 'RED', namedMemberIds: ['mem_AAAAAAAAAAAAAAAAAAAAAA'] } },
    'UNKNOWN_MEMBER',
    'report.handling.namedMemberIds.0',
    /members/,
  ),
  row(
    'members named without RED',
    { handling: { tlp: 'GREEN', namedMemberIds: ['mem_AAAAAAAAAAAAAAAAAAAAAA'] } },
    'HANDLING_CONFLICT',
    'report.handling.namedMemberIds',
    /RED/,
  ),
  row('an unknown country', { country: 'QQ' }, 'UNKNOWN_COUNTRY', 'report.country', /two letters/),
  row('a country by its name', { country: 'Germany' }, 'UNKNOWN_COUNTRY', 'report.country', /two letters/),
  row(
    'an unknown country of an address',
    { addresses: [{ line: '1 Quay', country: 'QQ' }] },
    'UNKNOWN_COUNTRY',
    'report.addresses.0.country',
    /two letters/,
  ),
  row(
    'a day of birth that was not',
    { principals: [{ name: 'Ann Example', birthDate: '1980-02-30' }] },
    'INVALID_FORMAT',
    'report.principals.0.birthDate',
    /YYYY-MM-DD/,
  ),
  row(
    'a year of birth in the future',
    { principals: [{ name: 'Ann Example', birthYear: 2999 }] },
    'NOT_PLAUSIBLE',
    'report.principals.0.birthYear',
    /1900/,
  ),

  valueRow('IBAN', 'GB82WEST12345698765431', undefined, 'INVALID_CHECK_DIGITS', /check/i),
  valueRow('IBAN', 'GB82WEST1234569876543', undefined, 'INVALID_LENGTH', /22/),
  valueRow('IBAN', 'QQ82WEST12345698765432', undefined, 'UNKNOWN_COUNTRY', /no IBANs/),
  valueRow('IBAN', '', undefined, 'REQUIRED', /value/),
  valueRow('LEI', '5493001KJTIIGC8Y1R13', undefined, 'INVALID_CHECK_DIGITS', /check/i),
  valueRow('LEI', '5493001KJTIIGC8Y1R1', undefined, 'INVALID_LENGTH', /20/),
  scopeRow('BANK_ACCOUNT_US', '123456789', '021000022', 'INVALID_CHECK_DIGITS', /routing|check/i),
  scopeRow('BANK_ACCOUNT_US', '123456789', undefined, 'SCOPE_REQUIRED', /routing/i),
  scopeRow('BANK_ACCOUNT', '12345678', undefined, 'SCOPE_REQUIRED', /BIC/),
  scopeRow('CRYPTO_ADDRESS', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', undefined, 'SCOPE_REQUIRED', /chain/i),
  scopeRow('CRYPTO_ADDRESS', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'NOCHAIN', 'UNKNOWN_SCOPE', /chain/i),
  valueRow(
    'CRYPTO_ADDRESS',
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb',
    'BITCOIN',
    'INVALID_CHECK_DIGITS',
    /check/i,
  ),
  valueRow(
    'CRYPTO_ADDRESS',
    'bc1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
    'BITCOIN',
    'INVALID_CHECK_DIGITS',
    /checksum/,
  ),
  valueRow(
    'CRYPTO_ADDRESS',
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed',
    'ETHEREUM',
    'INVALID_CHECK_DIGITS',
    /EIP-55|check|case/i,
  ),
  scopeRow('WALLET_ACCOUNT', 'seller-1', undefined, 'SCOPE_REQUIRED', /provider/i),
  scopeRow('WALLET_ACCOUNT', 'seller-1', 'NOWALLET', 'UNKNOWN_SCOPE', /provider/i),
  valueRow('DOMAIN', 'co.uk', undefined, 'PUBLIC_SUFFIX', /whole host/),
  valueRow('DOMAIN', 'github.io', undefined, 'PUBLIC_SUFFIX', /whole host/),
  valueRow('DOMAIN', 'sho p.example', undefined, 'INVALID_FORMAT', /host/),
  valueRow('DOMAIN', '192.0.2.7', undefined, 'INVALID_FORMAT', /IP_ADDRESS/),
  valueRow('DOMAIN', `${'a'.repeat(64)}.example`, undefined, 'INVALID_FORMAT', /host/),
  valueRow('EMAIL', 'billing.shop.example', undefined, 'INVALID_FORMAT', /@/),
  valueRow('EMAIL', 'billing@', undefined, 'INVALID_FORMAT', /@|domain/i),
  valueRow('PHONE', '+44 118 496', 'GB', 'NOT_PLAUSIBLE', /./),
  scopeRow('PHONE', '0118 496 0777', undefined, 'SCOPE_REQUIRED', /country/i),
  valueRow('CARD_ACCEPTOR_ID', '1234567890123456', 'BIN:066907', 'INVALID_LENGTH', /15/),
  scopeRow('CARD_ACCEPTOR_ID', '123456789', 'somewhere else', 'UNKNOWN_SCOPE', /BIN/),
  valueRow('TERMINAL_ID', '1234567', 'BIN:066907', 'INVALID_LENGTH', /8/),
  valueRow('MCC', '59671', undefined, 'INVALID_FORMAT', /4|four/),
  valueRow('MCC', '0001', undefined, 'UNKNOWN_CODE', /MCC|code/),
  valueRow('ACQUIRER_BIN', '06690', undefined, 'INVALID_LENGTH', /6/),
  scopeRow('TAX_ID', '123456789', 'QQ', 'UNKNOWN_COUNTRY', /two letters/),
  scopeRow('NATIONAL_ID', '123456789', undefined, 'SCOPE_REQUIRED', /country/i),
  scopeRow('PASSPORT', 'X1234567', undefined, 'SCOPE_REQUIRED', /country/i),
  valueRow('IP_ADDRESS', '192.0.2.256', undefined, 'INVALID_FORMAT', /IP/),
  valueRow('BANK_ACCOUNT', '4111111111111111', 'DEUTDEFF', 'CARD_NUMBER', /card number/i),
];
