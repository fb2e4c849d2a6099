import { toAlert } from '../../alert/index.js';
import { toGlobalId } from '../../common/id.js';
import type { OwnRecall, RecalledIndicator, RecallProgress, WaitingRecipient } from '../recall.js';
import type {
  RecalledIndicatorType,
  RecallProgressType,
  RecallType,
  WaitingRecipientType,
} from './recall.types.js';

/** A recall as its recipient sees it at the moment `now`. */
export function toRecall({ id, reason, merchantViewId, alert }: OwnRecall, now: Date): RecallType {
  return {
    id: toGlobalId('recall', id),
    reason,
    merchantId: merchantViewId === null ? null : toGlobalId('merchant', merchantViewId),
    alert: toAlert(alert, now),
    recallId: id,
  };
}

export function toRecalledIndicator(recalled: RecalledIndicator): RecalledIndicatorType {
  const { indicatorId, type, scope, display } = recalled;
  return { indicatorId: toGlobalId('indicator', indicatorId), type, scope, display };
}

export function toRecallProgress({ id, ...progress }: RecallProgress): RecallProgressType {
  const { reason, withdrawnAt, settled, recipients, delivered, acknowledged, overdue } = progress;
  return {
    id: toGlobalId('recall', id),
    reason,
    withdrawnAt,
    settled,
    recipients,
    delivered,
    acknowledged,
    overdue,
    recallId: id,
  };
}

export function toWaitingRecipient(recipient: WaitingRecipient): WaitingRecipientType {
  const { memberName, deliveredAt, acknowledgeBy } = recipient;
  return { memberId: toGlobalId('member', recipient.memberId), memberName, deliveredAt, acknowledgeBy };
}
