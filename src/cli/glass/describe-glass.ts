import { detailLines, tableLines } from '../table.js';
import type { ShownGlass } from './glass-operations.js';

/** A request to read what is closed, for a person. */
export function glassLines(glass: ShownGlass): readonly string[] {
  const { id, status, reportId, askedBy, askedAt, purpose, reason, endsAt, reads, awaits, approvals } = glass;
  return [
    ...detailLines([
      ['Request', id],
      ['Status', status],
      ['Report', reportId],
      ['Asked by', `${askedBy}, ${askedAt}`],
      ['Purpose', purpose],
      ['Reason', reason],
      ['Ends', endsAt],
      ['Read', `${reads} times`],
      ['Awaits', awaits.join(', ')],
    ]),
    ...approvals.map(({ by, roles, at }) => `Approved by ${by} (${roles.join(', ')}), ${at}`),
  ];
}

/** A line for each. */
export function glassTable(glasses: readonly ShownGlass[]): readonly string[] {
  const rows = glasses.map(({ id, status, askedAt, purpose, reportId, awaits }) => [
    id,
    status,
    askedAt,
    purpose,
    reportId,
    awaits.join(', '),
  ]);
  return tableLines(['REQUEST', 'STATUS', 'ASKED', 'PURPOSE', 'REPORT', 'AWAITS'], rows);
}
