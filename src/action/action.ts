import type {
  ActionId,
  ClientId,
  DispositionId,
  MemberId,
  MerchantId,
  NoticeId,
  ScreeningId,
  UserId,
} from '../common/id.js';
import type { MerchantAction } from '../report/index.js';
import type { ActionStatus } from './action-status.js';
import type { LeadRef } from './lead/lead.js';
import type { NetworkListing } from './network-listing.js';

/** Accounts that one action says it closed. */
export const ACCOUNTS_CLOSED_MAX = 100_000;
/** Characters of the member's own reference of an action. */
export const CLIENT_REFERENCE_LENGTH_MAX = 100;
/** Characters of the note on an action, and of why it is withdrawn. */
export const ACTION_NOTE_LENGTH_MAX = 1_000;
/** Versions of one action, the first included. */
export const ACTION_VERSIONS_MAX = 50;

/** An action as a member says it. An absent field says nothing. */
export interface ActionDraft {
  readonly kind: MerchantAction;
  /** The day since which it holds, YYYY-MM-DD. */
  readonly effectiveOn: string;
  readonly accountsClosed?: number | undefined;
  readonly networkListing?: NetworkListing | undefined;
  readonly forwardedTo?: MemberId | undefined;
  readonly note?: string | undefined;
}

/** What an action says, in normal form. */
export interface ActionContent {
  readonly kind: MerchantAction;
  readonly effectiveOn: string;
  readonly accountsClosed: number | null;
  readonly networkListing: NetworkListing | null;
  readonly forwardedTo: MemberId | null;
  readonly note: string | null;
}

/** One version of an action. */
export interface ActionVersion extends ActionContent {
  /** From 1. */
  readonly version: number;
  /** The member's own assessment on which it stands, where its kind asks for one. */
  readonly dispositionId: DispositionId | null;
  readonly recordedBy: UserId | ClientId;
  /** ISO 8601. */
  readonly at: string;
}

/** What a member did about a merchant (product.md, "action"), as it stands now. */
export interface Action extends LeadRef {
  readonly id: ActionId;
  readonly memberId: MemberId;
  readonly clientReference: string;
  readonly status: ActionStatus;
  /** Why it was withdrawn; null while it stands. */
  readonly withdrawalReason: string | null;
  readonly recordedAt: Date;
  /** `recordedAt` to the microsecond, as PostgreSQL writes it. */
  readonly recordedAtExact: string;
  readonly changedAt: Date;
  /** The present version. */
  readonly present: ActionVersion;
  /** All versions, oldest first: 1 to ACTION_VERSIONS_MAX. */
  readonly versions: readonly ActionVersion[];
}

/** Which actions to list. An absent field does not narrow. */
export interface ActionFilter {
  readonly noticeId?: NoticeId | undefined;
  readonly screeningId?: ScreeningId | undefined;
  readonly merchantId?: MerchantId | undefined;
  readonly kinds?: readonly MerchantAction[] | undefined;
  readonly statuses?: readonly ActionStatus[] | undefined;
  readonly memberId?: MemberId | undefined;
}
