import { fromGlobalId, type IdByKind, type IdKind } from './id.js';

/** The id of nothing: no row has it, and it stands before every other. */
export const NIL_ID = '00000000-0000-0000-0000-000000000000';

/**
 * The id inside a global id; of a malformed one, the id of nothing. What is malformed, unknown or hidden thus takes the same
 * way through the service, gets the same answer, and stands in the log alike.
 */
export function idOf<Kind extends IdKind>(kind: Kind, globalId: string): IdByKind[Kind] {
  return fromGlobalId(kind, globalId) ?? (NIL_ID as IdByKind[Kind]);
}

/** The same of a filter, which may leave it out: undefined where it does not narrow. */
export function idIn<Kind extends IdKind>(
  kind: Kind,
  globalId: string | null | undefined,
): IdByKind[Kind] | undefined {
  return globalId == null ? undefined : idOf(kind, globalId);
}
