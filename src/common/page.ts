/** The most rows that one page of a connection holds. */
export const PAGE_FIRST_MAX = 100;
/** Rows of a page when the caller does not say. */
export const PAGE_FIRST_DEFAULT = 50;

/** What a caller asks of a list: at most `first` rows (1 to PAGE_FIRST_MAX) after the cursor `after`. */
export interface PageRequest {
  readonly first: number;
  readonly after?: string | undefined;
}

/** One page, in order. `cursors[i]` stands behind `rows[i]`. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
}

/**
 * Makes a page of the rows that a keyset query returned for `limit first + 1`: the extra row only tells that there is
 * a next page.
 */
export function pageOf<Row>(rows: readonly Row[], first: number, cursorOf: (row: Row) => string): Page<Row> {
  const kept = rows.slice(0, first);
  return { rows: kept, cursors: kept.map(cursorOf), hasNextPage: rows.length > first };
}

/** A keyset cursor: the ordering columns of a row as an opaque string. */
export function encodeCursor(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The ordering columns inside a cursor, or undefined when it is not one of ours with `length` keys. */
export function decodeCursor(cursor: string, length: number): readonly (string | number)[] | undefined {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isKey = (key: unknown): key is string | number =>
      typeof key === 'string' || typeof key === 'number';
    return Array.isArray(keys) && keys.length === length && keys.every(isKey) ? keys : undefined;
  } catch {
    return undefined;
  }
}
