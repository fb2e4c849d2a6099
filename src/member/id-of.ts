import { fromGlobalId, type IdByKind, type IdKind } from '../common/id.js';

/** The id of nothing: no row has it. */
const NOTHING = '00000000-0000-0000-0000-000000000000';

/**
 * The id inside a global id; of a malformed one, an id that nothing has. What is malformed, unknown or hidden thus
 * takes the same way through the service and gets the same answer.
 */
export function idOf<Kind extends IdKind>(kind: Kind, globalId: string): IdByKind[Kind] {
  return fromGlobalId(kind, globalId) ?? (NOTHING as IdByKind[Kind]);
}
