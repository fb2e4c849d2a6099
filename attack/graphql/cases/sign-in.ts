import { TEST_PUBLIC_URL } from '../../../test/support/app.js';
import { type HostileCase, many, request } from '../hostile-case.js';

/** A request of the sign-in page's own script, but for its body. */
const OWN_PAGE = { origin: TEST_PUBLIC_URL, 'sec-fetch-site': 'same-origin' };
const UNSIGNED = { ...OWN_PAGE, authorization: '' };
const WRONG = [400, 'BAD_REQUEST'] as const;
const OUT = [401, 'UNAUTHENTICATED'] as const;

const posts = (
  path: string,
  name: string,
  body: unknown,
  ...expected: readonly [number, string]
): HostileCase =>
  request(
    `${path}: ${name}`,
    typeof body === 'string' ? body : JSON.stringify(body),
    { path: `/sign-in/${path}`, headers: UNSIGNED },
    ...expected,
  );
const comesBack = (
  name: string,
  path: string,
  cookie: string,
  ...expected: readonly [number, string]
): HostileCase =>
  request(
    `the provider's answer: ${name}`,
    '',
    {
      method: 'GET',
      path: `/sign-in/callback/${path}`,
      headers: { 'content-length': '', 'content-type': '', authorization: '', cookie },
    },
    ...expected,
  );

const ACCOUNT = { email: 'a@person.example', password: 'a wrong password of many letters', code: '000000' };
const KEY = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {} };
const client = (of: unknown): string => Buffer.from(JSON.stringify(of)).toString('base64url');
const answers = (name: string, response: unknown, expected: readonly [number, string] = WRONG): HostileCase =>
  posts('passkey', name, { response: { ...KEY, response } }, ...expected);

/** What is sent to the routes by which people sign in. */
export const SIGN_IN: readonly HostileCase[] = [
  posts('password', 'nothing', '', 400, '-'),
  posts('password', 'a list', [], ...WRONG),
  posts('password', 'a body that breaks off', '{"email":', 400, '-'),
  posts('password', 'a key called __proto__', '{"__proto__":{"a":1}}', 400, '-'),
  posts('password', 'a key called constructor', '{"constructor":{"prototype":{"a":1}}}', 400, '-'),
  posts('password', 'numbers in the place of texts', { email: 7, password: 8, code: 9 }, ...WRONG),
  posts('password', 'objects in the place of texts', { email: {}, password: [], code: null }, ...WRONG),
  posts('password', 'a NUL in the address', { ...ACCOUNT, email: 'a\0@person.example' }, ...WRONG),
  posts('password', 'a NUL in the password', { ...ACCOUNT, password: `${ACCOUNT.password}\0` }, ...WRONG),
  posts(
    'password',
    'half a surrogate pair in the address',
    '{"email":"\\ud800@person.example","password":"aaaaaaaaaaaaaaaaaa","code":"000000"}',
    ...WRONG,
  ),
  posts('password', 'SQL', { ...ACCOUNT, email: "' or 1=1 --@person.example" }, ...OUT),
  posts(
    'password',
    'an address of 100,000 characters',
    { ...ACCOUNT, email: `${'a'.repeat(100_000)}@person.example` },
    ...WRONG,
  ),
  posts(
    'password',
    'a password of 100,000 characters',
    { ...ACCOUNT, password: 'a'.repeat(100_000) },
    ...WRONG,
  ),
  posts('password', 'a code in another script', { ...ACCOUNT, code: '٠٠٠٠٠٠' }, ...OUT),
  posts('password', 'a code of 10,000 digits', { ...ACCOUNT, code: '0'.repeat(10_000) }, ...WRONG),
  posts('password', 'two megabytes', 'a'.repeat(2_000_000), 413, '-'),
  request(
    'password: from another site',
    JSON.stringify(ACCOUNT),
    {
      path: '/sign-in/password',
      headers: { ...UNSIGNED, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    },
    403,
    'FORBIDDEN',
  ),
  request(
    'password: a form',
    'email=a&password=b',
    {
      path: '/sign-in/password',
      headers: { ...UNSIGNED, 'content-type': 'application/x-www-form-urlencoded' },
    },
    403,
    'FORBIDDEN',
  ),
  posts('passkey', 'nothing', {}, ...WRONG),
  posts('passkey', 'a text in the place of the answer', { response: 'a' }, ...WRONG),
  posts('passkey', 'an answer without anything', { response: {} }, ...WRONG),
  answers('an answer of nothing', {}),
  answers('an answer of null', null),
  answers('an answer of numbers', { clientDataJSON: 1, authenticatorData: 2, signature: 3 }),
  answers('an answer that is no base64', { clientDataJSON: '!!!', authenticatorData: '???', signature: '' }),
  answers('a client that says nothing', { clientDataJSON: client({}), authenticatorData: '', signature: '' }),
  answers(
    'a client that says null',
    {
      clientDataJSON: client(null),
      authenticatorData: 'AA',
      signature: 'AA',
    },
    OUT,
  ),
  answers(
    'a client of JSON that breaks off',
    {
      clientDataJSON: Buffer.from('{').toString('base64url'),
      authenticatorData: 'AA',
      signature: 'AA',
    },
    OUT,
  ),
  answers(
    'a challenge that is none',
    {
      clientDataJSON: client({ type: 'webauthn.get', challenge: 'AAAA', origin: TEST_PUBLIC_URL }),
      authenticatorData: 'AA',
      signature: 'AA',
    },
    OUT,
  ),
  answers(
    'a challenge with a NUL',
    {
      clientDataJSON: client({ type: 'webauthn.get', challenge: '\0', origin: TEST_PUBLIC_URL }),
      authenticatorData: 'AA',
      signature: 'AA',
    },
    OUT,
  ),
  answers(
    'a challenge that is an object',
    {
      clientDataJSON: client({ type: 'webauthn.get', challenge: {}, origin: TEST_PUBLIC_URL }),
      authenticatorData: 'AA',
      signature: 'AA',
    },
    OUT,
  ),
  answers('authenticator data of 500 KB', {
    clientDataJSON: client({ type: 'webauthn.get', challenge: 'AAAA', origin: TEST_PUBLIC_URL }),
    authenticatorData: 'A'.repeat(500_000),
    signature: 'AA',
  }),
  posts(
    'passkey',
    'an id with a NUL',
    {
      response: {
        ...KEY,
        id: '\0',
        rawId: '\0',
        response: { clientDataJSON: client({}), authenticatorData: 'AA', signature: 'AA' },
      },
    },
    ...WRONG,
  ),
  posts('passkey/challenge', 'a body of rubbish', 'rubbish', 400, '-'),
  posts('provider', 'nothing', {}, ...WRONG),
  posts('provider', 'a provider that is none', { provider: 'idp_AAAAAAAAAAAAAAAAAAAAAA' }, 404, 'NOT_FOUND'),
  posts('provider', 'a provider called __proto__', { provider: '__proto__' }, 404, 'NOT_FOUND'),
  posts('provider', 'a provider with a NUL', { provider: 'idp_\0' }, ...WRONG),
  posts(
    'provider',
    'an invitation of 100,000 characters',
    { provider: 'idp_AAAAAAAAAAAAAAAAAAAAAA', invitation: 'a'.repeat(100_000) },
    ...WRONG,
  ),
  posts('end', 'a body of rubbish', 'rubbish', 400, '-'),
  comesBack('without a sign-in under way', 'idp_AAAAAAAAAAAAAAAAAAAAAA?code=a&state=b', '', 303, '-'),
  comesBack('a provider that is none', 'x?code=a&state=b', '__Host-cordon-flow=x', 303, '-'),
  comesBack('a provider called __proto__', '__proto__?code=a&state=b', '__Host-cordon-flow=x', 303, '-'),
  comesBack('a provider with an escaped NUL', '%00?code=%00&state=%00', '__Host-cordon-flow=%00', 303, '-'),
  comesBack('an escape that breaks off', '%?code=%&state=%', '', 400, '-'),
  comesBack(
    'a code of 5,000 characters',
    `idp_AAAAAAAAAAAAAAAAAAAAAA?code=${'a'.repeat(5_000)}`,
    '__Host-cordon-flow=x',
    303,
    '-',
  ),
  comesBack(
    '1,000 parameters',
    `idp_AAAAAAAAAAAAAAAAAAAAAA?${many(1_000, (n) => `a${n}=b`, '&')}`,
    '__Host-cordon-flow=x',
    303,
    '-',
  ),
  request(
    'confirming who one is without a session',
    '{}',
    { path: '/sign-in/step-up/password', headers: UNSIGNED },
    ...OUT,
  ),
  request(
    'registering a passkey by a bearer token, of rubbish',
    JSON.stringify({ name: 'a', response: { ...KEY, response: {} } }),
    { path: '/sign-in/passkeys', headers: OWN_PAGE },
    ...WRONG,
  ),
  request(
    'registering a passkey with attestation of rubbish',
    JSON.stringify({
      name: 'a',
      response: {
        ...KEY,
        response: {
          clientDataJSON: client({ type: 'webauthn.create', challenge: 'AAAA', origin: TEST_PUBLIC_URL }),
          attestationObject: 'AAAA',
        },
      },
    }),
    { path: '/sign-in/passkeys', headers: OWN_PAGE },
    ...WRONG,
  ),
  request(
    'a session that is none',
    JSON.stringify({ query: '{ viewer { __typename } }' }),
    { headers: { ...OWN_PAGE, authorization: '', cookie: '__Host-cordon=x' } },
    200,
    'UNAUTHENTICATED',
  ),
  request(
    'a session with a NUL',
    JSON.stringify({ query: '{ viewer { __typename } }' }),
    { headers: { ...OWN_PAGE, authorization: '', cookie: '__Host-cordon=%00%ff' } },
    200,
    'UNAUTHENTICATED',
  ),
  request(
    'a token of DPoP without its proof',
    JSON.stringify({ query: '{ viewer { __typename } }' }),
    { headers: { authorization: 'DPoP a.b.c' } },
    200,
    'UNAUTHENTICATED',
  ),
  request(
    'a proof of DPoP of rubbish',
    JSON.stringify({ query: '{ viewer { __typename } }' }),
    { headers: { authorization: 'DPoP a.b.c', dpop: '.'.repeat(3_000) } },
    200,
    'UNAUTHENTICATED',
  ),
  request(
    'two proofs of DPoP',
    JSON.stringify({ query: '{ viewer { __typename } }' }),
    { headers: { authorization: 'DPoP a.b.c', dpop: ['a.b.c', 'd.e.f'] } },
    400,
    'BAD_REQUEST',
  ),
];
