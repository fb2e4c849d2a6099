import type { NoticeStatus } from '../codes.js';
import { deadline, minute } from '../shown-text.js';
import { detailLines, tableLines } from '../table.js';

/** A notice as lists show it. */
export interface ShownNotice {
  readonly id: string;
  readonly status: NoticeStatus;
  readonly merchantId: string;
  readonly reason: string;
  readonly forwarded: boolean;
  readonly alert: {
    readonly id: string;
    readonly urgency: string;
    readonly status: string;
    readonly acknowledgeBy: string;
    readonly actBy: string | null;
    readonly overdue: boolean;
  };
}

/** One notice with all that is to be known for acting on it. */
export interface ShownWholeNotice extends ShownNotice {
  readonly ranges: readonly { readonly kind: string; readonly value: string }[];
  readonly hotlines: readonly {
    readonly name: string;
    readonly country: string;
    readonly telephone: string;
  }[];
  readonly indicators: {
    readonly nodes: readonly {
      readonly id: string;
      readonly type: string;
      readonly scope: string | null;
      readonly display: string;
      readonly confidence: string;
      readonly disputed: boolean;
    }[];
  };
}

/** Notices as a table. */
export function noticeTable(notices: readonly ShownNotice[]): readonly string[] {
  return tableLines(
    ['NOTICE', 'STATUS', 'URGENCY', 'ACT BY', 'REASON', 'MERCHANT'],
    notices.map(({ id, status, alert, reason, merchantId }) => [
      id,
      status,
      alert.urgency,
      deadline(alert.actBy, alert.overdue),
      reason,
      merchantId,
    ]),
  );
}

/** One notice: whom to call comes first where a child is at risk. */
export function noticeLines(notice: ShownWholeNotice): readonly string[] {
  const { alert, indicators } = notice;
  return [
    ...notice.hotlines.map(
      ({ name, country, telephone }) => `A child is at risk. Call now: ${telephone} (${name}, ${country})`,
    ),
    ...detailLines([
      ['Notice', notice.id],
      ['Status', alert.overdue ? `${notice.status}, OVERDUE` : notice.status],
      ['Urgency', alert.urgency],
      ['Merchant', notice.merchantId],
      ['Reason', notice.reason],
      ['Lies in', notice.ranges.map(({ kind, value }) => `${kind} ${value}`).join(', ')],
      ['Forwarded', notice.forwarded ? 'by another member, which says that yours serves it' : null],
      ['To be acknowledged by', minute(alert.acknowledgeBy)],
      ['To be acted on by', alert.actBy && minute(alert.actBy)],
    ]),
    '',
    ...tableLines(
      ['INDICATOR', 'VALUE', 'CONFIDENCE', 'ID'],
      indicators.nodes.map(({ id, type, scope, display, confidence, disputed }) => [
        scope === null ? type : `${type} (${scope})`,
        display,
        disputed ? `${confidence}, disputed` : confidence,
        id,
      ]),
    ),
    ...nextLines(notice),
  ];
}

function nextLines({ id, status, alert }: ShownWholeNotice): readonly string[] {
  if (status === 'ANSWERED' || status === 'FORWARDED') return [];
  return [
    '',
    ...(status === 'OPEN' ? [`Next: cordon alert acknowledge ${alert.id}`] : []),
    `Next: cordon disposition record --notice ${id} --assessment ... --rationale ...`,
    `Next: cordon action record --notice ${id} --kind ... --client-reference ...`,
    `Next: cordon notice forward ${id} --to mem_... --client-reference ...`,
  ];
}
