import { minute, oneLine } from '../shown-text.js';
import { tableLines } from '../table.js';

/** That a member asked as if to find out what the register holds. */
export interface ShownFishingAlarm {
  readonly id: string;
  readonly memberId: string;
  readonly sign: string;
  readonly day: string;
  readonly merchants: number;
  readonly sharePercent: number;
  readonly raisedAt: string;
  /** Null while it waits, and to the member that it is about. */
  readonly closing: { readonly closedAt: string; readonly closedBy: string; readonly note: string } | null;
}

/** Alarms as a table. */
export function fishingTable(alarms: readonly ShownFishingAlarm[]): readonly string[] {
  return tableLines(
    ['ALARM', 'MEMBER', 'SIGN', 'DAY', 'MERCHANTS', 'SHARE', 'DEALT WITH'],
    alarms.map(({ id, memberId, sign, day, merchants, sharePercent, closing }) => [
      id,
      memberId,
      sign,
      day,
      String(merchants),
      `${sharePercent} %`,
      closing === null ? '' : `${minute(closing.closedAt)} ${oneLine(closing.note)}`,
    ]),
  );
}
