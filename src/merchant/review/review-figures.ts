import type { Tier } from '../../matching/index.js';

/** What analysts made of the engine's work: decisions that stand, counted. */
export interface ReviewFigures {
  readonly models: readonly ModelFigures[];
  /** Merchants that analysts made one although the engine had put nothing before anybody. */
  readonly unasked: number;
  readonly reviewers: ReviewerFigures;
}

/** Of one version of the model, the oldest decided first. */
export interface ModelFigures {
  readonly modelVersion: string;
  /** Possible matches that were decided, the best tier first. */
  readonly tiers: readonly TierFigures[];
  /** Decisions that parted what the engine had joined by itself. */
  readonly overturned: number;
}

export interface TierFigures {
  readonly tier: Tier;
  readonly same: number;
  readonly different: number;
  readonly unsure: number;
}

/** Pairs of reports that two or more analysts judged; who took a judgement back has not judged, and UNSURE is no judgement. */
export interface ReviewerFigures {
  readonly pairs: number;
  /** Of those, how many all judged alike. */
  readonly agreed: number;
}
