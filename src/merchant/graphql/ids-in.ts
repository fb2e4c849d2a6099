import { fromGlobalId, type IdByKind, type IdKind } from '../../common/id.js';
import { accepted, refused, type Result } from '../../common/refusal.js';

/** The id of nothing, by which a filter with a malformed id matches nothing. */
const NOTHING = '00000000-0000-0000-0000-000000000000';

/** The id in a filter; undefined where it does not narrow. */
export function idIn<Kind extends IdKind>(
  kind: Kind,
  globalId: string | null | undefined,
): IdByKind[Kind] | undefined {
  if (globalId == null) return undefined;
  return fromGlobalId(kind, globalId) ?? (NOTHING as IdByKind[Kind]);
}

/** The ids of an input. A malformed one is the id of nothing, and the answer is that of one that is not there. */
export function idsIn<Kind extends IdKind>(
  kind: Kind,
  field: string,
  globalIds: readonly string[],
): Result<readonly IdByKind[Kind][], 'NOT_FOUND'> {
  const ids = globalIds.map((globalId) => fromGlobalId(kind, globalId));
  const missing = ids.indexOf(undefined);
  return missing === -1
    ? accepted(ids.filter((id) => id !== undefined))
    : refused({
        code: 'NOT_FOUND',
        field: [field, String(missing)],
        message: `There is no such ${kind}.`,
      });
}
