import { accessRule } from '../../database/index.js';
import { openToAnalyst } from '../../merchant/index.js';
import { workSource } from '../work-source.js';

/** Reports that wait for an analyst's decision, as far as they are open to analysts. Stands on report_to_triage. */
export const TRIAGE_REPORT = workSource(
  'TRIAGE_REPORT',
  ['critical'],
  `select r.id, r.id, r.child_at_risk, r.changed_at, null::timestamptz
   from report r
   where ${accessRule('work.triage-report', openToAnalyst('r.id'))} and r.status = 'SUBMITTED'`,
);
