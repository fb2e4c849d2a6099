import { accessRule } from '../../database/index.js';
import { workSource } from '../work-source.js';

/** What the own member received, is withdrawn, and rests on it still. Stands on alert_waiting and recall_recipient_pkey. */
export const CLOSE_RECALL = workSource(
  'CLOSE_RECALL',
  ['critical', 'due'],
  `select a.object_id, a.id, a.urgency = 'CRITICAL', a.raised_at, a.act_by
   from alert a join recall_recipient p on p.recall_id = a.object_id and p.member_id = a.member_id
   where ${accessRule('work.close-recall', 'a.member_id = $1')} and a.kind = 'RECALL' and a.status <> 'CLOSED'`,
);
