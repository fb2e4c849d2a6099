import type { MerchantAction } from '../codes.js';
import { deadline, minute } from '../shown-text.js';
import { detailLines, tableLines } from '../table.js';

/** A recall as lists show it. */
export interface ShownRecall {
  readonly id: string;
  readonly reason: string;
  readonly merchantId: string | null;
  readonly alert: {
    readonly id: string;
    readonly status: string;
    readonly acknowledgeBy: string;
    readonly actBy: string | null;
    readonly overdue: boolean;
  };
}

/** One recall with what was received, and what was done on account of it. */
export interface ShownWholeRecall extends ShownRecall {
  readonly indicators: {
    readonly nodes: readonly {
      readonly type: string;
      readonly scope: string | null;
      readonly display: string;
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean };
  };
  readonly derivedActions: readonly {
    readonly id: string;
    readonly kind: MerchantAction;
    readonly effectiveOn: string;
    readonly merchantId: string;
  }[];
}

/** Recalls as a table. */
export function recallTable(recalls: readonly ShownRecall[]): readonly string[] {
  return tableLines(
    ['RECALL', 'REASON', 'STATUS', 'ACT BY', 'MERCHANT'],
    recalls.map(({ id, reason, merchantId, alert }) => [
      id,
      reason,
      alert.status,
      alert.status === 'CLOSED' ? '' : deadline(alert.actBy, alert.overdue),
      merchantId ?? 'several',
    ]),
  );
}

/** One recall. */
export function recallLines(recall: ShownWholeRecall): readonly string[] {
  const { alert, indicators, derivedActions } = recall;
  return [
    ...detailLines([
      ['Recall', recall.id],
      ['Reason', recall.reason],
      ['Merchant', recall.merchantId ?? 'several'],
      ['Status', alert.overdue ? `${alert.status}, OVERDUE` : alert.status],
      ['To be acknowledged by', minute(alert.acknowledgeBy)],
      ['To be put right by', alert.actBy && minute(alert.actBy)],
    ]),
    '',
    'What your member received, and is withdrawn:',
    ...indicators.nodes.map(
      ({ type, scope, display }) => `  ${scope === null ? type : `${type} (${scope})`}  ${display}`,
    ),
    ...(indicators.pageInfo.hasNextPage ? ['  ... and more, which the API gives'] : []),
    ...(derivedActions.length === 0 ? [] : ['', 'What your member did on account of it:']),
    ...derivedActions.map(({ id, kind, effectiveOn }) => `  ${id}  ${kind} since ${effectiveOn}`),
    ...(alert.status === 'CLOSED' ? [] : ['', `Next: cordon recall close ${recall.id}`]),
  ];
}
