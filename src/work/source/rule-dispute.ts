import { accessRule } from '../../database/index.js';
import { workSource } from '../work-source.js';
import { mayRule } from './may-rule.js';

/** Disputes that nobody has proposed a ruling on, for whoever is no party. */
export const RULE_DISPUTE = workSource(
  'RULE_DISPUTE',
  [],
  `select d.id, d.id, false,
     coalesce((select p.at from dispute_appeal p where p.dispute_id = d.id), d.filed_at), null::timestamptz
   from dispute d
   where ${accessRule('work.rule-dispute', mayRule('d.id'))} and d.status in ('REVIEW', 'APPEAL')
     and not exists (select from dispute_ruling r where r.dispute_id = d.id and r.stage = d.stage)`,
);
