import { fromGlobalId, type IdByKind, type IdKind } from '../../common/id.js';
import { accepted, refused, type Result } from '../../common/refusal.js';

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
