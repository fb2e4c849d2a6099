import { decodeCursor, encodeCursor } from '../common/page.js';
import { isUuid, notACursor } from '../graphql/index.js';

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
  // PostgreSQL takes no NUL in a text.
  if (typeof name === 'string' && !name.includes('\0') && isUuid(id)) return [name, id];
  throw notACursor();
}
