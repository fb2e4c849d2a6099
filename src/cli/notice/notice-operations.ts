import type { NoticeStatus, Purpose } from '../codes.js';
import { operation } from '../connect/graphql-client.js';
import type { ShownNotice, ShownWholeNotice } from './describe-notice.js';

/** Of ShownNotice. */
const NOTICE_FIELDS =
  'id status merchantId reason forwarded alert { id urgency status acknowledgeBy actBy overdue }';

export const NOTICES = operation<
  { first: number; purpose: Purpose; statuses: readonly NoticeStatus[] | null; overdue: boolean | null },
  { notices: { nodes: readonly ShownNotice[] } }
>(`
  query Notices($first: Int!, $purpose: Purpose!, $statuses: [NoticeStatus!], $overdue: Boolean) {
    notices(first: $first, purpose: $purpose, filter: { statuses: $statuses, overdue: $overdue }) {
      nodes { ${NOTICE_FIELDS} }
    }
  }
`);

export const NOTICE = operation<{ id: string; purpose: Purpose }, { notice: ShownWholeNotice | null }>(`
  query Notice($id: ID!, $purpose: Purpose!) {
    notice(id: $id, purpose: $purpose) {
      ${NOTICE_FIELDS}
      ranges { kind value }
      hotlines { name country telephone }
      indicators(first: 100) { nodes { id type scope display confidence disputed } }
    }
  }
`);
