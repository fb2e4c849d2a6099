import { accessRule } from '../../database/index.js';
import { workSource } from '../work-source.js';

const FIRST = `select a.urgency = 'CRITICAL' as critical, a.escalated_at
     from alert a
     where a.member_id = m.id and a.escalated_at is not null and a.status <> 'CLOSED'`;

/**
 * Members that let news lie, one entry for each: escalatedAlerts says how much and of what kind. Of each member two entries of
 * alert_escalated are looked at, however many it lets lie.
 */
export const SEE_TO_OVERDUE = workSource(
  'SEE_TO_OVERDUE',
  ['critical', 'due'],
  `select m.id, m.id, most.critical, longest.escalated_at, longest.escalated_at
   from member m
   cross join lateral (${FIRST} order by a.urgency limit 1) most
   cross join lateral (
     select min(x.escalated_at) as escalated_at from (
       (${FIRST} and a.urgency = 'CRITICAL' order by a.escalated_at limit 1)
       union all (${FIRST} and a.urgency = 'NORMAL' order by a.escalated_at limit 1)) x
   ) longest
   where ${accessRule('work.see-to-overdue', "acts_as('COALITION_ANALYST')")}`,
);
