import { accessRule } from '../../database/index.js';
import { workSource } from '../work-source.js';

/** The own member's news that nobody has acknowledged. Stands on alert_unread. */
export const ACKNOWLEDGE_ALERT = workSource(
  'ACKNOWLEDGE_ALERT',
  ['critical', 'due'],
  `select a.id, a.id, a.urgency = 'CRITICAL', a.raised_at, a.acknowledge_by
   from alert a
   where ${accessRule('work.acknowledge-alert', 'a.member_id = $1')} and a.status in ('RAISED', 'DELIVERED')`,
);
