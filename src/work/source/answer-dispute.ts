import { accessRule } from '../../database/index.js';
import { workSource } from '../work-source.js';

/** Disputes of what the own member reported, as long as it can answer: behind that there is nothing to be done. */
export const ANSWER_DISPUTE = workSource(
  'ANSWER_DISPUTE',
  ['due'],
  `select d.id, d.id, false, d.filed_at, p.answer_by
   from dispute_party p join dispute d on d.id = p.dispute_id
   where ${accessRule('work.answer-dispute', 'p.member_id = $1')} and p.answer is null and p.lapsed_at is null
     and p.answer_by > $2 and d.status in ('FILED', 'REVIEW', 'APPEAL')`,
);
