import type { IndicatorId } from '../../common/id.js';

/** A member has given or withdrawn an opinion, or its opinions count no more, or again: what is told of the indicator is counted anew. */
export const OPINION_CHANGED = 'opinion.changed';

export interface OpinionChanged {
  readonly indicatorId: IndicatorId;
}
