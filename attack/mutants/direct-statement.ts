import type { Column } from '../../test/access/matrix/matrix-row.js';
import type { Row } from '../../test/rows/row-probe.js';
import type { Coalition } from './coalition.js';

/** One statement of a repository, asked by itself: its rule has to say what other checks would say before it is sent. */
export interface DirectStatement {
  readonly rule: string;
  /** Who sends it. */
  readonly as: Column;
  /** What is asked for, as a sentence ends that begins with "asks". */
  readonly asks: string;
  /** What of its text tells it from other statements under the rule. */
  readonly including?: string;
  /** What is put at its end, to see which rows it reached. */
  readonly ending?: string;
  /** What there is besides, for as long as it is asked. */
  readonly given?: (coalition: Coalition) => readonly string[];
  readonly values: (coalition: Coalition) => Promise<readonly unknown[]> | readonly unknown[];
  /** What comes, written by hand: so many rows, and of each the columns that are named here. */
  readonly expected: readonly Row[];
}
