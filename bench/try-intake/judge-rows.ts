import type { Truth } from './intake-files.js';
import type { MemberImport } from './import-members.js';

/** The rows that truth.csv expects one thing of, and what became of them. */
export interface ExpectedRows {
  readonly expect: string;
  readonly rows: number;
  readonly taken: number;
  /** Refused rows by code and column. */
  readonly refused: Readonly<Record<string, number>>;
  /** Whether all of them were treated as expected. */
  readonly asExpected: boolean;
}

/** Compares what was taken and refused with what was expected. */
export function judgeRows(
  truth: readonly Truth[],
  imports: readonly MemberImport[],
): readonly ExpectedRows[] {
  const refusalsOf = new Map(imports.map(({ member, refusals }) => [member, refusals]));
  const expectations = [...new Set(truth.map(({ expect }) => expect))].sort();
  return expectations.map((expect) => {
    const rows = truth.filter((row) => row.expect === expect);
    const refused: Record<string, number> = {};
    for (const { member, clientReference } of rows) {
      const refusal = refusalsOf.get(member)?.get(clientReference);
      if (refusal === undefined) continue;
      const reason = `${refusal.code} in ${refusal.field}`;
      refused[reason] = (refused[reason] ?? 0) + 1;
    }
    const refusedRows = Object.values(refused).reduce((sum, count) => sum + count, 0);
    const mustRefuse = expect.startsWith('refused');
    return {
      expect,
      rows: rows.length,
      taken: rows.length - refusedRows,
      refused,
      asExpected: refusedRows === (mustRefuse ? rows.length : 0),
    };
  });
}
