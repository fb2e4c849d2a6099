import type { Actor } from '../../common/actor.js';
import type { Refusal } from '../../common/refusal.js';

/** People who must agree before power is granted, each another (product.md, rule 11). */
export const APPROVALS_NEEDED = 2;

/**
 * What two people approve:
 *
 * - MEMBER: that an organisation that applied takes part; by admins of the coalition.
 * - ROLE_GRANT: that a person gets a role of the coalition; by admins of the coalition.
 * - HOLD_RELEASE: that a hold is lifted; by analysts of the coalition.
 * - BREAK_GLASS: that an analyst reads for an hour what is closed to it; by an analyst and an admin of the coalition.
 * - DISPUTE_RULING: how a dispute is decided; by analysts of the coalition. One is enough where nothing is taken off the list.
 *
 * Who may approve what is decided again by the row policy of the table, `may_approve`.
 */
export type ApprovalKind = 'MEMBER' | 'ROLE_GRANT' | 'HOLD_RELEASE' | 'BREAK_GLASS' | 'DISPUTE_RULING';

/** What an approval is given to. */
export interface Approvable {
  readonly kind: ApprovalKind;
  readonly objectId: string;
  /** SHA-256 of the content, 32 bytes: an approval counts for no other. The trigger that asks for it reckons it anew. */
  readonly digest: Buffer;
  /** Ids of the people and of the members that the matter concerns: none of them approves it. */
  readonly excluded?: readonly string[] | undefined;
}

/**
 * Why this person may not approve, or undefined. Nobody approves what concerns themselves (SAME_PERSON) or their member
 * (OWN_MEMBER). Pure. `field` is where the refusal is told.
 */
export function refuseApprover(
  actor: Actor,
  excluded: readonly string[],
  field: readonly string[],
): Refusal<'SAME_PERSON' | 'OWN_MEMBER'> | undefined {
  if (actor.kind === 'client' || excluded.includes(actor.userId)) {
    const message = 'This concerns yourself, or you asked for it: two other people have to approve it.';
    return { code: 'SAME_PERSON', field, message };
  }
  if (excluded.includes(actor.memberId)) {
    const message = 'This concerns your own member: people of other members have to approve it.';
    return { code: 'OWN_MEMBER', field, message };
  }
  return undefined;
}
