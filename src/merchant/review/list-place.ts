import { InvalidInputError } from '../../graphql/index.js';

/** What to throw at a cursor that the list did not give. */
export function notACursor(): InvalidInputError {
  return new InvalidInputError([
    { field: 'after', message: 'This is no cursor of this list: pass on one it gave.' },
  ]);
}

/** A time as PostgreSQL writes it. */
export function isMoment(value: unknown): value is string {
  return typeof value === 'string' && MOMENT.test(value);
}

/** A UUID in lower case. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

const MOMENT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) [0-2]\d:[0-5]\d:[0-5]\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
