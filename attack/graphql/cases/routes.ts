import { type HostileCase, many, request } from '../hostile-case.js';

const FORM = 'application/x-www-form-urlencoded';

const token = (name: string, form: string, ...expected: readonly [number, string]): HostileCase =>
  request(
    `the token endpoint: ${name}`,
    form,
    { path: '/oauth/token', headers: { 'content-type': FORM, authorization: '' } },
    ...expected,
  );
const get = (name: string, path: string, ...expected: readonly [number, string]): HostileCase =>
  request(
    name,
    '',
    { method: 'GET', path, headers: { 'content-length': '', 'content-type': '' } },
    ...expected,
  );

/** The other routes that answer anyone. */
export const ROUTES: readonly HostileCase[] = [
  token('nothing', '', 400, 'invalid_request'),
  token('a grant that is none', 'grant_type=x', 400, 'unsupported_grant_type'),
  token('a grant called __proto__', 'grant_type=__proto__', 400, 'unsupported_grant_type'),
  token('a grant called constructor', 'grant_type=constructor', 400, 'unsupported_grant_type'),
  token('a parameter called __proto__', '__proto__=x&grant_type=client_credentials', 400, '-'),
  token('a grant twice', 'grant_type=client_credentials&grant_type=password', 400, 'invalid_request'),
  token(
    'a client that is none',
    'grant_type=client_credentials&client_id=x&client_secret=y',
    401,
    'invalid_client',
  ),
  token(
    'a client with a NUL',
    'grant_type=client_credentials&client_id=%00&client_secret=y',
    400,
    'invalid_request',
  ),
  token(
    'a client of SQL',
    "grant_type=client_credentials&client_id=cli_'%20or%201=1--&client_secret=y",
    401,
    'invalid_client',
  ),
  token(
    'a secret that is no UTF-8',
    'grant_type=client_credentials&client_id=cli_AAAAAAAAAAAAAAAAAAAAAA&client_secret=%ff%fe',
    401,
    'invalid_client',
  ),
  token(
    'an assertion that is none',
    'grant_type=client_credentials&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion=a.b.c',
    401,
    'invalid_client',
  ),
  token(
    'an assertion of 9,000 characters',
    `grant_type=client_credentials&client_assertion=${'a'.repeat(9_000)}`,
    400,
    'invalid_request',
  ),
  token('a refresh token that is none', 'grant_type=refresh_token&refresh_token=x', 400, 'invalid_grant'),
  token(
    '100,000 parameters',
    many(100_000, (n) => `p${n}=1`, '&'),
    400,
    'invalid_request',
  ),
  token('an escape that breaks off', 'grant_type=%', 400, 'unsupported_grant_type'),
  token(
    'half a surrogate pair',
    'grant_type=client_credentials&client_id=%ed%a0%80&client_secret=x',
    401,
    'invalid_client',
  ),
  token('two megabytes', `grant_type=${'a'.repeat(2_000_000)}`, 413, '-'),
  request(
    'the token endpoint: JSON',
    '{"grant_type":"client_credentials"}',
    { path: '/oauth/token', headers: { authorization: '' } },
    400,
    'invalid_request',
  ),
  request(
    'the token endpoint: JSON with __proto__',
    '{"__proto__":{"a":1}}',
    { path: '/oauth/token', headers: { authorization: '' } },
    400,
    '-',
  ),
  request(
    'the token endpoint: JSON that breaks off',
    '{',
    { path: '/oauth/token', headers: { authorization: '' } },
    400,
    '-',
  ),
  request(
    'the token endpoint: XML',
    '<a/>',
    { path: '/oauth/token', headers: { authorization: '', 'content-type': 'application/xml' } },
    415,
    '-',
  ),
  request(
    'the token endpoint: Basic that is none',
    'grant_type=client_credentials',
    { path: '/oauth/token', headers: { 'content-type': FORM, authorization: 'Basic !!!' } },
    401,
    'invalid_client',
  ),
  request(
    'the token endpoint: Basic of bytes',
    'grant_type=client_credentials',
    {
      path: '/oauth/token',
      headers: {
        'content-type': FORM,
        authorization: `Basic ${Buffer.from([0, 58, 255]).toString('base64')}`,
      },
    },
    401,
    'invalid_client',
  ),
  request(
    'the revocation endpoint: nothing',
    '',
    { path: '/oauth/revoke', headers: { 'content-type': FORM, authorization: '' } },
    400,
    'invalid_request',
  ),
  request(
    'the revocation endpoint: a token with a NUL',
    'token=%00',
    { path: '/oauth/revoke', headers: { 'content-type': FORM, authorization: '' } },
    400,
    'invalid_request',
  ),
  get(
    'the keys with a query of 10,000 characters',
    `/.well-known/jwks.json?${'a'.repeat(10_000)}`,
    200,
    'OK',
  ),
  get(
    'the metadata by a path that climbs',
    '/.well-known/../.well-known/oauth-authorization-server',
    404,
    'NOT_FOUND',
  ),
  get('a file of the machine', '/../../../etc/passwd', 404, 'NOT_FOUND'),
  get('a file of the machine, escaped', '/%2e%2e%2f%2e%2e%2fetc%2fpasswd', 404, 'NOT_FOUND'),
  get('a path of 5,000 slashes', '/'.repeat(5_000), 404, 'NOT_FOUND'),
  get('the health with a body', '/health/ready', 200, 'OK'),
  get('the path __proto__', '/__proto__', 404, 'NOT_FOUND'),
  get('the path constructor', '/constructor/prototype', 404, 'NOT_FOUND'),
  get('the source', '/src/main.ts', 404, 'NOT_FOUND'),
  get('the environment', '/.env', 404, 'NOT_FOUND'),
];
