import { accessRule } from '../../database/index.js';
import { workSource } from '../work-source.js';

const APPROVALS = `standing_approvals('BREAK_GLASS', g.id, break_glass_digest(g), array[g.asked_by])`;

const approvedAs = (role: string): string =>
  `exists (select from ${APPROVALS} s where '${role}' = any (s.acting_roles))`;

/** Whose approval is still needed: as missingOffices of break-glass.ts. */
const NEEDED = `(acts_as('COALITION_ADMIN') and not ${approvedAs('COALITION_ADMIN')}
     or acts_as('COALITION_ANALYST') and not ${approvedAs('COALITION_ANALYST')}
     or ${approvedAs('COALITION_ADMIN')} and ${approvedAs('COALITION_ANALYST')})`;

/**
 * Requests to read what is closed, for whoever holds an office that has not approved yet, did not ask, and is not of the
 * reporter's member. They lapse a day after they were asked for, by the clock of the database, as everything about them.
 */
export const APPROVE_BREAK_GLASS = workSource(
  'APPROVE_BREAK_GLASS',
  ['due'],
  `select g.id, g.id, false, g.asked_at, g.asked_at + interval '1 day'
   from break_glass g
   where ${accessRule('work.approve-break-glass', "acts_as('COALITION_ANALYST') or acts_as('COALITION_ADMIN')")}
     and g.opened_at is null and g.closed_at is null and g.asked_at > now() - interval '1 day' and g.asked_by <> $3
     and not exists (select from report r where r.id = g.report_id and r.member_id = $1)
     and not exists (select from ${APPROVALS} s where s.principal_id = $3) and ${NEEDED}`,
);
