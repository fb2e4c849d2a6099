import type { IndicatorId, MemberId } from '../common/id.js';

/** Written by the database where a member received what was withdrawn while it read (migration 0075). */
export const DELIVERY_LATE = 'delivery.late';

export interface LateDelivery {
  readonly indicatorId: IndicatorId;
  readonly memberId: MemberId;
}
