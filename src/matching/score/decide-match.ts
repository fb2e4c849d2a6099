import { MATCHING_MODEL } from '../model/model.js';
import type { MatchingModel } from '../model/matching-model.js';
import type { PairScore } from './score-pair.js';
import type { Bar } from './weigh-findings.js';

/** MATCH: one merchant, without a person. POSSIBLE: for a person to decide. SEPARATE: nothing to decide. */
export type MatchVerdict = 'MATCH' | 'POSSIBLE' | 'SEPARATE';

/** The row of MATCH_RULES that decided. */
export type MatchRule = (typeof MATCH_RULES)[number]['rule'];

export interface MatchDecision {
  readonly verdict: MatchVerdict;
  readonly rule: MatchRule;
}

/** What the rules look at. */
interface Weighed {
  readonly bits: number;
  /** A number of which a merchant has one only differs. */
  readonly vetoed: boolean;
  /** A unique value agrees, or a strong one that few hold. */
  readonly strong: boolean;
  /** Independent facts that agree and do not decide alone: an exact address, a person with birth. */
  readonly mediumFacts: number;
  /** The names agree but for spelling, form and general words; no name on one side is not enough. */
  readonly nameNear: boolean;
  /** The names, where both have one, contradict each other, or name different parts or numbers of a business. */
  readonly nameFar: boolean;
  /** Both have an address and it is another. */
  readonly placeFar: boolean;
  /** A unique value agrees. */
  readonly unique: boolean;
}

interface MatchRow {
  readonly rule: string;
  readonly when: (weighed: Weighed, model: MatchingModel) => boolean;
  readonly verdict: MatchVerdict;
}

/**
 * What makes a match without a person, a possible match, and none. The first row that applies decides; the last always
 * does. Above `matchBits` alone is not enough: a score of many weak agreements is for a person (issue: "Decision").
 */
export const MATCH_RULES = [
  { rule: 'BELOW_REVIEW', when: ({ bits }, { reviewBits }) => bits < reviewBits, verdict: 'SEPARATE' },
  { rule: 'VETO', when: ({ vetoed }) => vetoed, verdict: 'POSSIBLE' },
  { rule: 'BELOW_MATCH', when: ({ bits }, { matchBits }) => bits < matchBits, verdict: 'POSSIBLE' },
  { rule: 'UNIQUE_VALUE', when: ({ unique }) => unique, verdict: 'MATCH' },
  { rule: 'NAMES_DIFFER', when: ({ nameFar }) => nameFar, verdict: 'POSSIBLE' },
  // One brand has one telephone and one site at all of its places: whether they are one merchant is for a person.
  { rule: 'PLACES_DIFFER', when: ({ placeFar }) => placeFar, verdict: 'POSSIBLE' },
  { rule: 'STRONG_VALUE', when: ({ strong }) => strong, verdict: 'MATCH' },
  {
    rule: 'TWO_MEDIUM_FACTS',
    when: ({ mediumFacts, nameNear }) => nameNear && mediumFacts >= 2,
    verdict: 'MATCH',
  },
  { rule: 'NOTHING_STRONG', when: () => true, verdict: 'POSSIBLE' },
] as const satisfies readonly MatchRow[];

/** A strong value counts as one only while its bar weighs so much: one that many hold weighs less. */
const STRONG_BAR_BITS_MIN = 4;

const STRONG_LEVELS: Readonly<Record<string, readonly string[]>> = {
  PHONE: ['SAME', 'LOCAL'],
  HOST: ['SAME'],
  EMAIL: ['SAME'],
};
/** Names that may be written in two ways: the same merchant, or one with a general word more. */
const NAME_NEAR: ReadonlySet<string> = new Set(['EXACT', 'SAME_WORDS', 'RARE_WORDS', 'SOFT']);
const PLACE_FAR: ReadonlySet<string> = new Set(['HOUSE_NEAR', 'STREET_PART', 'HOUSE_OTHER', 'OTHER']);
const PERSON_NEAR: ReadonlySet<string> = new Set(['EXACT', 'SAME_WORDS', 'VARIANT', 'SOFT']);

/**
 * Decides what a score means. Pure; symmetric because the score is.
 *
 * Source: issue 3, "Decision"; product.md, rules 1 and 7.
 */
export function decideMatch(score: PairScore, model: MatchingModel = MATCHING_MODEL): MatchDecision {
  const weighed = weigh(score);
  const row = MATCH_RULES.find(({ when }) => when(weighed, model)) ?? MATCH_RULES[MATCH_RULES.length - 1];
  return { verdict: row?.verdict ?? 'POSSIBLE', rule: row?.rule ?? 'NOTHING_STRONG' };
}

function weigh({ bits, bars }: PairScore): Weighed {
  const levels = new Map(bars.map((bar) => [bar.field, bar]));
  const name = levels.get('NAME');
  const person = levels.get('PERSON');
  const personDated =
    person !== undefined && PERSON_NEAR.has(person.level) && levels.get('BIRTH')?.level === 'SAME';
  const numbersDiffer = levels.has('NAME_NUMBERS');
  const nameNear =
    name === undefined ? person !== undefined && PERSON_NEAR.has(person.level) : NAME_NEAR.has(name.level);
  return {
    bits,
    vetoed: bars.some(({ level }) => level === 'EXCLUSIVE_OTHER'),
    strong: bars.some(isStrong),
    mediumFacts: Number(levels.get('STREET')?.level === 'SAME') + Number(personDated) + countWeak(bars),
    nameNear,
    nameFar: (name !== undefined && !nameNear) || numbersDiffer || levels.has('NAME_UNIT'),
    placeFar: PLACE_FAR.has(levels.get('STREET')?.level ?? '') || levels.get('UNIT')?.level === 'OTHER',
    unique: bars.some(({ level }) => level === 'UNIQUE'),
  };
}

function isStrong({ field, level, bitsAlone }: Bar): boolean {
  if (level === 'UNIQUE') return true;
  if (bitsAlone < STRONG_BAR_BITS_MIN) return false;
  return level === 'STRONG' || STRONG_LEVELS[field]?.includes(level) === true;
}

/** Numbers that agree without what they are unique within. */
function countWeak(bars: readonly Bar[]): number {
  return bars.filter(
    ({ field, level, bitsAlone }) => level === 'PART' && field !== 'HOST' && bitsAlone >= STRONG_BAR_BITS_MIN,
  ).length;
}
