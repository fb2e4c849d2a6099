import { toAlert } from '../../alert/index.js';
import { toGlobalId } from '../../common/id.js';
import type { Purpose } from '../../indicator/index.js';
import type { ShownNotice } from '../notice.service.js';
import { toServiceRange } from '../service-range/to-service-range.js';
import type { NoticeType } from './notice.types.js';

/** A notice as its member sees it at the moment `now`. */
export function toNotice(notice: ShownNotice, purpose: Purpose, now: Date): NoticeType {
  return {
    id: toGlobalId('notice', notice.id),
    status: notice.status,
    alert: toAlert(notice.alert, now),
    merchantId: toGlobalId('merchant', notice.merchantId),
    reason: notice.reason,
    ranges: notice.ranges.map(toServiceRange),
    forwarded: notice.forwarded,
    hotlines: notice.hotlines.map(({ memberId, name, country, telephone }) => ({
      memberId: toGlobalId('member', memberId),
      name,
      country,
      telephone,
    })),
    handle: notice.merchantId,
    purpose,
  };
}
