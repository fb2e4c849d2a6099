/** A mark of `accessRule` (src/database/access-rule.ts). */
const MARK = /\/\*access:([a-z.-]+)\*\//g;

/** The rules that a text of SQL holds. */
export function rulesIn(sql: string): ReadonlySet<string> {
  return new Set(Array.from(sql.matchAll(MARK), ([, name]) => name ?? ''));
}
