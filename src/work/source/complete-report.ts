import { accessRule } from '../../database/index.js';
import { workSource } from '../work-source.js';

/** Reports of the own member about which an analyst asked. Stands on report_to_complete. */
export const COMPLETE_REPORT = workSource(
  'COMPLETE_REPORT',
  ['critical'],
  `select r.id, r.id, r.child_at_risk, r.changed_at, null::timestamptz
   from report r
   where ${accessRule('work.complete-report', 'r.member_id = $1')} and r.status = 'NEEDS_INFO'`,
);
