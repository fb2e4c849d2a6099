import { toGlobalId } from '../../common/id.js';
import { toUserErrors, type UserErrorShape } from '../../graphql/index.js';
import type { Action, ActionDraft, ActionVersion } from '../action.js';
import type { ActionResult } from '../action.service.js';
import type { ActionInput } from './action.inputs.js';
import type { ActionType, ActionVersionType } from './action.types.js';
import { idIn } from '../../common/id-in.js';

/** An action as its own member and analysts see it. */
export function toAction(action: Action): ActionType {
  return {
    ...toContent(action.present),
    id: toGlobalId('action', action.id),
    memberId: toGlobalId('member', action.memberId),
    clientReference: action.clientReference,
    status: action.status,
    withdrawalReason: action.withdrawalReason,
    noticeId: action.noticeId === null ? null : toGlobalId('notice', action.noticeId),
    screeningId: action.screeningId === null ? null : toGlobalId('screening', action.screeningId),
    merchantId: toGlobalId('merchant', action.merchantId),
    recordedAt: action.recordedAt,
    changedAt: action.changedAt,
    versions: action.versions.map(toVersion),
  };
}

function toVersion(version: ActionVersion): ActionVersionType {
  return { ...toContent(version), at: new Date(version.at) };
}

function toContent(version: ActionVersion): Omit<ActionVersionType, 'at'> {
  const { networkListing: listing } = version;
  return {
    version: version.version,
    kind: version.kind,
    effectiveOn: version.effectiveOn,
    accountsClosed: version.accountsClosed,
    networkListing:
      listing === null ? null : { list: listing.list, code: listing.code, listedOn: listing.listedOn },
    forwardedToMemberId: version.forwardedTo === null ? null : toGlobalId('member', version.forwardedTo),
    note: version.note,
    dispositionId: version.dispositionId === null ? null : toGlobalId('disposition', version.dispositionId),
  };
}

export function toActionDraft({
  kind,
  effectiveOn,
  accountsClosed,
  networkListing,
  forwardedToMemberId,
  note,
}: ActionInput): ActionDraft {
  return {
    kind,
    effectiveOn,
    accountsClosed: accountsClosed ?? undefined,
    networkListing: networkListing ?? undefined,
    forwardedTo: idIn('member', forwardedToMemberId),
    note: note ?? undefined,
  };
}

/** The answer of a mutation. */
export function toActionPayload(result: ActionResult): {
  readonly action: ActionType | null;
  readonly urlPathDropped: boolean;
  readonly userErrors: readonly UserErrorShape[];
} {
  return result.ok
    ? { action: toAction(result.value.action), urlPathDropped: result.value.urlPathDropped, userErrors: [] }
    : { action: null, urlPathDropped: false, userErrors: toUserErrors(result.refusals) };
}
