/** Escapes of GraphQL string literals that stand for NUL: `\u0000`, `\u{0}`. graphql-js refuses lone surrogates. */
const NUL_ESCAPE = /\\u(?:0000|\{0+\})/;

/**
 * The place of a text that no table may hold: with NUL (PostgreSQL refuses it, error 22021) or half of a surrogate
 * pair (silently changed on the way to UTF-8). Both can only arrive as `\u` escapes of the JSON text, so callers look
 * only when it has one. Gives the path, e.g. `variables.input.narrative`, or undefined.
 */
export function findUnsafeText(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return isSafe(value) ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, child] of Object.entries(value)) {
    if (!isSafe(key)) return path;
    const found = findUnsafeText(child, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a GraphQL document would bring in such a text through a string literal. */
export function isUnsafeDocument(source: string): boolean {
  return !isSafe(source) || NUL_ESCAPE.test(source);
}

function isSafe(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
