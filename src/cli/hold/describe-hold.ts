import { detailLines, tableLines } from '../table.js';

/** A hold as the service shows it; the server's own tool shows the same. */
export interface ShownHold {
  readonly id: string;
  readonly status: string;
  readonly memberId: string;
  readonly reason: string;
  readonly identifiers: readonly {
    readonly type: string;
    readonly scope: string | null;
    readonly display: string;
  }[];
  readonly merchantId: string | null;
  readonly placedAt: Date | string;
  readonly until: Date | string;
  readonly extendableUntil: Date | string;
  readonly history: readonly {
    readonly status: string;
    readonly until: Date | string;
    readonly reason: string | null;
    readonly at: Date | string;
  }[];
}

/** Holds as a table. */
export function holdTable(holds: readonly ShownHold[]): readonly string[] {
  return tableLines(
    ['HOLD', 'STATUS', 'UNTIL', 'ASKED BY', 'NAMES'],
    holds.map((hold) => [hold.id, hold.status, minute(hold.until), hold.memberId, named(hold).join(', ')]),
  );
}

/** One hold with its history. */
export function holdLines(hold: ShownHold): readonly string[] {
  return [
    ...detailLines([
      ['Hold', hold.id],
      ['Status', hold.status],
      ['Asked by', hold.memberId],
      ['Reason', hold.reason],
      ['Names', named(hold).join(', ')],
      ['Placed', minute(hold.placedAt)],
      ['Until', minute(hold.until)],
      ['Extendable until', minute(hold.extendableUntil)],
    ]),
    '',
    ...hold.history.map(
      ({ at, status, reason }) => `${minute(at)}  ${status}${reason === null ? '' : `: ${oneLine(reason)}`}`,
    ),
  ];
}

function named({ identifiers, merchantId }: ShownHold): readonly string[] {
  if (merchantId !== null) return [merchantId];
  return identifiers.map(({ type, scope, display }) =>
    scope === null ? `${type} ${display}` : `${type} (${scope}) ${display}`,
  );
}

function minute(moment: Date | string): string {
  return new Date(moment).toISOString().slice(0, 16);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
