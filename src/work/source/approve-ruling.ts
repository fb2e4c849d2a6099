import { accessRule } from '../../database/index.js';
import { workSource } from '../work-source.js';
import { mayRule } from './may-rule.js';

/** Rulings that others have proposed, until two agree: for whoever is no party and has not approved. */
export const APPROVE_RULING = workSource(
  'APPROVE_RULING',
  [],
  `select r.id, d.id, false, r.proposed_at, null::timestamptz
   from dispute_ruling r join dispute d on d.id = r.dispute_id and d.stage = r.stage
   where ${accessRule('work.approve-ruling', mayRule('d.id'))} and d.status in ('REVIEW', 'APPEAL')
     and not exists (
       select from standing_approvals('DISPUTE_RULING', r.id, dispute_ruling_digest(r)) s where s.principal_id = $3)`,
);
