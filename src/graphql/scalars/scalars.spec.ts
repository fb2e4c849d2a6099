import { type GraphQLScalarType, parseValue } from 'graphql';
import { CountryScalar } from './country.scalar.js';
import { CursorScalar } from './cursor.scalar.js';
import { DateScalar } from './date.scalar.js';
import { DateTimeScalar } from './date-time.scalar.js';
import { SequenceNumberScalar } from './sequence-number.scalar.js';

type Row = readonly [GraphQLScalarType, unknown, unknown];

const TAKEN: readonly Row[] = [
  [DateTimeScalar, '2026-03-01T09:30:00Z', new Date('2026-03-01T09:30:00Z')],
  [DateTimeScalar, '2026-03-01t09:30:00.5z', new Date('2026-03-01T09:30:00.500Z')],
  [DateTimeScalar, '2026-03-01T09:30:00.123456789+05:30', new Date('2026-03-01T04:00:00.123Z')],
  [DateTimeScalar, '2024-02-29T23:59:59-12:00', new Date('2024-03-01T11:59:59Z')],
  [DateScalar, '2024-02-29', '2024-02-29'],
  [DateTimeScalar, '0001-01-01T00:00:00Z', new Date('0001-01-01T00:00:00Z')],
  [DateTimeScalar, '9999-12-31T23:59:59Z', new Date('9999-12-31T23:59:59Z')],
  [DateScalar, '0001-01-01', '0001-01-01'],
  [CountryScalar, 'DE', 'DE'],
  [CountryScalar, 'XK', 'XK'],
  [CursorScalar, 'WzEsMl0', 'WzEsMl0'],
  [SequenceNumberScalar, '0', 0n],
  [SequenceNumberScalar, '9223372036854775807', 9_223_372_036_854_775_807n],
];

const REFUSED: readonly (readonly [GraphQLScalarType, unknown])[] = [
  [DateTimeScalar, '2026-03-01T09:30:00'],
  [DateTimeScalar, '2026-03-01'],
  [DateTimeScalar, '2026-02-30T09:30:00Z'],
  [DateTimeScalar, '2026-03-01T24:00:00Z'],
  [DateTimeScalar, '2026-03-01T09:30:00+24:00'],
  [DateTimeScalar, '2026-03-01 09:30:00Z'],
  [DateTimeScalar, 1_772_357_400],
  [DateTimeScalar, null],
  [DateTimeScalar, '0000-06-01T00:00:00Z'],
  [DateTimeScalar, '0001-01-01T00:00:00+00:01'],
  [DateTimeScalar, '9999-12-31T23:59:59-00:01'],
  [DateScalar, '0000-06-01'],
  [DateScalar, '2026-02-29'],
  [DateScalar, '2026-13-01'],
  [DateScalar, '2026-3-1'],
  [DateScalar, '0000-00-00'],
  [DateScalar, '2026-03-01T00:00:00Z'],
  [CountryScalar, 'de'],
  [CountryScalar, 'ZZ'],
  [CountryScalar, 'DEU'],
  [CountryScalar, 'toString'],
  [CursorScalar, ''],
  [CursorScalar, 'a b'],
  [CursorScalar, 'a'.repeat(513)],
  [SequenceNumberScalar, '-1'],
  [SequenceNumberScalar, '01'],
  [SequenceNumberScalar, '9223372036854775808'],
  [SequenceNumberScalar, 1],
  [SequenceNumberScalar, '1.0'],
];

describe('scalars', () => {
  it.each(TAKEN)('%s takes %j, as a variable and in the query', (scalar, given, value) => {
    expect(scalar.parseValue(given)).toEqual(value);
    expect(scalar.parseLiteral(parseValue(JSON.stringify(given)))).toEqual(value);
  });

  it.each(REFUSED)('%s refuses %j, as a variable and in the query', (scalar, given) => {
    expect(() => scalar.parseValue(given)).toThrow(
      scalar === CursorScalar ? /Cursor/ : new RegExp(`^A ${scalar.name} is`),
    );
    // A bare whole number is a sequence number in a query, where digits have no bound.
    if (scalar === SequenceNumberScalar && typeof given === 'number') return;
    expect(() => scalar.parseLiteral(parseValue(JSON.stringify(given)))).toThrow(scalar.name);
  });

  it.each<Row>([
    [DateTimeScalar, new Date(0), '1970-01-01T00:00:00.000Z'],
    [DateScalar, '2026-03-01', '2026-03-01'],
    [CountryScalar, 'DE', 'DE'],
    [CursorScalar, 'abc', 'abc'],
    [SequenceNumberScalar, 12n, '12'],
    [SequenceNumberScalar, '12', '12'],
  ])('%s gives %j as %j', (scalar, value, given) => {
    expect(scalar.serialize(value)).toBe(given);
  });

  it.each<readonly [GraphQLScalarType, unknown]>([
    [DateTimeScalar, new Date(Number.NaN)],
    [DateTimeScalar, '2026-03-01T09:30:00Z'],
    [DateScalar, new Date(0)],
    [CountryScalar, 'Germany'],
    [SequenceNumberScalar, -1n],
  ])('%s does not give %j', (scalar, value) => {
    expect(() => scalar.serialize(value)).toThrow();
  });
});
