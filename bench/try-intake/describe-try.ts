import type { Figures } from './b-cubed.js';
import type { TryFigures } from './run-try.js';

/** The figures as lines for a person. */
export function describeTry(figures: TryFigures): readonly string[] {
  const { stored, kills } = figures;
  return [
    `Rows        ${figures.rows}: ${figures.taken} taken, ${figures.refused} refused`,
    ...figures.expectations.flatMap(({ expect, rows, taken, refused, asExpected }) => [
      `  ${asExpected ? 'as expected' : 'NOT AS EXPECTED'}: ${rows} rows "${expect === '' ? 'taken' : expect}": ${taken} taken`,
      ...Object.entries(refused).map(([reason, count]) => `    ${count} refused: ${reason}`),
    ]),
    `Import      ${figures.importSeconds.toFixed(1)} s, ${figures.reportsPerSecond.toFixed(0)} reports a second`,
    `Resolution  ${figures.resolutionSeconds.toFixed(1)} s after the import`,
    `Merchants   ${figures.merchants}, in truth ${figures.trueMerchants}`,
    ...kills.map(
      ({ taken, secondsAway }) => `Killed at ${taken} taken, away for ${secondsAway.toFixed(1)} s`,
    ),
    `Stored      ${stored.stored}: ${stored.missing.length} missing, ${stored.doubled.length} doubled, ${stored.unexpected.length} unexpected`,
    '',
    'kind         records  precision  recall     F1',
    ...Object.entries(figures.byKind).map(([kind, of]) => figureLine(kind, of)),
    figureLine('all', figures.all),
    '',
    figures.passed ? 'Passed.' : 'NOT PASSED.',
  ];
}

function figureLine(kind: string, { records, precision, recall, f1 }: Figures): string {
  const cells = [precision, recall, f1].map((value) => value.toFixed(4).padStart(6));
  return `${kind.padEnd(12)} ${String(records).padStart(7)}     ${cells.join('  ')}`;
}
