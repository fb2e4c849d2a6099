/**
 * The code that an error carries: PostgreSQL's SQLSTATE or the system's name (ENOENT); undefined when it has none. Goes by
 * shape and not by class, since the system's errors may come from another realm than ours.
 */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
