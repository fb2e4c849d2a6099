import type { IndicatorId, MerchantId, NoticeId, ScreeningId } from '../../common/id.js';
import type { Refusal } from '../../common/refusal.js';

/**
 * What a member is to look into: a match that a screening of its own gave, or a notice to it. Exactly one of `noticeId` and
 * `screeningId` is there.
 */
export interface LeadRef {
  readonly noticeId: NoticeId | null;
  readonly screeningId: ScreeningId | null;
  /** The listed merchant, as the match or notice names it. */
  readonly merchantId: MerchantId;
}

/** A lead as a caller names it: of a match both ids, of a notice its own. */
export type AskedLead =
  { readonly noticeId: NoticeId } | { readonly screeningId: ScreeningId; readonly merchantId: MerchantId };

/** A lead that the member has, with the indicators on which it rests. */
export interface Lead extends LeadRef {
  readonly indicatorIds: readonly IndicatorId[];
}

/** The answer for a lead that there is not, and for another member's. */
export function noLead(kind: 'notice' | 'match'): Refusal<'NOT_FOUND'> {
  return kind === 'notice'
    ? { code: 'NOT_FOUND', field: ['noticeId'], message: 'There is no such notice to your member.' }
    : {
        code: 'NOT_FOUND',
        field: ['screeningId'],
        message:
          'There is no such match: give a screening of your member, and the merchant of one of its matches.',
      };
}
