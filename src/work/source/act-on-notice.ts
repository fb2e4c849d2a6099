import { accessRule } from '../../database/index.js';
import { NOTICED, VISIBLE_NOTICES } from '../../notice/index.js';
import { workSource } from '../work-source.js';

/**
 * What the own member serves and has not said what it did about: of what is listed, and seen by it, now. The alert of such a
 * notice is open: it is closed with the answer. Stands on alert_waiting, and for each on notice_pkey and what VISIBLE_NOTICES has.
 */
export const ACT_ON_NOTICE = workSource(
  'ACT_ON_NOTICE',
  ['critical', 'due'],
  `select a.object_id, a.id, a.urgency = 'CRITICAL', a.raised_at, a.act_by
   ${VISIBLE_NOTICES}
   where ${accessRule('work.act-on-notice', `a.member_id = $1 and ${NOTICED}`)} and a.status <> 'CLOSED'
     and n.ended_at is null and n.outcome is null`,
);
