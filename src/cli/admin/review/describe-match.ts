import type { ComparedMatchType, PossibleMatchType, ReviewedMerchantType } from '../../../merchant/index.js';
import { detailLines, tableLines } from '../../table.js';

/** The most values of one kind that are printed of a side. The rest is in the JSON. */
const VALUES_MAX = 8;
/** Characters of a cell: two of them and a label fit a terminal of 100. */
const CELL_MAX = 40;

/** Possible matches as a table. */
export function listLines(matches: readonly PossibleMatchType[]): readonly string[] {
  return tableLines(
    ['possible match', 'since', 'tier', 'score', 'reason', 'left', 'right'],
    matches.map(({ id, since, tier, score, reason, left, right }) => [
      id,
      since.toISOString().slice(0, 10),
      tier,
      score === null ? '' : score.toFixed(1),
      reason,
      sideName(left),
      sideName(right),
    ]),
  );
}

function sideName({ name, merchantId, reportCount }: PossibleMatchType['left']): string {
  return `${cut(name ?? merchantId)} (${reportCount})`;
}

/** One possible match side by side, with the evidence below. */
export function matchLines(match: ComparedMatchType): readonly string[] {
  const { left, right, evidence } = match;
  const rows = (label: string, of: (side: ReviewedMerchantType) => readonly string[]): string[][] => {
    const [leftCells, rightCells] = [shortened(of(left)), shortened(of(right))];
    const count = Math.max(leftCells.length, rightCells.length);
    return Array.from({ length: count }, (_, row) => [
      row === 0 ? label : '',
      leftCells[row] ?? '',
      rightCells[row] ?? '',
    ]);
  };
  return [
    ...detailLines([
      ['possible match', match.id],
      ['since', match.since.toISOString()],
      ['tier', `${match.tier}${match.score === null ? '' : `, score ${match.score.toFixed(2)}`}`],
      ['apart because', match.reason],
      ['model', match.modelVersion],
      ['still asked', match.stands ? 'yes' : 'no: what is known of the two has changed'],
    ]),
    '',
    ...tableLines(
      ['', 'left', 'right'],
      [
        ['merchant', left.id, right.id],
        ['reports', String(left.reportCount), String(right.reportCount)],
        ...rows('', ({ reports }) =>
          reports.map(({ receivedAt, reason, basis }) =>
            [receivedAt.toISOString().slice(0, 10), reason, basis].join(' '),
          ),
        ),
        ...rows('names', ({ names }) => names.map(({ display }) => display)),
        ...rows('addresses', ({ addresses }) => addresses.map(({ display }) => display)),
        ...rows('identifiers', ({ identifiers }) =>
          identifiers.map(({ type, display }) => `${type} ${display}`),
        ),
      ],
    ),
    '',
    ...evidence.bars.map(({ bits, explanation }) => `${signed(bits)}  ${explanation}`),
    ...evidence.agreeing.map(({ field, left: values }) => `agrees:  ${field} ${values.join(', ')}`),
    ...evidence.differing.map(
      ({ field, left: ours, right: theirs, exclusive }) =>
        `differs: ${field} ${ours.join(', ')} / ${theirs.join(', ')}${exclusive ? ' (a merchant has only one)' : ''}`,
    ),
    ...match.decisions.map(
      ({ id, verdict, reason, undoneAt }) =>
        `decided: ${verdict} by ${id}${undoneAt === null ? '' : ' (undone)'}: ${reason}`,
    ),
  ];
}

function shortened(values: readonly string[]): string[] {
  const shown = values.slice(0, VALUES_MAX).map(cut);
  return values.length > VALUES_MAX ? [...shown, `and ${values.length - VALUES_MAX} more`] : shown;
}

function cut(text: string): string {
  return text.length > CELL_MAX ? `${text.slice(0, CELL_MAX - 1)}…` : text;
}

function signed(bits: number): string {
  return `${bits < 0 ? '' : '+'}${bits.toFixed(2)}`.padStart(7);
}
