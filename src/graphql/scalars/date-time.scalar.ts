import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const RFC_3339 =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** A moment, e.g. `2026-03-01T09:30:00.000Z`. Any offset is taken, UTC in milliseconds is given. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description:
    'A moment as RFC 3339 writes it, e.g. `2026-03-01T09:30:00.000Z`. Given in UTC; taken with any offset, but never without one.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize(value) {
    if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
    throw new TypeError('A DateTime must be a valid Date.');
  },
  parseValue: parseDateTime,
  parseLiteral: (node) => parseDateTime(node.kind === Kind.STRING ? node.value : undefined),
});

function parseDateTime(value: unknown): Date {
  const match = typeof value === 'string' ? RFC_3339.exec(value) : null;
  const day = match?.[1];
  if (match !== null && day !== undefined && isCalendarDate(day)) {
    const moment = new Date(match[0].toUpperCase());
    // An offset can carry a moment over the border of the years that are taken.
    if (moment.getUTCFullYear() >= 1 && moment.getUTCFullYear() <= 9999) return moment;
  }
  throw new GraphQLError('A DateTime is a moment with its offset, e.g. 2026-03-01T09:30:00Z.');
}

/**
 * Whether a text of the form YYYY-MM-DD is a day of the calendar, from year 1 to 9999: 2026-02-30 is not, and the year 0
 * is none in PostgreSQL (error 22008), though RFC 3339 writes it.
 */
export function isCalendarDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !text.startsWith('0000') && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
