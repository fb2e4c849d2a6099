import { accessRule } from '../../database/index.js';
import { workSource } from '../work-source.js';

/** Applications that the person has not approved as they stand, of other members than the own. */
export const APPROVE_MEMBER = workSource(
  'APPROVE_MEMBER',
  [],
  `select m.id, m.id, false, m.applied_at, null::timestamptz
   from member m
   where ${accessRule('work.approve-member', "acts_as('COALITION_ADMIN')")} and m.status = 'APPLIED' and m.id <> $1
     and not exists (
       select from standing_approvals('MEMBER', m.id, member_application_digest(m)) s where s.principal_id = $3)`,
);
