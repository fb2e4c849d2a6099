import { InvalidInputError } from './graphql-error.js';

/** What to throw at a cursor that the list did not give. */
export function notACursor(): InvalidInputError {
  return new InvalidInputError([
    { field: 'after', message: 'This is no cursor of this list: pass on one it gave.' },
  ]);
}

/** Whether a part of a cursor is a UUID, as we write it. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/** Whether a part of a cursor is a time as PostgreSQL writes it, to the microsecond, and one that it reads again. */
export function isExactTime(value: unknown): value is string {
  const [, date, time] = (typeof value === 'string' ? EXACT_TIME.exec(value) : undefined) ?? [];
  return date !== undefined && time !== undefined && date >= '0001' && isMoment(`${date}T${time}.000Z`);
}

/** Whether a part of a cursor is a time as JavaScript writes it, and nothing that it only reads: of `0` it makes the year 2000. */
export function isMoment(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const moment = new Date(value);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === value && /^\d/.test(value);
}

const EXACT_TIME = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d{1,6})?[+-](?:0\d|1[0-5])(?::[0-5]\d)?$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
