import { accessRule } from '../../database/index.js';
import { openToAnalyst } from '../../merchant/index.js';
import { workSource } from '../work-source.js';

/** Reports that wait for an analyst's decision, as far as they are open to analysts. */
export const TRIAGE_REPORT = workSource(
  'TRIAGE_REPORT',
  `select r.id, r.id, v.child_at_risk, r.changed_at, null::timestamptz
   from report r join report_version v on v.report_id = r.id and v.version = r.version
   where ${accessRule('work.triage-report', openToAnalyst('r.id'))} and r.status = 'SUBMITTED'`,
);
