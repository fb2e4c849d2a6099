import { type HostileCase, many, variables } from '../hostile-case.js';

const SUBMIT =
  'mutation ($input: SubmitReportInput!) { submitReport(input: $input) { report { id } userErrors { code } } }';
const SCREEN =
  'mutation ($input: ScreenMerchantsInput!) { screenMerchants(input: $input) { screenings { refusals { code } } userErrors { code } } }';

const REPORT = {
  reason: 'CSAM_SALE',
  basis: 'MEMBER_TIP',
  paymentMethods: ['CARD'],
  handling: { tlp: 'AMBER' },
  legalName: 'Nomu Imports Ltd',
  identifiers: [{ type: 'DOMAIN', value: 'nomu.example' }],
};

type Values = Readonly<Record<string, unknown>>;
let references = 0;

const submits = (name: string, values: Values, ...expected: readonly [number, string]): HostileCase =>
  variables(
    `a report with ${name}`,
    SUBMIT,
    { input: { clientReference: `T-${(references += 1)}`, report: { ...REPORT, ...values } } },
    ...expected,
  );
const narrates = (name: string, narrative: unknown, ...expected: readonly [number, string]): HostileCase =>
  submits(`a narrative of ${name}`, { narrative }, ...expected);
const identifies = (name: string, identifier: unknown, ...expected: readonly [number, string]): HostileCase =>
  submits(`an identifier: ${name}`, { identifiers: [identifier] }, ...expected);
const screens = (name: string, merchants: unknown, ...expected: readonly [number, string]): HostileCase =>
  variables(`a screening of ${name}`, SCREEN, { input: { purpose: 'ONBOARDING', merchants } }, ...expected);
const refers = (name: string, clientReference: string, ...expected: readonly [number, string]): HostileCase =>
  variables(
    `a client reference of ${name}`,
    SUBMIT,
    { input: { clientReference, report: REPORT } },
    ...expected,
  );

const CONTROL = [200, 'CONTROL_CHARACTER'] as const;
const WRONG = [400, 'BAD_USER_INPUT'] as const;
const ENCODED = [200, 'ENCODED_CONTENT'] as const;

/** Texts that a database, a log or a reader would choke on, where they would be stored. */
export const TEXTS: readonly HostileCase[] = [
  narrates('a NUL', 'a\0b', ...WRONG),
  narrates('half a surrogate pair', 'a\ud800b', ...WRONG),
  narrates('halves in the wrong order', 'a\udc00\ud800b', ...WRONG),
  narrates('a bell', 'a\u0007b', ...CONTROL),
  narrates('an escape sequence of a terminal', '\u001b[2J\u001b[1;1Hall good', ...CONTROL),
  narrates('a delete', 'a\u007fb', ...CONTROL),
  narrates('a C1 control', 'a\u009b31mb', ...CONTROL),
  narrates('a bidirectional override', 'safe \u202eelif\u202c', ...CONTROL),
  narrates('an isolate', 'a\u2066b\u2069', ...CONTROL),
  narrates('a zero-width space', 'a\u200bb', ...CONTROL),
  narrates('a byte order mark', '\ufeffa', ...CONTROL),
  narrates('tag characters', `a${many(20, (n) => String.fromCodePoint(0xe0041 + n), '')}`, ...CONTROL),
  narrates('a lone carriage return', 'GET /\rHost: x', ...CONTROL),
  narrates('a line for a log', 'ok\nERROR [Fault] request forged', 200, 'OK'),
  narrates('a script', '<script>alert(1)</script>', 200, 'OK'),
  narrates('a formula', "=cmd|' /C calc'!A0", 200, 'OK'),
  narrates('SQL', "'); delete from report; --", 200, 'OK'),
  narrates('200,000 characters', 'a '.repeat(100_000), 200, 'TOO_LONG'),
  narrates('a thousand combining marks', `a${'\u0301'.repeat(1_000)}`, 200, 'OK'),
  narrates('a ligature that grows eighteenfold', '\ufdfa'.repeat(1_000), 200, 'OK'),
  narrates('noncharacters', 'a\uffff\ufffeb', 200, 'OK'),
  narrates('a private use character', 'a\ue000b', 200, 'OK'),
  narrates('a card number', 'card 4111 1111 1111 1111', 200, 'CARD_NUMBER'),
  narrates('an image', 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', ...ENCODED),
  narrates('a data URI', 'data:image/png;base64,AAAA', ...ENCODED),
  narrates('a number', 7, ...WRONG),
  narrates('a list', ['a'], ...WRONG),
  narrates('an object', { toString: 'a' }, ...WRONG),
  submits('a name of a thousand words', { legalName: 'ab '.repeat(1_000) }, 200, 'TOO_LONG'),
  submits('a name of line breaks', { legalName: 'A\n\n\nB' }, 200, 'OK'),
  submits('a name of white space', { legalName: ' \u3000 ' }, 200, 'REQUIRED'),
  submits(
    '10,000 identifiers',
    { identifiers: Array.from({ length: 10_000 }, () => ({ type: 'DOMAIN', value: 'nomu.example' })) },
    200,
    'TOO_MANY',
  ),
  submits(
    '1,000 trade names',
    { tradeNames: Array.from({ length: 1_000 }, (_unused, n) => `Nomu ${n}`) },
    200,
    'TOO_MANY',
  ),
  submits(
    '10,000 payment methods',
    { paymentMethods: Array.from({ length: 10_000 }, () => 'CARD') },
    200,
    'OK',
  ),
  submits('no payment method', { paymentMethods: [] }, 200, 'REQUIRED'),
  submits(
    'named members that are none',
    { handling: { tlp: 'RED', namedMemberIds: ['mem_x', '', "'"] } },
    200,
    'UNKNOWN_MEMBER',
  ),
  submits(
    'a sharing group that is none',
    { handling: { tlp: 'AMBER', sharingGroupId: 'grp_x' } },
    200,
    'UNKNOWN_SHARING_GROUP',
  ),
  submits(
    'a birth year of 2^31 - 1',
    { principals: [{ name: 'A B', birthYear: 2147483647 }] },
    200,
    'NOT_PLAUSIBLE',
  ),
  submits('a birth year of -1', { principals: [{ name: 'A B', birthYear: -1 }] }, 200, 'NOT_PLAUSIBLE'),
  submits(
    'a birth date that is none',
    { principals: [{ name: 'A B', birthDate: '1990-02-31' }] },
    200,
    'INVALID_FORMAT',
  ),
  submits(
    'an address of a country that is none',
    { addresses: [{ line: '1 Mill Road', country: '__proto__' }] },
    200,
    'UNKNOWN_COUNTRY',
  ),
  submits('a key that is not there', { constructor: { name: 'a' } }, ...WRONG),
  identifies('an empty text', { type: 'DOMAIN', value: '' }, 200, 'REQUIRED'),
  identifies('a host of 10,000 labels', { type: 'DOMAIN', value: 'a.'.repeat(10_000) }, 200, 'TOO_LONG'),
  identifies(
    'a host in punycode that is none',
    { type: 'DOMAIN', value: 'xn--a.example' },
    200,
    'INVALID_FORMAT',
  ),
  identifies('a host with an override', { type: 'DOMAIN', value: 'nomu\u202e.example' }, ...CONTROL),
  identifies('an IBAN of 5,000 characters', { type: 'IBAN', value: 'GB82'.repeat(1_250) }, 200, 'TOO_LONG'),
  identifies('an IBAN with a NUL', { type: 'IBAN', value: 'GB82\0WEST12345698765432' }, ...WRONG),
  identifies(
    'an e-mail address of 100,000 at signs',
    { type: 'EMAIL', value: '@'.repeat(100_000) },
    200,
    'TOO_LONG',
  ),
  identifies('a phone of 100,000 digits', { type: 'PHONE', value: '1'.repeat(100_000) }, 200, 'TOO_LONG'),
  identifies(
    'an address of a chain called __proto__',
    { type: 'CRYPTO_ADDRESS', scope: '__proto__', value: 'x' },
    200,
    'UNKNOWN_SCOPE',
  ),
  identifies(
    'a wallet of a provider called constructor',
    { type: 'WALLET_ACCOUNT', scope: 'constructor', value: 'x' },
    200,
    'UNKNOWN_SCOPE',
  ),
  identifies(
    'a company of a country called toString',
    { type: 'COMPANY_REG_NO', scope: 'toString', value: '1' },
    200,
    'INVALID_LENGTH',
  ),
  identifies('a type called __proto__', { type: '__proto__', value: 'x' }, ...WRONG),
  identifies('null', null, ...WRONG),
  refers('300 characters', 'R'.repeat(300), 200, 'TOO_LONG'),
  refers('nothing', '', 200, 'REQUIRED'),
  refers('a tab', 'R\t1', 200, 'OK'),
  refers('line breaks', 'R\n1', ...CONTROL),
  screens('nobody', [], 200, 'REQUIRED'),
  screens(
    '10,000 merchants',
    Array.from({ length: 10_000 }, (_unused, n) => ({ ref: `r${n}` })),
    200,
    'TOO_MANY',
  ),
  screens(
    'one merchant twice',
    [
      { ref: 'r', legalName: 'Nomu Ltd' },
      { ref: 'r', legalName: 'Nomu Ltd' },
    ],
    200,
    'OK',
  ),
  screens('a merchant without anything', [{ ref: 'r' }], 200, 'NO_IDENTIFIER'),
  screens('a name with a NUL', [{ ref: 'r', legalName: 'a\0b' }], ...WRONG),
  screens('a name with an override', [{ ref: 'r', legalName: 'a\u202eb' }], ...CONTROL),
  screens('a name of wildcards', [{ ref: 'r', legalName: '%_%_%\\' }], 200, 'INVALID_CHARACTERS'),
  screens('a name of 10,000 characters', [{ ref: 'r', legalName: 'ab '.repeat(3_333) }], 200, 'TOO_LONG'),
  screens('null', [null], ...WRONG),
];
