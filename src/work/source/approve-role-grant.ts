import { accessRule } from '../../database/index.js';
import { workSource } from '../work-source.js';

/** Grants of roles that another admin asked for, to another person. */
export const APPROVE_ROLE_GRANT = workSource(
  'APPROVE_ROLE_GRANT',
  [],
  `select g.id, g.id, false, g.asked_at, null::timestamptz
   from role_grant g
   where ${accessRule('work.approve-role-grant', "acts_as('COALITION_ADMIN')")} and g.status = 'OPEN'
     and $3 not in (g.user_id, g.asked_by)
     and not exists (
       select from standing_approvals('ROLE_GRANT', g.id, role_grant_digest(g)) s where s.principal_id = $3)`,
);
