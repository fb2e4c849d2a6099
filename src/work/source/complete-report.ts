import { accessRule } from '../../database/index.js';
import { workSource } from '../work-source.js';

/** Reports of the own member about which an analyst asked. */
export const COMPLETE_REPORT = workSource(
  'COMPLETE_REPORT',
  `select r.id, r.id, v.child_at_risk, r.changed_at, null::timestamptz
   from report r join report_version v on v.report_id = r.id and v.version = r.version
   where ${accessRule('work.complete-report', 'r.member_id = $1')} and r.status = 'NEEDS_INFO'`,
);
