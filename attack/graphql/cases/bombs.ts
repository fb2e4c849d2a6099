import { document, type HostileCase, many } from '../hostile-case.js';

const DEEP_REPORT = 'reports { nodes { identifiers { type } } }';
const PAGE = 'edges { node { id } }';

/** A chain of fragments in which each level spreads the next one `times` times. */
function fragments(levels: number, times: number, type: string, within: string): string {
  const level = (index: number): string =>
    `fragment F${index} on ${type} { ${many(times, (copy) => within.replace('#', `a${copy}`).replace('...', `...F${index + 1}`))} }`;
  return `{ viewer { ...F0 } } ${many(levels, level)} fragment F${levels} on ${type} { __typename }`;
}

const nested = (levels: number, open: string, leaf: string): string =>
  `{ ${`${open} { `.repeat(levels)}${leaf}${' }'.repeat(levels)} }`;

/** Introspection that goes from types to fields and back. */
const typeChain = (levels: number): string =>
  `{ __schema { types { ${'fields { type { '.repeat(levels)}name${' } }'.repeat(levels)} } } }`;

const ofTypes = (levels: number): string =>
  `{ __type(name: "Query") { fields { type { ${'ofType { '.repeat(levels)}name${' }'.repeat(levels)} } } } }`;

/** Documents that are small to send and large to answer, or slow to check. */
export const BOMBS: readonly HostileCase[] = [
  document(
    '51 aliases of one field',
    `{ viewer { ${many(51, (n) => `a${n}: __typename`)} } }`,
    400,
    'TOO_COMPLEX',
  ),
  document(
    '300 aliases of one field',
    `{ viewer { ${many(300, (n) => `a${n}: __typename`)} } }`,
    400,
    'TOO_COMPLEX',
  ),
  document(
    '11 aliases of one query',
    `{ ${many(11, (n) => `a${n}: viewer { __typename }`)} }`,
    400,
    'TOO_COMPLEX',
  ),
  document(
    '10 aliases of one query, which is allowed',
    `{ ${many(10, (n) => `a${n}: viewer { __typename }`)} }`,
    200,
    'OK',
  ),
  document(
    '11 aliases of one mutation',
    `mutation { ${many(11, (n) => `a${n}: withdrawReport(input: { reportId: "rep_x", reason: "r" }) { userErrors { code } }`)} }`,
    400,
    'TOO_COMPLEX',
  ),
  document(
    'aliases behind a fragment',
    `{ ...F } fragment F on Query { ${many(11, (n) => `a${n}: viewer { __typename }`)} }`,
    400,
    'TOO_COMPLEX',
  ),
  document(
    'aliases behind two fragments',
    `{ ...F ...G } fragment F on Query { ${many(6, (n) => `a${n}: viewer { __typename }`)} } fragment G on Query { ${many(6, (n) => `b${n}: viewer { __typename }`)} }`,
    400,
    'TOO_COMPLEX',
  ),
  document(
    'aliases in inline fragments',
    `{ ${many(11, (n) => `... { a${n}: viewer { __typename } }`)} }`,
    400,
    'TOO_COMPLEX',
  ),
  document(
    'aliases spread by one fragment many times',
    `{ viewer { ${many(60, () => '...F')} } } fragment F on Viewer { a: __typename }`,
    400,
    'TOO_COMPLEX',
  ),
  document('aliases as long as the text', `{ ${'a'.repeat(30_000)}: viewer { __typename } }`, 200, 'OK'),
  document('301 times one field', `{ viewer { ${'__typename '.repeat(301)} } }`, 400, 'TOO_COMPLEX'),
  document('300 times one field, which is allowed', `{ viewer { ${'__typename '.repeat(299)} } }`, 200, 'OK'),
  document('2,500 tokens', `{ viewer { ${'__typename '.repeat(2_500)} } }`, 400, 'TOO_COMPLEX'),
  document(
    'a text of 40,000 characters',
    `{ viewer { __typename } } #${'x'.repeat(40_000)}`,
    400,
    'TOO_COMPLEX',
  ),
  document(
    'a text of 900,000 characters',
    `{ viewer { __typename } } #${'x'.repeat(900_000)}`,
    400,
    'TOO_COMPLEX',
  ),
  document('30,000 commas', `{ viewer { __typename } ${','.repeat(30_000)} }`, 200, 'OK'),
  document('30,000 line breaks', `{ viewer { __typename } ${'\n'.repeat(30_000)} }`, 200, 'OK'),
  document('30,000 opening braces', '{'.repeat(30_000), 400, 'GRAPHQL_PARSE_FAILED'),
  document('1,900 opening braces', '{a'.repeat(950), 400, 'GRAPHQL_PARSE_FAILED'),
  document(
    'lists nested 900 deep in an argument',
    `{ report(id: ${'['.repeat(900)}${']'.repeat(900)}) { id } }`,
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  document(
    'objects nested 600 deep in an argument',
    `mutation { submitReport(input: ${'{a:'.repeat(600)}1${'}'.repeat(600)}) { userErrors { code } } }`,
    400,
    'TOO_COMPLEX',
  ),
  document(
    'list types nested 900 deep in a variable',
    `query ($a: ${'['.repeat(900)}Int${']'.repeat(900)}) { viewer { __typename } }`,
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  document('17 levels of fields', nested(17, 'viewer', '__typename'), 400, 'TOO_COMPLEX'),
  document('400 levels of fields', nested(400, 'a', 'b'), 400, 'TOO_COMPLEX'),
  document(
    '17 levels in fragments',
    `{ ...F0 } ${many(17, (n) => `fragment F${n} on Query { viewer { ...F${n + 1} } }`)} fragment F17 on Query { __typename }`,
    400,
    'TOO_COMPLEX',
  ),
  document(
    '500 inline fragments in each other',
    `{ ${'... { '.repeat(500)}viewer { __typename }${' }'.repeat(500)} }`,
    200,
    'OK',
  ),
  document('fragments that double, 20 levels', fragments(20, 2, 'Viewer', '...'), 400, 'TOO_COMPLEX'),
  document(
    'fragments that double by fields, 14 levels',
    fragments(14, 2, 'Viewer', 'a#: me { ... }'),
    400,
    'TOO_COMPLEX',
  ),
  document(
    'fragments that grow tenfold, 4 levels',
    fragments(4, 10, 'Viewer', '# : me { ... }'),
    400,
    'TOO_COMPLEX',
  ),
  document(
    '41 fragments',
    `{ viewer { ...F0 } } ${many(41, (n) => `fragment F${n} on Viewer { __typename }`)}`,
    400,
    'TOO_COMPLEX',
  ),
  document(
    '41 operations',
    many(41, (n) => `query Q${n} { viewer { __typename } }`),
    400,
    'TOO_COMPLEX',
  ),
  document(
    '26 directives on one field',
    `{ viewer { __typename ${'@include(if: true) '.repeat(26)} } }`,
    400,
    'TOO_COMPLEX',
  ),
  document(
    '26 unknown directives',
    `{ viewer { __typename ${many(26, (n) => `@d${n}`)} } }`,
    400,
    'TOO_COMPLEX',
  ),
  document(
    '300 directives on an operation',
    `query ${'@a '.repeat(300)} { viewer { __typename } }`,
    400,
    'TOO_COMPLEX',
  ),
  document(
    'directives on fragments',
    `{ ...F } fragment F on Query ${'@a '.repeat(30)} { viewer { __typename } }`,
    400,
    'TOO_COMPLEX',
  ),
  document(
    'directives on variables',
    `query ($a: Int ${'@a '.repeat(30)}) { viewer { __typename } }`,
    400,
    'TOO_COMPLEX',
  ),
  document(
    'a directive twice, within the limit',
    '{ viewer { __typename @skip(if: false) @skip(if: false) } }',
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  document(
    '300 variables',
    `query (${many(300, (n) => `$v${n}: Int`)}) { viewer { __typename } }`,
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  document(
    '60 pages of 100 at once',
    `{ ${many(10, (n) => `a${n}: reports(first: 100) { ${PAGE} nodes { identifiers { type value } statusChanges { at } } }`)} }`,
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  document(
    'ten pages of 100, each with lists',
    `{ ${many(10, (n) => `a${n}: reports(first: 100) { nodes { identifiers { type value scope } } edges { node { identifiers { type value scope } } } }`)} }`,
    400,
    'TOO_COMPLEX',
  ),
  document(
    'a page in pages by edges and nodes',
    `{ ${many(10, (n) => `a${n}: possibleMatches(purpose: RESOLUTION, first: 100) { edges { node { id } } nodes { id left { merchantId } right { merchantId } evidence { agreements { field } } } }`)} }`,
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  document('introspection in a circle, once', typeChain(1), 200, 'OK'),
  document('introspection in a circle, twice', typeChain(2), 200, 'OK'),
  document('introspection in a circle, five times', typeChain(5), 400, 'GRAPHQL_VALIDATION_FAILED'),
  document('introspection in a circle, forty times', typeChain(40), 400, 'TOO_COMPLEX'),
  document('introspection of ofType, 12 levels', ofTypes(12), 200, 'OK'),
  document('introspection of ofType, 300 levels', ofTypes(300), 400, 'TOO_COMPLEX'),
  document(
    'introspection by 10 aliases',
    `{ ${many(10, (n) => `a${n}: __schema { types { name description fields { name description args { name } } } }`)} }`,
    400,
    'TOO_COMPLEX',
  ),
  document(
    'introspection of possible types in a circle',
    '{ __schema { types { possibleTypes { possibleTypes { possibleTypes { possibleTypes { name } } } } } } }',
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  document(
    'introspection of a type that is not there',
    '{ __type(name: "__proto__") { name fields { name } } }',
    200,
    'OK',
  ),
  document(
    'introspection of a type with a NUL',
    '{ __type(name: "\\u0000") { name } }',
    400,
    'BAD_USER_INPUT',
  ),
  document(
    'introspection of a type called constructor',
    '{ __type(name: "constructor") { name } }',
    200,
    'OK',
  ),
  document(
    '300 fields that conflict',
    `{ ${many(10, (n) => `viewer { a: ${n % 2 === 0 ? '__typename' : 'permissions'} }`)} }`,
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  document(
    'equal response names with unlike arguments',
    `{ a: reports(first: 1) { nodes { id } } a: reports(first: 2) { nodes { id } } }`,
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  document(
    'equal response names in fragments that cross',
    `{ ...A ...B } ${many(14, (n) => `fragment A${n} on Query { ${DEEP_REPORT} }`)} fragment A on Query { x: viewer { __typename } } fragment B on Query { x: __typename }`,
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  document(
    'suggestions for 250 misspelt fields',
    `{ viewer { ${many(250, (n) => `permisions${n}`)} } }`,
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  document(
    'a misspelt field of 30,000 characters',
    `{ ${'viewe'.repeat(6_000)} }`,
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  document(
    'a misspelt argument of 30,000 characters',
    `{ reports(${'first'.repeat(6_000)}: 1) { nodes { id } } }`,
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  document(
    'an enum value of 30,000 characters',
    `{ indicators(purpose: ${'ONBOARDING'.repeat(3_000)}) { nodes { id } } }`,
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  document(
    'a string of 30,000 characters as an id',
    `{ report(id: "${'r'.repeat(30_000)}") { id } }`,
    200,
    'OK',
  ),
  document(
    'a number of 30,000 digits',
    `{ reports(first: 1${'0'.repeat(30_000)}) { nodes { id } } }`,
    400,
    'BAD_USER_INPUT',
  ),
  document(
    'a block string of 30,000 indented lines',
    `{ report(id: """${'\n '.repeat(15_000)}""") { id } }`,
    200,
    'OK',
  ),
];
