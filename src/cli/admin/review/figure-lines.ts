import type { ReviewFigures } from '../../../merchant/index.js';
import { detailLines, tableLines } from '../../table.js';

/** The figures of review for a person. */
export function figureLines({ models, unasked, reviewers }: ReviewFigures): readonly string[] {
  const rows = models.flatMap(({ modelVersion, tiers, overturned }) => [
    ...tiers.map(({ tier, same, different, unsure }) => [modelVersion, tier, same, different, unsure, '']),
    [modelVersion, 'joined by itself', '', '', '', overturned],
  ]);
  return [
    ...tableLines(
      ['model', 'tier', 'same', 'different', 'unsure', 'overturned'],
      rows.map((row) => row.map(String)),
    ),
    '',
    ...detailLines([
      ['made one without having been asked', String(unasked)],
      ['pairs judged by two or more', String(reviewers.pairs)],
      ['of those judged alike', String(reviewers.agreed)],
    ]),
  ];
}
