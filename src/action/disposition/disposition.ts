import type { ClientId, DispositionId, MerchantId, NoticeId, ScreeningId, UserId } from '../../common/id.js';
import type { LeadRef } from '../lead/lead.js';
import type { Assessment } from './assessment.js';

/** Characters of the rationale of a disposition. */
export const RATIONALE_LENGTH_MAX = 2_000;

/** What a member itself makes of a lead (product.md, "disposition"): shown to that member alone. */
export interface Disposition extends LeadRef {
  readonly id: DispositionId;
  /** Of one lead, from 1. */
  readonly version: number;
  /** Whether no later one of the same lead has replaced it. */
  readonly current: boolean;
  readonly assessment: Assessment;
  readonly rationale: string;
  readonly recordedBy: UserId | ClientId;
  readonly at: Date;
  /** `at` to the microsecond, as PostgreSQL writes it. */
  readonly atExact: string;
}

/** Which dispositions to list. An absent field does not narrow. */
export interface DispositionFilter {
  readonly noticeId?: NoticeId | undefined;
  readonly screeningId?: ScreeningId | undefined;
  readonly merchantId?: MerchantId | undefined;
}
