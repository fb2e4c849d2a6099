import type { HoldId, MemberId, MerchantId, UserId } from '../common/id.js';
import type { IdentifierType } from '../identifier/index.js';
import type { HoldStatus } from './hold-status.js';

/** An identifier that a hold names, as it may be shown: masked or defanged. Its value is kept as hashes alone. */
export interface HeldIdentifier {
  readonly type: IdentifierType;
  readonly scope: string | null;
  readonly display: string;
}

/** What a hold names: identifiers, or the merchant that an analyst saw. */
export interface HoldSubject {
  readonly identifiers: readonly HeldIdentifier[];
  readonly merchantId: MerchantId | null;
}

/** Law enforcement's request that nobody act (product.md, "The words"). */
export interface Hold {
  readonly id: HoldId;
  /** The member that asked: a liaison's, or the analyst's. */
  readonly memberId: MemberId;
  readonly placedBy: UserId;
  readonly status: HoldStatus;
  readonly reason: string;
  readonly subject: HoldSubject;
  readonly placedAt: Date;
  /** When its term ends, and it goes into review. It hides in review as well. */
  readonly until: Date;
}

/** One step of a hold's history, oldest first. */
export interface HoldStep {
  readonly status: HoldStatus;
  readonly until: Date;
  /** Null where none was asked for. */
  readonly reason: string | null;
  readonly at: Date;
}

/** A hold with its history. */
export interface HoldWithHistory extends Hold {
  readonly history: readonly HoldStep[];
}

/** What a hold hides now. For analysts: it tells what is known. */
export interface HoldCoverage {
  /** At most COVERED_MERCHANTS_MAX, those of most reports first. */
  readonly merchantIds: readonly MerchantId[];
  readonly merchantCount: number;
  readonly reportCount: number;
}

/** Merchants that the coverage of one hold names. */
export const COVERED_MERCHANTS_MAX = 100;
