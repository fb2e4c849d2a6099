import { accessRule } from '../../database/index.js';
import { NOTICED, VISIBLE_NOTICES } from '../../notice/index.js';
import { workSource } from '../work-source.js';

/** What the own member serves and has not said what it did about: of what is listed, and seen by it, now. */
export const ACT_ON_NOTICE = workSource(
  'ACT_ON_NOTICE',
  `select n.id, a.id, a.urgency = 'CRITICAL', n.raised_at, a.act_by
   ${VISIBLE_NOTICES}
   where ${accessRule('work.act-on-notice', NOTICED)} and n.ended_at is null and n.outcome is null`,
);
