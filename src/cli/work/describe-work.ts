import type { WorkKind } from '../codes.js';
import { deadline, minute } from '../shown-text.js';
import { tableLines } from '../table.js';
import { nextCommand } from './next-command.js';

/** One thing that waits, as the service shows it. */
export interface ShownWork {
  readonly id: string;
  readonly kind: WorkKind;
  readonly objectId: string;
  readonly urgency: string;
  readonly waitingSince: string;
  readonly dueAt: string | null;
  readonly overdue: boolean;
}

/** Work as a table, in the order of the service: what is to be done first is at the top. */
export function workTable(work: readonly ShownWork[]): readonly string[] {
  return tableLines(
    ['DUE', 'URGENCY', 'WORK', 'ABOUT', 'SINCE', 'NEXT'],
    work.map(({ kind, objectId, urgency, waitingSince, dueAt, overdue }) => [
      deadline(dueAt, overdue) || '-',
      urgency,
      kind,
      objectId,
      minute(waitingSince),
      nextCommand(kind, objectId),
    ]),
  );
}
