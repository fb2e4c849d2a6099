import { createHash } from 'node:crypto';
import type { MemberId, SharingGroupId } from '../common/id.js';
import type { Refusal } from '../common/refusal.js';

/** Traffic Light Protocol 2.0 as the coalition uses it (product.md, "handling"). CLEAR does not exist here. */
export const TLP_LEVELS = ['GREEN', 'AMBER', 'AMBER_STRICT', 'RED'] as const;

export type Tlp = (typeof TLP_LEVELS)[number];

/** Members that a RED report may name. */
export const NAMED_MEMBERS_MAX = 50;

/** Who may see what a report says, and pass it on. */
export interface Handling {
  readonly tlp: Tlp;
  /** None: the whole coalition. Never with RED. */
  readonly sharingGroupId: SharingGroupId | null;
  /** Only with RED; none named: the reporter and the coalition's analysts. */
  readonly namedMemberIds: readonly MemberId[];
}

/** Reports with equal handling, seen by the same readers, share one scope; RED scopes are the reporter's own. */
export interface HandlingScope extends Handling {
  readonly reporterId: MemberId | null;
}

export type HandlingRefusalCode = 'TOO_MANY' | 'HANDLING_CONFLICT';

/** Whether the parts of a handling go together. Whether the group and the members exist is asked elsewhere. */
export function checkHandling(handling: Handling): readonly Refusal<HandlingRefusalCode>[] {
  const refusals: Refusal<HandlingRefusalCode>[] = [];
  if (handling.tlp === 'RED' && handling.sharingGroupId !== null)
    refusals.push({
      code: 'HANDLING_CONFLICT',
      field: ['handling', 'sharingGroupId'],
      message: 'RED names members, not a sharing group: leave the group out, or use AMBER_STRICT for it.',
    });
  if (handling.tlp !== 'RED' && handling.namedMemberIds.length > 0)
    refusals.push({
      code: 'HANDLING_CONFLICT',
      field: ['handling', 'namedMemberIds'],
      message: 'Only RED names members: use RED, or share with a sharing group.',
    });
  if (handling.namedMemberIds.length > NAMED_MEMBERS_MAX)
    refusals.push({
      code: 'TOO_MANY',
      field: ['handling', 'namedMemberIds'],
      message: `At most ${NAMED_MEMBERS_MAX} members can be named: use a sharing group for more.`,
    });
  return refusals;
}

/** The scope of a report's handling: named members once each and in order, the reporter only where it matters. */
export function handlingScope(handling: Handling, reporterId: MemberId): HandlingScope {
  return {
    tlp: handling.tlp,
    sharingGroupId: handling.sharingGroupId,
    namedMemberIds: [...new Set(handling.namedMemberIds)].sort(),
    reporterId: handling.tlp === 'RED' ? reporterId : null,
  };
}

/** Equal for equal scopes: SHA-256, 32 bytes. */
export function handlingDigest(scope: HandlingScope): Buffer {
  const fields = [scope.tlp, scope.sharingGroupId, scope.reporterId, scope.namedMemberIds];
  return createHash('sha256').update(JSON.stringify(fields)).digest();
}

/**
 * Whether a reader may see what has this scope (product.md, "handling"). The SQL function `may_see_scope` says the same
 * and a test holds the two together. `analyst`: the reader is a coalition analyst.
 */
export function maySeeScope(
  scope: HandlingScope,
  reader: {
    readonly memberId: MemberId;
    readonly sharingGroupIds: ReadonlySet<SharingGroupId>;
    readonly analyst: boolean;
  },
): boolean {
  if (scope.tlp !== 'RED')
    return scope.sharingGroupId === null || reader.sharingGroupIds.has(scope.sharingGroupId);
  if (reader.memberId === scope.reporterId || scope.namedMemberIds.includes(reader.memberId)) return true;
  return reader.analyst && scope.namedMemberIds.length === 0;
}
