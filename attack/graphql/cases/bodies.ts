import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { body, type HostileCase, many, request } from '../hostile-case.js';

const QUERY = '{ viewer { __typename } }';
const GOOD = JSON.stringify({ query: QUERY });
const BAD = [400, 'BAD_REQUEST'] as const;
const WRONG = [400, 'BAD_USER_INPUT'] as const;
const TYPE = [415, 'UNSUPPORTED_MEDIA_TYPE'] as const;

const typed = (
  name: string,
  sent: string | Buffer,
  contentType: string,
  ...expected: readonly [number, string]
): HostileCase => request(name, sent, { headers: { 'content-type': contentType } }, ...expected);
const packed = (name: string, sent: Buffer, encoding: string): HostileCase =>
  request(name, sent, { headers: { 'content-encoding': encoding } }, ...TYPE);
/** A request of which `values` is the JSON text of the variables. */
const withVariables = (name: string, values: string, ...expected: readonly [number, string]): HostileCase =>
  body(name, `{"query":${JSON.stringify(QUERY)},"variables":${values}}`, ...expected);
const bytes = (...list: readonly number[]): Buffer =>
  Buffer.concat([Buffer.from('{"query":"{ viewer { __typename } } #'), Buffer.from(list), Buffer.from('"}')]);

/** Bodies that are no request, or two requests at once. */
export const BODIES: readonly HostileCase[] = [
  body('no body', '', ...BAD),
  body('white space', ' \n', ...BAD),
  body('a body of a brace', '{', ...BAD),
  body('a JSON string', '"query"', ...BAD),
  body('a JSON number', '7', ...BAD),
  body('a number of a megabyte', '1'.repeat(1_000_000), ...BAD),
  body('a body of null', 'null', ...BAD),
  body('true', 'true', ...BAD),
  body('NaN', 'NaN', ...BAD),
  body('a batch', JSON.stringify([{ query: QUERY }, { query: QUERY }]), ...BAD),
  body('a batch of one', JSON.stringify([{ query: QUERY }]), ...BAD),
  body('a batch of 10,000', JSON.stringify(Array.from({ length: 10_000 }, () => ({ query: QUERY }))), ...BAD),
  body('an empty batch', '[]', ...BAD),
  body('an empty object', '{}', ...BAD),
  body('a query that is a number', '{"query":7}', ...BAD),
  body('a query that is a list', '{"query":["{ viewer { __typename } }"]}', ...BAD),
  body('a query that is null', '{"query":null}', ...BAD),
  body('an empty query', '{"query":""}', ...BAD),
  body('a query beside a key called toString', `{"query":${JSON.stringify(QUERY)},"toString":1}`, 200, 'OK'),
  body(
    'an id of a persisted query',
    '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}',
    ...BAD,
  ),
  body(
    'a query and an id of a persisted query',
    `{"query":${JSON.stringify(QUERY)},"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}`,
    200,
    'OK',
  ),
  body('extensions that are a list', `{"query":${JSON.stringify(QUERY)},"extensions":[]}`, ...BAD),
  body('a query twice', `{"query":"{ __typename }","query":${JSON.stringify(QUERY)}}`, ...BAD),
  body(
    'a query twice, once escaped',
    `{"query":"{ __typename }","quer\\u0079":${JSON.stringify(QUERY)}}`,
    ...BAD,
  ),
  body('variables twice', `{"query":${JSON.stringify(QUERY)},"variables":{},"variables":{}}`, ...BAD),
  body('comments', `{"query":${JSON.stringify(QUERY)} /* no */}`, ...BAD),
  body('a comma at the end', `{"query":${JSON.stringify(QUERY)},}`, ...BAD),
  body('single quotes', "{'query':'{ viewer { __typename } }'}", ...BAD),
  body('two objects', `${GOOD}${GOOD}`, ...BAD),
  body('an object and rubbish', `${GOOD}\0`, ...BAD),
  body('a line end in a string', '{"query":"{ viewer \n { __typename } }"}', ...BAD),
  body('400,000 opening brackets', '['.repeat(400_000), ...BAD),
  body('100,000 keys that are nested', '{"a":'.repeat(100_000), ...BAD),
  body(
    '80,000 keys beside the query',
    `{${many(80_000, (n) => `"k${n}":0`, ',')},"query":${JSON.stringify(QUERY)}}`,
    200,
    'OK',
  ),
  withVariables('variables that are a list', '[]', ...BAD),
  withVariables('variables that are a text', '"{}"', ...BAD),
  withVariables('variables that are null', 'null', 200, 'OK'),
  withVariables('variables that nothing asks for', '{"a":1,"b":[1,2,{"c":null}]}', 200, 'OK'),
  withVariables('a variable called __proto__', '{"__proto__":{"admin":true}}', ...BAD),
  withVariables('a variable called __proto__, escaped', '{"\\u005f\\u005fproto__":{"admin":true}}', ...BAD),
  withVariables('__proto__ deep inside', '{"a":[{"b":{"__proto__":{}}}]}', ...BAD),
  withVariables('a variable called constructor', '{"constructor":{"prototype":{"admin":true}}}', 200, 'OK'),
  withVariables('a key twice deep inside', '{"a":{"b":[{"c":1,"c":2}]}}', ...BAD),
  withVariables('lists nested 33 deep', `{"a":${'['.repeat(33)}${']'.repeat(33)}}`, ...BAD),
  withVariables(
    'objects nested 100,000 deep',
    `{"a":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`,
    ...BAD,
  ),
  withVariables('a NUL in a value', '{"a":{"b":["\\u0000"]}}', ...WRONG),
  withVariables('a NUL in a key', '{"a\\u0000":1}', ...WRONG),
  withVariables('half a surrogate pair in a value', '{"a":"\\ud800"}', ...WRONG),
  withVariables('half a surrogate pair in a key', '{"\\udfff":1}', ...WRONG),
  withVariables('a number beyond all numbers', '{"a":1e999999}', 200, 'OK'),
  withVariables('a number of 300,000 digits', `{"a":${'9'.repeat(300_000)}}`, 200, 'OK'),
  withVariables('500,000 small numbers', `{"a":[${'0,'.repeat(400_000)}0]}`, 200, 'OK'),
  body('a byte order mark', `\uFEFF${GOOD}`, ...BAD),
  body('UTF-16, little-endian', Buffer.from(`\uFEFF${GOOD}`, 'utf16le'), ...BAD),
  body('UTF-16 without its mark', Buffer.from(GOOD, 'utf16le'), ...BAD),
  body(
    'UTF-32',
    Buffer.concat(Array.from(GOOD, (character) => Buffer.from([character.charCodeAt(0), 0, 0, 0]))),
    ...BAD,
  ),
  body('UTF-7', '+AHsAIgBxAHUAZQByAHkAIg-', ...BAD),
  body('Latin-1', bytes(0xe9), ...BAD),
  body('overlong UTF-8 of a slash', bytes(0xc0, 0xaf), ...BAD),
  body('overlong UTF-8 of NUL', bytes(0xc0, 0x80), ...BAD),
  body('overlong UTF-8 in three bytes', bytes(0xe0, 0x80, 0xaf), ...BAD),
  body('a surrogate in UTF-8', bytes(0xed, 0xa0, 0x80), ...BAD),
  body('a pair of surrogates in UTF-8', bytes(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80), ...BAD),
  body('a code point beyond Unicode', bytes(0xf4, 0x90, 0x80, 0x80), ...BAD),
  body('a character that breaks off', bytes(0xe2, 0x82), ...BAD),
  body('a continuation byte alone', bytes(0x80), ...BAD),
  body('a NUL byte', bytes(0), ...BAD),
  body('a megabyte and one byte', `{"query":"${'x'.repeat(1_048_576)}"}`, 413, 'PAYLOAD_TOO_LARGE'),
  body('four megabytes', Buffer.alloc(4_000_000, 0x20), 413, 'PAYLOAD_TOO_LARGE'),
  packed('gzip', gzipSync(GOOD), 'gzip'),
  packed('a gzip bomb of 100 MB', gzipSync(Buffer.alloc(100_000_000, 0x20)), 'gzip'),
  packed('deflate', deflateSync(GOOD), 'deflate'),
  packed('brotli', brotliCompressSync(GOOD), 'br'),
  packed('two encodings', gzipSync(gzipSync(GOOD)), 'gzip, gzip'),
  packed('an encoding that is none', Buffer.from(GOOD), 'rot13'),
  body('gzip that does not say so', gzipSync(GOOD), ...BAD),
  typed('a form', 'query=%7Bviewer%7B__typename%7D%7D', 'application/x-www-form-urlencoded', ...TYPE),
  typed(
    'a form of files',
    '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--',
    'multipart/form-data; boundary=x',
    ...TYPE,
  ),
  typed('a form of files without a boundary', '--', 'multipart/form-data', ...TYPE),
  typed('plain text', GOOD, 'text/plain', ...TYPE),
  typed('a bare document', QUERY, 'application/graphql', ...TYPE),
  typed('GraphQL with JSON', GOOD, 'application/graphql+json', ...TYPE),
  typed('JSON in UTF-16', Buffer.from(GOOD, 'utf16le'), 'application/json; charset=utf-16', ...TYPE),
  typed('a type that begins like JSON', GOOD, 'application/jsonp', ...TYPE),
  typed('two types', GOOD, 'application/json, text/plain', ...TYPE),
  typed(
    'a type of 8,000 characters',
    GOOD,
    `application/json; charset=utf-8; ${'a=b; '.repeat(1_600)}`,
    200,
    'OK',
  ),
  typed('JSON in UTF-8 with quotes', GOOD, 'application/json; charset="UTF-8"', 200, 'OK'),
  typed('a type in capitals', GOOD, 'APPLICATION/JSON', 200, 'OK'),
  typed(
    'XML',
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    'application/xml',
    ...TYPE,
  ),
  typed('CBOR', Buffer.from('a1', 'hex'), 'application/cbor', ...TYPE),
];
