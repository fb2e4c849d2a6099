import type { IndicatorId } from '../../common/id.js';
import type { SourceBand } from '../../indicator/index.js';

/** What a member thinks of an indicator (product.md, "opinion"). */
export const OPINION_KINDS = ['CONFIRMED', 'SEEN_TOO', 'OUTDATED', 'FALSE_POSITIVE'] as const;

export type OpinionKind = (typeof OPINION_KINDS)[number];

/** Characters of the note on an opinion. */
export const OPINION_NOTE_LENGTH_MAX = 1_000;

/** A member's present opinion of an indicator. Its note is shown to the member alone: it might tell who wrote it. */
export interface Opinion {
  readonly indicatorId: IndicatorId;
  readonly kind: OpinionKind;
  readonly note: string | null;
  readonly givenAt: Date;
}

/** How many unrelated members are of each opinion, besides any one of them, as far as it may be told. */
export type OpinionBands = Readonly<Record<OpinionKind, SourceBand>>;

/** What is told of an indicator while nobody has said anything of it, and as long as few have. */
export const NO_OPINIONS: OpinionBands = {
  CONFIRMED: 'UNDER_THREE',
  SEEN_TOO: 'UNDER_THREE',
  OUTDATED: 'UNDER_THREE',
  FALSE_POSITIVE: 'UNDER_THREE',
};
