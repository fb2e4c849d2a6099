import { document, type HostileCase, variables } from '../hostile-case.js';

const INVALID = [400, 'GRAPHQL_VALIDATION_FAILED'] as const;
const WRONG = [400, 'BAD_USER_INPUT'] as const;
/** Found by the service itself: the operation ran, and says so in the place of its data. */
const RAN = [200, 'BAD_USER_INPUT'] as const;

/** What stands in the place of `first`, in the document. */
const first = (name: string, literal: string, ...expected: readonly [number, string]): HostileCase =>
  document(`first: ${name}`, `{ reports(first: ${literal}) { nodes { id } } }`, ...expected);
/** The same by a variable. */
const firstBy = (name: string, value: unknown, ...expected: readonly [number, string]): HostileCase =>
  variables(
    `first by a variable: ${name}`,
    'query ($n: Int!) { reports(first: $n) { nodes { id } } }',
    { n: value },
    ...expected,
  );
const after = (name: string, value: unknown, ...expected: readonly [number, string]): HostileCase =>
  variables(
    `after: ${name}`,
    'query ($a: Cursor) { reports(after: $a) { nodes { id } } }',
    { a: value },
    ...expected,
  );
const cursorOf = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const feedAfter = (name: string, value: unknown, ...expected: readonly [number, string]): HostileCase =>
  variables(
    `the feed after: ${name}`,
    'query ($a: Cursor) { indicatorChanges(purpose: ONBOARDING, after: $a) { nodes { __typename } } }',
    { a: value },
    ...expected,
  );
const id = (name: string, value: unknown, ...expected: readonly [number, string]): HostileCase =>
  variables(`id: ${name}`, 'query ($id: ID!) { report(id: $id) { id } }', { id: value }, ...expected);
const purpose = (name: string, literal: string, ...expected: readonly [number, string]): HostileCase =>
  document(`purpose: ${name}`, `{ indicators(purpose: ${literal}) { nodes { id } } }`, ...expected);
const purposeBy = (name: string, value: unknown, ...expected: readonly [number, string]): HostileCase =>
  variables(
    `purpose by a variable: ${name}`,
    'query ($p: Purpose!) { indicators(purpose: $p) { nodes { id } } }',
    { p: value },
    ...expected,
  );
const moment = (name: string, value: unknown, ...expected: readonly [number, string]): HostileCase =>
  variables(
    `a moment: ${name}`,
    'query ($t: DateTime) { auditEntries(first: 1, filter: { from: $t }) { nodes { id } } }',
    { t: value },
    ...expected,
  );
const day = (name: string, value: unknown, ...expected: readonly [number, string]): HostileCase =>
  variables(
    `a day: ${name}`,
    'mutation ($d: Date) { submitReport(input: { clientReference: "D", report: { reason: CSAM_SALE, basis: MEMBER_TIP, paymentMethods: [CARD], handling: { tlp: RED }, observedFrom: $d, legalName: "A" } }) { userErrors { code } } }',
    { d: value },
    ...expected,
  );
const country = (name: string, value: unknown, ...expected: readonly [number, string]): HostileCase =>
  variables(
    `a country: ${name}`,
    'mutation ($c: Country!) { applyMember(input: { name: "N", kind: ISSUER, country: $c }) { userErrors { code } } }',
    { c: value },
    ...expected,
  );

/** Values at the borders of their types and beyond. */
export const VALUES: readonly HostileCase[] = [
  first('0', '0', ...WRONG),
  first('101', '101', ...WRONG),
  first('-1', '-1', ...WRONG),
  first('2^31', '2147483648', ...WRONG),
  first('2^63', '9223372036854775808', ...WRONG),
  first('1e2', '1e2', ...INVALID),
  first('1.0', '1.0', ...INVALID),
  first('a string', '"1"', ...INVALID),
  first('null', 'null', ...INVALID),
  first('a list of one', '[1]', ...INVALID),
  first('an enum', 'ONE', ...INVALID),
  first('an object', '{}', ...INVALID),
  firstBy('0', 0, ...RAN),
  firstBy('101', 101, ...RAN),
  firstBy('-2147483648', -2147483648, ...RAN),
  firstBy('2^31', 2 ** 31, ...WRONG),
  firstBy('2^53 and 1', 2 ** 53, ...WRONG),
  firstBy('1e308', 1e308, ...WRONG),
  firstBy('1.5', 1.5, ...WRONG),
  firstBy('-0', -0, ...RAN),
  firstBy('true', true, ...WRONG),
  firstBy('a string', '1', ...WRONG),
  firstBy('null', null, ...WRONG),
  firstBy('an empty list', [], ...WRONG),
  firstBy('a list of one', [1], ...WRONG),
  firstBy('an object', { valueOf: 1 }, ...WRONG),
  after('an empty text', '', ...WRONG),
  after('a word', 'abc', ...RAN),
  after('a number', 7, ...WRONG),
  after('a list', ['a'], ...WRONG),
  after('513 characters', 'a'.repeat(513), ...WRONG),
  after('null in base64', cursorOf(null), ...RAN),
  after('an object in base64', cursorOf({ a: 1 }), ...RAN),
  after('a list of nothing', cursorOf([]), ...RAN),
  after('a list of numbers', cursorOf([1, 2, 3]), ...RAN),
  after('a list of texts that are no keys', cursorOf(['x', 'y']), ...RAN),
  after(
    'a moment that is none and an id',
    cursorOf(['2026-13-45T99:00:00Z', '00000000-0000-4000-8000-000000000000']),
    ...RAN,
  ),
  after(
    'a moment beyond the database',
    cursorOf(['+275760-09-13T00:00:00.000Z', '00000000-0000-4000-8000-000000000000']),
    ...RAN,
  ),
  after(
    'a moment and an id that is none',
    cursorOf(['2026-01-01T00:00:00.000Z', "'; drop table report"]),
    ...RAN,
  ),
  after('infinity', cursorOf(['infinity', '00000000-0000-4000-8000-000000000000']), ...RAN),
  after('a NUL in base64', cursorOf(['\0', '\0']), ...RAN),
  after(
    'JSON nested 100 deep',
    Buffer.from(`${'['.repeat(100)}${']'.repeat(100)}`).toString('base64url'),
    ...RAN,
  ),
  after('bytes that are no text', Buffer.from([0xff, 0xfe, 0x00]).toString('base64url'), ...RAN),
  feedAfter('a word', 'abc', ...RAN),
  feedAfter('a place beyond 64 bits', cursorOf(['99999999999999999999']), ...RAN),
  feedAfter('a place before the first', cursorOf(['-1']), ...RAN),
  feedAfter('a place with a fraction', cursorOf(['1.5']), ...RAN),
  id('an empty text', '', 200, 'OK'),
  id('a word', 'report', 200, 'OK'),
  id('another kind of object', 'mem_AAAAAAAAAAAAAAAAAAAAAA', 200, 'OK'),
  id('a number', 7, 200, 'OK'),
  id('a number beyond 2^53', 2 ** 60, 200, 'OK'),
  id('a fraction', 1.5, ...WRONG),
  id('true', true, ...WRONG),
  id('null', null, ...WRONG),
  id('a list', ['rep_x'], ...WRONG),
  id('an object', { toString: 'rep_x' }, ...WRONG),
  id('a UUID', '00000000-0000-4000-8000-000000000000', 200, 'OK'),
  id('SQL', "rep_' or '1'='1", 200, 'OK'),
  id('a bidirectional override', 'rep_\u202e', 200, 'OK'),
  id('500,000 characters', 'r'.repeat(500_000), 200, 'OK'),
  purpose('in small letters', 'onboarding', ...INVALID),
  purpose('a string', '"ONBOARDING"', ...INVALID),
  purpose('a number', '0', ...INVALID),
  purpose('true', 'true', ...INVALID),
  purpose('null', 'null', ...INVALID),
  purpose('constructor', 'constructor', ...INVALID),
  purpose('__proto__', '__proto__', ...INVALID),
  purposeBy('one that is not there', 'CURIOSITY', ...WRONG),
  purposeBy('constructor', 'constructor', ...WRONG),
  purposeBy('__proto__', '__proto__', ...WRONG),
  purposeBy('toString', 'toString', ...WRONG),
  purposeBy('a number', 1, ...WRONG),
  purposeBy('a list', ['ONBOARDING'], ...WRONG),
  purposeBy('with white space', ' ONBOARDING', ...WRONG),
  moment('without an offset', '2026-01-01T00:00:00', ...WRONG),
  moment('a day', '2026-01-01', ...WRONG),
  moment('a leap second', '2016-12-31T23:59:60Z', ...WRONG),
  moment('30 February', '2026-02-30T00:00:00Z', ...WRONG),
  moment('hour 24', '2026-01-01T24:00:00Z', ...WRONG),
  moment('year 0', '0000-01-01T00:00:00Z', ...WRONG),
  moment('year 0 before it by its offset', '0000-01-01T00:00:00+23:59', ...WRONG),
  moment('year 9999 beyond it by its offset', '9999-12-31T23:59:59-23:59', ...WRONG),
  moment('year 99999', '99999-01-01T00:00:00Z', ...WRONG),
  moment('a year with a sign', '+002026-01-01T00:00:00Z', ...WRONG),
  moment('nanoseconds', '2026-01-01T00:00:00.123456789Z', 200, 'OK'),
  moment('a number', 1_767_225_600, ...WRONG),
  moment('digits of another script', '٢٠٢٦-01-01T00:00:00Z', ...WRONG),
  moment('now', 'now', ...WRONG),
  moment('infinity', 'infinity', ...WRONG),
  day('a moment', '2026-01-01T00:00:00Z', ...WRONG),
  day('30 February', '2026-02-30', ...WRONG),
  day('year 0', '0000-01-01', ...WRONG),
  day('year 1', '0001-01-01', 200, 'INVALID_DATE'),
  day('year 9999', '9999-12-31', 200, 'INVALID_DATE'),
  day('a number', 20260101, ...WRONG),
  day('before Christ', '-0044-03-15', ...WRONG),
  day('epoch', 'epoch', ...WRONG),
  country('in small letters', 'de', ...WRONG),
  country('of three letters', 'DEU', ...WRONG),
  country('none', 'ZZ', ...WRONG),
  country('__proto__', '__proto__', ...WRONG),
  country('constructor', 'constructor', ...WRONG),
  country('a number', 276, ...WRONG),
];
