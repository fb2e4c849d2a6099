import { accessRule } from '../../database/index.js';
import { workSource } from '../work-source.js';

/** Members that let news lie, one entry for each: escalatedAlerts says how much and of what kind. */
export const SEE_TO_OVERDUE = workSource(
  'SEE_TO_OVERDUE',
  `select a.member_id, a.member_id, bool_or(a.urgency = 'CRITICAL'), min(a.escalated_at), min(a.escalated_at)
   from alert a
   where ${accessRule('work.see-to-overdue', "acts_as('COALITION_ANALYST')")} and a.escalated_at is not null
     and a.status <> 'CLOSED'
   group by a.member_id`,
);
