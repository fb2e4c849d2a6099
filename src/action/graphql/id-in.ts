import { fromGlobalId, type IdByKind, type IdKind } from '../../common/id.js';

/** What no row has: a malformed id takes the same way as an unknown one, and stands in the log like it. */
const NOTHING = '00000000-0000-0000-0000-000000000000';

/** The id in an argument; one that cannot be an id is that of nothing. */
export function idOf<Kind extends IdKind>(kind: Kind, globalId: string): IdByKind[Kind] {
  return fromGlobalId(kind, globalId) ?? (NOTHING as IdByKind[Kind]);
}

/** The same of a filter, which may leave it out. */
export function idIn<Kind extends IdKind>(
  kind: Kind,
  globalId: string | null | undefined,
): IdByKind[Kind] | undefined {
  return globalId == null ? undefined : idOf(kind, globalId);
}
