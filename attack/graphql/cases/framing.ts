import { httpRequest, type HostileCase, many, request, slowWire, wire } from '../hostile-case.js';

const GOOD = JSON.stringify({ query: '{ viewer { __typename } }' });
const PUBLIC = JSON.stringify({ query: '{ __typename }' });

/** The head of a request with these lines beside its own, and then a body as it is. */
const raw = (
  token: string,
  lines: readonly string[],
  sent: string,
  first = 'POST /graphql HTTP/1.1',
): Buffer =>
  Buffer.from(
    [
      first,
      'host: cordon.example',
      `authorization: Bearer ${token}`,
      'content-type: application/json',
      'accept: application/graphql-response+json',
      ...lines,
      '',
      sent,
    ].join('\r\n'),
  );
const framed = (
  name: string,
  lines: readonly string[],
  sent: string,
  ...expected: readonly [number, string]
): HostileCase => wire(name, (token) => [raw(token, lines, sent)], ...expected);
const lined = (name: string, first: string, ...expected: readonly [number, string]): HostileCase =>
  wire(name, (token) => [raw(token, [`content-length: ${GOOD.length}`], GOOD, first)], ...expected);
const headed = (
  name: string,
  headers: Readonly<Record<string, string>>,
  ...expected: readonly [number, string]
): HostileCase => request(name, GOOD, { headers }, ...expected);
const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;
const CHUNKED = ['transfer-encoding: chunked'];
const LENGTH = `content-length: ${GOOD.length}`;
const NOT_HTTP = [400, '-'] as const;

/** Requests whose framing, headers or pace is not that of an honest client. */
export const FRAMING: readonly HostileCase[] = [
  framed('in chunks', CHUNKED, `${chunk(GOOD)}0\r\n\r\n`, 200, 'OK'),
  framed(
    'in chunks of one byte',
    CHUNKED,
    `${many(GOOD.length, (n) => chunk(GOOD.charAt(n)), '')}0\r\n\r\n`,
    200,
    'OK',
  ),
  framed(
    'chunks with extensions',
    CHUNKED,
    `${GOOD.length.toString(16)};a=b;c="d"\r\n${GOOD}\r\n0\r\n\r\n`,
    200,
    'OK',
  ),
  framed(
    'a chunk with an extension of 20,000 characters',
    CHUNKED,
    `${GOOD.length.toString(16)};a=${'b'.repeat(20_000)}\r\n${GOOD}\r\n0\r\n\r\n`,
    ...NOT_HTTP,
  ),
  framed('chunks with trailers', CHUNKED, `${chunk(GOOD)}0\r\nauthorization: Bearer x\r\n\r\n`, 200, 'OK'),
  framed('a chunk of a size that is none', CHUNKED, `zz\r\n${GOOD}\r\n0\r\n\r\n`, ...NOT_HTTP),
  framed('a chunk of a negative size', CHUNKED, `-1\r\n${GOOD}\r\n0\r\n\r\n`, ...NOT_HTTP),
  framed('a chunk of more than 64 bits', CHUNKED, `${'f'.repeat(17)}\r\n${GOOD}\r\n0\r\n\r\n`, ...NOT_HTTP),
  framed('a chunk longer than it says', CHUNKED, `5\r\n${GOOD}\r\n0\r\n\r\n`, ...NOT_HTTP),
  framed(
    'a chunk of two megabytes',
    CHUNKED,
    `${chunk('x'.repeat(2_000_000))}0\r\n\r\n`,
    413,
    'PAYLOAD_TOO_LARGE',
  ),
  framed('a length and chunks', [LENGTH, ...CHUNKED], `${chunk(GOOD)}0\r\n\r\n`, ...NOT_HTTP),
  framed(
    'chunks twice',
    ['transfer-encoding: chunked', 'transfer-encoding: chunked'],
    `${chunk(GOOD)}0\r\n\r\n`,
    ...NOT_HTTP,
  ),
  framed(
    'chunks that are not last',
    ['transfer-encoding: chunked, gzip'],
    `${chunk(GOOD)}0\r\n\r\n`,
    ...NOT_HTTP,
  ),
  framed('chunks spelt with a tab', ['transfer-encoding:\tchunked'], `${chunk(GOOD)}0\r\n\r\n`, 200, 'OK'),
  framed('a space before a colon', ['transfer-encoding : chunked'], `${chunk(GOOD)}0\r\n\r\n`, ...NOT_HTTP),
  framed('two lengths that agree', [LENGTH, LENGTH], GOOD, ...NOT_HTTP),
  framed('two lengths that differ', [LENGTH, 'content-length: 5'], GOOD, ...NOT_HTTP),
  framed('a length in a list', [`content-length: ${GOOD.length}, ${GOOD.length}`], GOOD, ...NOT_HTTP),
  framed('a negative length', ['content-length: -1'], GOOD, ...NOT_HTTP),
  framed('a length in hex', ['content-length: 0x10'], GOOD, ...NOT_HTTP),
  framed('a length with a sign', [`content-length: +${GOOD.length}`], GOOD, ...NOT_HTTP),
  framed('a length beyond 64 bits', ['content-length: 99999999999999999999'], GOOD, ...NOT_HTTP),
  framed('a length of ten gigabytes', ['content-length: 10000000000'], GOOD, 413, 'PAYLOAD_TOO_LARGE'),
  framed('no length', [], GOOD, ...NOT_HTTP),
  framed('a length of 0 and a body', ['content-length: 0', 'connection: close'], GOOD, ...NOT_HTTP),
  framed('a length that is too short', ['content-length: 10', 'connection: close'], GOOD, ...NOT_HTTP),
  wire(
    'a length that is too long, and the end',
    (token) => [raw(token, [`content-length: ${GOOD.length + 10}`], GOOD), 'half close'],
    ...NOT_HTTP,
  ),
  slowWire(
    'a body in slow pieces',
    (token) => {
      const bytes = httpRequest(token, GOOD);
      const cut = bytes.length - 12;
      return [
        bytes.subarray(0, cut),
        { pauseMs: 150 },
        bytes.subarray(cut, cut + 6),
        { pauseMs: 150 },
        bytes.subarray(cut + 6),
      ];
    },
    200,
    'OK',
  ),
  slowWire(
    'a head in slow pieces',
    (token) => {
      const bytes = httpRequest(token, GOOD);
      return [bytes.subarray(0, 20), { pauseMs: 150 }, bytes.subarray(20)];
    },
    200,
    'OK',
  ),
  slowWire(
    'two requests in a row',
    (token) => [httpRequest(token, GOOD), httpRequest(token, GOOD)],
    200,
    'OK',
  ),
  framed('a header of 20,000 characters', [LENGTH, `x-a: ${'a'.repeat(20_000)}`], GOOD, 431, '-'),
  framed(
    '5,000 headers',
    [LENGTH, ...Array.from({ length: 5_000 }, (_unused, n) => `x-${n}: a`)],
    GOOD,
    431,
    '-',
  ),
  framed('1,500 short headers', [LENGTH, ...Array.from({ length: 1_500 }, () => 'a: b')], GOOD, 431, '-'),
  framed('a header with a NUL', [LENGTH, 'x-a: a\0b'], GOOD, ...NOT_HTTP),
  framed('a header folded over two lines', [LENGTH, 'x-a: a', ' b'], GOOD, ...NOT_HTTP),
  framed('a header without a name', [LENGTH, ': a'], GOOD, ...NOT_HTTP),
  framed('a header called __proto__', [LENGTH, '__proto__: a', 'constructor: b'], GOOD, 200, 'OK'),
  framed('a header in Latin-1', [LENGTH, 'x-a: \u00e9'], GOOD, 200, 'OK'),
  wire(
    'a token twice',
    (token) => [raw(token, [LENGTH, `authorization: Bearer ${token}`], GOOD)],
    400,
    'BAD_REQUEST',
  ),
  wire(
    'no host',
    () => [
      Buffer.from(`POST /graphql HTTP/1.1\r\ncontent-type: application/json\r\n${LENGTH}\r\n\r\n${GOOD}`),
    ],
    ...NOT_HTTP,
  ),
  wire('two hosts', (token) => [raw(token, [LENGTH, 'host: other.example'], GOOD)], 400, 'BAD_REQUEST'),
  wire('no HTTP', () => [Buffer.from('hello\r\n\r\n')], ...NOT_HTTP),
  wire('a greeting of TLS', () => [Buffer.from('16030100a5010000a10303', 'hex'), 'half close'], ...NOT_HTTP),
  wire('a greeting of HTTP/2', () => [Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')], ...NOT_HTTP),
  lined('HTTP/1.0', 'POST /graphql HTTP/1.0', 200, 'OK'),
  lined('HTTP/9.9', 'POST /graphql HTTP/9.9', ...NOT_HTTP),
  lined('a method that is none', 'EAT /graphql HTTP/1.1', ...NOT_HTTP),
  lined('CONNECT', 'CONNECT cordon.example:443 HTTP/1.1', 0, '-'),
  lined('TRACE', 'TRACE /graphql HTTP/1.1', 404, 'NOT_FOUND'),
  lined('a target of 20,000 characters', `POST /graphql?${'a'.repeat(20_000)} HTTP/1.1`, 431, '-'),
  lined('a target with a host', 'POST http://other.example/graphql HTTP/1.1', 200, 'OK'),
  lined('a target that climbs', 'POST /x/../graphql HTTP/1.1', 404, 'NOT_FOUND'),
  lined('a target with a broken escape', 'POST /graphql%zz HTTP/1.1', 400, '-'),
  lined('a target with an escaped NUL', 'POST /graphql%00 HTTP/1.1', 404, 'NOT_FOUND'),
  lined('a target in capitals', 'POST /GraphQL HTTP/1.1', 404, 'NOT_FOUND'),
  lined('a slash at the end', 'POST /graphql/ HTTP/1.1', 404, 'NOT_FOUND'),
  lined('a query in the target too', 'POST /graphql?query=%7B__typename%7D HTTP/1.1', 200, 'OK'),
  request(
    'GET with a query',
    '',
    { method: 'GET', path: '/graphql?query=%7B__typename%7D' },
    405,
    'METHOD_NOT_ALLOWED',
  ),
  request(
    'GET with a mutation',
    '',
    { method: 'GET', path: '/graphql?query=mutation%7Ba%7D' },
    405,
    'METHOD_NOT_ALLOWED',
  ),
  request('HEAD', '', { method: 'HEAD', headers: { 'content-length': '' } }, 405, '-'),
  request('PUT', GOOD, { method: 'PUT' }, 405, 'METHOD_NOT_ALLOWED'),
  request('PATCH', GOOD, { method: 'PATCH' }, 405, 'METHOD_NOT_ALLOWED'),
  request('DELETE', GOOD, { method: 'DELETE' }, 405, 'METHOD_NOT_ALLOWED'),
  request('OPTIONS', '', { method: 'OPTIONS' }, 405, 'METHOD_NOT_ALLOWED'),
  request('a method in another header', GOOD, { headers: { 'x-http-method-override': 'GET' } }, 200, 'OK'),
  headed(
    'an upgrade to a web socket',
    {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      'sec-websocket-version': '13',
    },
    200,
    'OK',
  ),
  headed(
    'an upgrade to HTTP/2',
    { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQ' },
    200,
    'OK',
  ),
  headed('an expectation that is none', { expect: 'the unexpected' }, 417, '-'),
  headed('no accept', { accept: '' }, 200, 'OK'),
  headed('an accept that allows nothing', { accept: 'text/html' }, 406, 'NOT_ACCEPTABLE'),
  headed('an accept of 4,000 ranges', { accept: `${'a/b,'.repeat(3_000)}*/*` }, 406, 'NOT_ACCEPTABLE'),
  headed(
    'an accept of weights that are none',
    { accept: 'application/json;q=NaN;q=1e9;q=-1' },
    406,
    'NOT_ACCEPTABLE',
  ),
  headed('an id of the request with a line for the log', { 'x-request-id': 'a b;c' }, 200, 'OK'),
  headed('an id of the request of 8,000 characters', { 'x-request-id': 'a'.repeat(8_000) }, 200, 'OK'),
  headed(
    'an origin of another site',
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    200,
    'OK',
  ),
  headed(
    'an address that a proxy might give',
    { 'x-forwarded-for': "127.0.0.1'; --", forwarded: 'for="[::1]"' },
    200,
    'OK',
  ),
  headed('no token', { authorization: '' }, 200, 'UNAUTHENTICATED'),
  headed('a token that is none', { authorization: 'Bearer x' }, 200, 'UNAUTHENTICATED'),
  headed(
    'a token of 10,000 characters',
    { authorization: `Bearer ${'a'.repeat(10_000)}` },
    200,
    'UNAUTHENTICATED',
  ),
  headed('a token of dots', { authorization: `Bearer ${'.'.repeat(5_000)}` }, 200, 'UNAUTHENTICATED'),
  headed(
    'a token with a NUL in its head',
    { authorization: `Bearer ${Buffer.from('{"alg":"none\\u0000"}').toString('base64url')}.e30.` },
    200,
    'UNAUTHENTICATED',
  ),
  headed('Basic in the place of Bearer', { authorization: 'Basic OjpB' }, 200, 'UNAUTHENTICATED'),
  headed('a cookie of 10,000 characters', { cookie: `__Host-session=${'a'.repeat(10_000)}` }, 200, 'OK'),
  request('the public query without a token', PUBLIC, { headers: { authorization: '' } }, 200, 'OK'),
];
