import type { FishingFeatures } from './fishing-features.js';

/**
 * SEQUENCE: numbers counted up or down. DICTIONARY: names or domains from a list of words or by a pattern. MISSES: merchants
 * that nobody has, far more of them than others ask about.
 */
export type FishingSign = 'SEQUENCE' | 'DICTIONARY' | 'MISSES';

/** What a day shows that honest screening does not. */
export interface FishingFinding {
  readonly sign: FishingSign;
  /** Merchants of the day that show it. */
  readonly count: number;
  /** Their part of those that could have shown it, 0 to 1. */
  readonly share: number;
}

/** What a day is held against. */
export interface FishingPast {
  /** The member's own last weeks, without the days that raised an alarm. */
  readonly own: FishingFeatures;
  /** Days that those counts are of. */
  readonly ownDays: number;
  /** Of all other members together in the same time. */
  readonly others: FishingFeatures;
}

/**
 * From what on a day is no honest one, found with simulated members (test/fishing.spec.ts). A portfolio that is screened
 * sorted by the acquirer's own ids has long rows, though with gaps where merchants left; its accounts, phones and company
 * numbers are in no order. Names in alphabetical order have words in common, but most have several.
 */
export const FISHING_THRESHOLDS = {
  /** Fewer merchants than these are not judged: a clerk may well check twenty numbers of one block. */
  inRowMin: 200,
  wordedMin: 500,
  /** Part of the numbers of people and firms at large that stand in a row. */
  numberedShareMin: 0.75,
  /** The same of ids that an acquirer gives one after the other. A portfolio of which one in ten has left stays below. */
  assignedShareMin: 0.95,
  /** Part of the names and domains that look taken from a list. */
  wordedShareMin: 0.7,
  /** Matches that one would expect among so many bare questions, before their absence says anything ... */
  expectedHitsMin: 40,
  /** ... and the part of them that must be there. */
  hitsShareMin: 1 / 10,
  /** The own past excuses what it has shown as well: nearly as large a share, in so many merchants and days. */
  usualShareLess: 0.2,
  usualCountMin: 1_000,
  usualDaysMin: 3,
  /** The own past says how often the member finds something from so many bare questions on; before, the others' does. */
  ownBareMin: 5_000,
} as const;

/**
 * Says what speaks for fishing in a member's day: for asking to find out what the register holds, and not about merchants
 * that it knows. Each sign by itself; padding the day with honest questions does not hide one, since only those
 * questions count that could have shown it.
 *
 * What the member has always done is no sign: whoever screens by account number alone raises one alarm at most. A new
 * coalition, which has found nothing yet, expects no matches. Pure.
 */
export function assessFishing(day: FishingFeatures, past: FishingPast): readonly FishingFinding[] {
  return [sequence(day, past), dictionary(day, past), misses(day, past)].filter(
    (finding) => finding !== undefined,
  );
}

function sequence(day: FishingFeatures, { own, ownDays }: FishingPast): FishingFinding | undefined {
  const { inRowMin, numberedShareMin, assignedShareMin } = FISHING_THRESHOLDS;
  const numbered = partOf(day.numberedInRow, day.numbered);
  const assigned = partOf(day.assignedInRow, day.assigned);
  const found = [
    { ...numbered, shareMin: numberedShareMin, usual: partOf(own.numberedInRow, own.numbered) },
    { ...assigned, shareMin: assignedShareMin, usual: partOf(own.assignedInRow, own.assigned) },
  ].filter(
    ({ count, share, shareMin, usual }) =>
      count >= inRowMin && share >= shareMin && !isUsual(share, usual, ownDays),
  );
  const [worst] = found.toSorted((one, other) => other.count - one.count);
  return worst && { sign: 'SEQUENCE', count: worst.count, share: worst.share };
}

function dictionary(day: FishingFeatures, { own, ownDays }: FishingPast): FishingFinding | undefined {
  const { wordedMin, wordedShareMin } = FISHING_THRESHOLDS;
  const { count, share } = partOf(day.wordedByList, day.worded);
  if (count < wordedMin || share < wordedShareMin) return undefined;
  if (isUsual(share, partOf(own.wordedByList, own.worded), ownDays)) return undefined;
  return { sign: 'DICTIONARY', count, share };
}

function misses(day: FishingFeatures, { own, others }: FishingPast): FishingFinding | undefined {
  const { expectedHitsMin, hitsShareMin, ownBareMin } = FISHING_THRESHOLDS;
  const hitRate =
    own.bare >= ownBareMin
      ? partOf(own.bare - own.bareMissed, own.bare).share
      : partOf(others.asked - others.missed, others.asked).share;
  const expected = day.bare * hitRate;
  const found = day.bare - day.bareMissed;
  if (expected < expectedHitsMin || found > expected * hitsShareMin) return undefined;
  return { sign: 'MISSES', count: day.bareMissed, share: partOf(day.bareMissed, day.bare).share };
}

interface Part {
  readonly count: number;
  readonly of: number;
  readonly share: number;
}

function partOf(count: number, of: number): Part {
  return { count, of, share: of === 0 ? 0 : count / of };
}

function isUsual(share: number, usual: Part, days: number): boolean {
  const { usualShareLess, usualCountMin, usualDaysMin } = FISHING_THRESHOLDS;
  return days >= usualDaysMin && usual.of >= usualCountMin && usual.share >= share - usualShareLess;
}
