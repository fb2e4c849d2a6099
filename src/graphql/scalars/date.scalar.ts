import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isCalendarDate } from './date-time.scalar.js';

const FULL_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the calendar without a time or a zone, e.g. `2026-03-01`; inside Cordon too it is that text. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day of the calendar, without a time or a zone, as the full-date of RFC 3339: `2026-03-01`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: parseDate,
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : undefined),
});

function parseDate(value: unknown): string {
  if (typeof value === 'string' && FULL_DATE.test(value) && isCalendarDate(value)) return value;
  throw new GraphQLError('A Date is a day of the calendar as YYYY-MM-DD, e.g. 2026-03-01.');
}
