import { accessRule } from '../../database/index.js';
import { isInCare } from '../../dispute/index.js';
import { workSource } from '../work-source.js';
import { mayRule } from './may-rule.js';

/** Disputes of what members that have left had reported, for whoever is no party, as long as one may still answer for them. */
export const ANSWER_IN_CARE = workSource(
  'ANSWER_IN_CARE',
  ['due'],
  `select d.id, d.id, false, d.filed_at, min(p.answer_by)
   from dispute_party p join dispute d on d.id = p.dispute_id
   where ${accessRule('work.answer-in-care', `${mayRule('d.id')} and ${isInCare('p')}`)}
     and p.answer is null and p.lapsed_at is null and p.answer_by > $2 and d.status in ('FILED', 'REVIEW', 'APPEAL')
   group by d.id`,
);
