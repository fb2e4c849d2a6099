import { caseReports } from './demo-cases.js';
import type { DemoReport } from './demo-report.js';
import { inventReports } from './demo-reports.js';

/** Every report of the demo coalition: those written by hand, and the many. The same in every run. */
export function demoReports(): readonly DemoReport[] {
  return [...caseReports(), ...inventReports()];
}
