import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** Decimal digits without leading zeros, at most those of a signed 64-bit integer. */
const SEQUENCE_NUMBER = /^(?:0|[1-9]\d{0,18})$/;
const SEQUENCE_NUMBER_MAX = 9_223_372_036_854_775_807n;

/** A place in the commit-ordered sequence of changes. Inside Cordon it is a bigint, in JSON the text of its digits. */
export const SequenceNumberScalar = new GraphQLScalarType<bigint, string>({
  name: 'SequenceNumber',
  description:
    'A place in the sequence of changes: a whole number from 0 to 9223372036854775807, as text, for JSON numbers end at 2^53.',
  serialize(value) {
    const text = typeof value === 'bigint' || typeof value === 'number' ? value.toString() : value;
    return parseSequenceNumber(text).toString();
  },
  parseValue: parseSequenceNumber,
  parseLiteral: (node) =>
    parseSequenceNumber(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined),
});

function parseSequenceNumber(value: unknown): bigint {
  if (typeof value === 'string' && SEQUENCE_NUMBER.test(value)) {
    const number = BigInt(value);
    if (number <= SEQUENCE_NUMBER_MAX) return number;
  }
  throw new GraphQLError('A SequenceNumber is a whole number from 0 to 9223372036854775807, as text.');
}
