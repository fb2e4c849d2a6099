import { decodeCursor, encodeCursor } from '../common/page.js';
import { InvalidInputError } from '../graphql/index.js';

/** A place in a list ordered by name: the name and id of the last row before. */
export type NamePlace = readonly [name: string, id: string];

/** The place of a row in a list ordered by name. */
export function nameCursor(row: { readonly name: string; readonly id: string }): string {
  return encodeCursor([row.name, row.id]);
}

/** The place that a cursor stands for. Throws InvalidInputError for one of another list. */
export function namePlace(cursor: string | undefined): NamePlace | undefined {
  return cursor === undefined ? undefined : placeOf(cursor);
}

function placeOf(cursor: string): NamePlace {
  const [name, id] = decodeCursor(cursor, 2) ?? [];
  if (typeof name === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return [name, id];
  throw notOurs();
}

function notOurs(): InvalidInputError {
  return new InvalidInputError([
    { field: 'after', message: 'This is no cursor of this list: pass on one it gave.' },
  ]);
}
