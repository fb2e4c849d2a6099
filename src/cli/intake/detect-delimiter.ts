import { parse } from 'csv-parse/sync';
import { columnNamed } from './columns.js';

export const DELIMITERS = [',', ';', '\t', '|'] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/**
 * The delimiter under which the first line makes the most columns that we know by name; where none is known, the most
 * columns. `start` is the beginning of the text.
 */
export function detectDelimiter(
  start: string,
  isKnown = (header: string) => columnNamed(header) !== undefined,
): Delimiter {
  let best: { delimiter: Delimiter; known: number; columns: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const headers = firstRecord(start, delimiter);
    const score = { delimiter, known: headers.filter(isKnown).length, columns: headers.length };
    if (
      best === undefined ||
      score.known > best.known ||
      (score.known === best.known && score.columns > best.columns)
    )
      best = score;
  }
  return best?.delimiter ?? ',';
}

function firstRecord(start: string, delimiter: Delimiter): readonly string[] {
  try {
    const records = parse(start, {
      bom: true,
      delimiter,
      to: 1,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    return records[0] ?? [];
  } catch {
    // A quote that this delimiter leaves open: not the one.
    return [];
  }
}
