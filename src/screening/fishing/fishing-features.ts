/**
 * What is kept of how a member asked in one day: counts of merchants, from which nothing that was asked can be told. The
 * order of asking shows what a set of hashes could not, so they are counted while the values are at hand.
 */
export interface FishingFeatures {
  /** Merchants that were looked up. */
  readonly asked: number;
  /** Those of which nothing was found. */
  readonly missed: number;
  /** Those named by one identifier and nothing else, as somebody names them who knows no merchant. */
  readonly bare: number;
  readonly bareMissed: number;
  /** Those with a number that is given to people and firms at large: an account, a phone, a company or tax number. */
  readonly numbered: number;
  /** Those whose such number continues a row of numbers asked about shortly before. */
  readonly numberedInRow: number;
  /** Bare ones named by an id that an acquirer gives to its merchants one after the other. */
  readonly assigned: number;
  readonly assignedInRow: number;
  /** Bare ones named by words: a name, a domain, an e-mail address. */
  readonly worded: number;
  /** Those that look taken from a list of words or made by a pattern. */
  readonly wordedByList: number;
}

export const FEATURE_NAMES = [
  'asked',
  'missed',
  'bare',
  'bareMissed',
  'numbered',
  'numberedInRow',
  'assigned',
  'assignedInRow',
  'worded',
  'wordedByList',
] as const satisfies readonly (keyof FishingFeatures)[];

export const NO_FEATURES: FishingFeatures = {
  asked: 0,
  missed: 0,
  bare: 0,
  bareMissed: 0,
  numbered: 0,
  numberedInRow: 0,
  assigned: 0,
  assignedInRow: 0,
  worded: 0,
  wordedByList: 0,
};

/** Counts of two stretches of time together. */
export function addFeatures(one: FishingFeatures, other: FishingFeatures): FishingFeatures {
  return Object.fromEntries(FEATURE_NAMES.map((name) => [name, one[name] + other[name]])) as Record<
    keyof FishingFeatures,
    number
  >;
}
