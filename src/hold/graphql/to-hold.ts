import { toGlobalId } from '../../common/id.js';
import { toUserErrors, type UserErrorShape } from '../../graphql/index.js';
import type { HoldCoverage, HoldWithHistory } from '../hold.js';
import type { HoldResult } from '../hold.service.js';
import { lastTermEnd } from '../hold-term.js';
import type { HoldCoverageType, HoldType } from './hold.types.js';

/** A hold as analysts, and the liaison that asked for it, see it. */
export function toHold(hold: HoldWithHistory): HoldType {
  const { identifiers, merchantId } = hold.subject;
  return {
    id: toGlobalId('hold', hold.id),
    status: hold.status,
    memberId: toGlobalId('member', hold.memberId),
    reason: hold.reason,
    identifiers: identifiers.map(({ type, scope, display }) => ({ type, scope, display })),
    merchantId: merchantId === null ? null : toGlobalId('merchant', merchantId),
    placedAt: hold.placedAt,
    until: hold.until,
    extendableUntil: lastTermEnd(hold.placedAt),
    history: hold.history.map(({ status, until, reason, at }) => ({ status, until, reason, at })),
  };
}

export function toHoldCoverage({ merchantIds, merchantCount, reportCount }: HoldCoverage): HoldCoverageType {
  return {
    merchantIds: merchantIds.map((id) => toGlobalId('merchant', id)),
    merchantCount,
    reportCount,
  };
}

/** The answer of a mutation. */
export function toHoldPayload(result: HoldResult): {
  readonly hold: HoldType | null;
  readonly userErrors: readonly UserErrorShape[];
} {
  return result.ok
    ? { hold: toHold(result.value), userErrors: [] }
    : { hold: null, userErrors: toUserErrors(result.refusals) };
}
