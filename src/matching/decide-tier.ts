import { assert } from '../common/assert.js';
import type { Tier } from './evidence.js';
import type { Evidence } from './gather-evidence.js';
import { MEDIUM_PAIR } from './medium-pairs.js';

/** What the decision table looks at: the evidence, counted by fact so that what repeats itself counts once. */
interface Weighed {
  /** A unique value agrees. */
  readonly unique: boolean;
  /** A whole host agrees. */
  readonly host: boolean;
  /** How many facts have a strong value that agrees, wholly or in part. */
  readonly strongFacts: number;
  /** Of those, how many agree wholly. */
  readonly wholeFacts: number;
  /** Two independent medium facts agree. */
  readonly mediumPair: boolean;
  /** How many facts have a weak, shared or fuzzy value that agrees. */
  readonly weakFacts: number;
  /** Something that both state differs (Evidence, differing), the name aside. */
  readonly differs: boolean;
  readonly nameNear: boolean;
  /** Both have names and none is near. Sellers change their names, so it counts against a part of a value only. */
  readonly nameDiffers: boolean;
  /** Exclusive identifiers differ. */
  readonly conflicts: boolean;
  readonly countryDiffers: boolean;
}

interface DecisionRow {
  readonly rule: string;
  readonly when: (weighed: Weighed) => boolean;
  readonly tier: Tier;
  /** Whether resolution links on it. Where it does not, a tier above NONE is a possible match for a person. */
  readonly links: boolean;
}

/**
 * Which evidence makes which tier, and whether resolution links on it. The first row that applies decides; the last
 * always does. Resolution and screening both read it, so they cannot disagree.
 *
 * Source: identifiers.md, "Strength" and "Shared"; product.md, rules 1 and 7. That one strong value does not link where
 * a compared fact differs is our reading of "nearly unique": it keeps branches with one mailbox apart. So is that a
 * registrable domain does not link differing names: it keeps the customers of a small platform apart.
 */
export const DECISION_TABLE = [
  {
    rule: 'NUMBER_CONFLICT',
    when: (seen) => seen.conflicts && (seen.unique || seen.strongFacts > 0),
    tier: 'POSSIBLE',
    links: false,
  },
  { rule: 'UNIQUE_VALUE', when: (seen) => seen.unique, tier: 'STRONG', links: true },
  // One web site is one merchant's, whatever telephone and mailbox stand on it.
  { rule: 'SAME_HOST', when: (seen) => seen.host, tier: 'STRONG', links: true },
  { rule: 'TWO_STRONG_VALUES', when: (seen) => seen.strongFacts >= 2, tier: 'STRONG', links: true },
  {
    rule: 'STRONG_VALUE_ELSE_DIFFERENT',
    when: (seen) => seen.wholeFacts === 1 && seen.differs,
    tier: 'PROBABLE',
    links: false,
  },
  { rule: 'STRONG_VALUE', when: (seen) => seen.wholeFacts === 1, tier: 'STRONG', links: true },
  {
    rule: 'PART_OF_STRONG_VALUE_ELSE_DIFFERENT',
    when: (seen) => seen.strongFacts === 1 && (seen.differs || seen.nameDiffers),
    tier: 'POSSIBLE',
    links: false,
  },
  { rule: 'PART_OF_STRONG_VALUE', when: (seen) => seen.strongFacts === 1, tier: 'PROBABLE', links: true },
  {
    rule: 'TWO_MEDIUM_FACTS_ELSE_DIFFERENT',
    when: (seen) =>
      seen.mediumPair && seen.nameNear && (seen.differs || seen.conflicts || seen.countryDiffers),
    tier: 'PROBABLE',
    links: false,
  },
  {
    rule: 'TWO_MEDIUM_FACTS',
    when: (seen) => seen.mediumPair && seen.nameNear,
    tier: 'STRONG',
    links: true,
  },
  {
    rule: 'WEAK_VALUES_ELSE_DIFFERENT',
    when: (seen) => seen.weakFacts > 0 && (seen.conflicts || seen.countryDiffers),
    tier: 'POSSIBLE',
    links: false,
  },
  { rule: 'TWO_WEAK_VALUES', when: (seen) => seen.weakFacts >= 2, tier: 'PROBABLE', links: false },
  { rule: 'WEAK_VALUE', when: (seen) => seen.weakFacts === 1, tier: 'POSSIBLE', links: false },
  { rule: 'NOTHING_IN_COMMON', when: () => true, tier: 'NONE', links: false },
] as const satisfies readonly DecisionRow[];

/** The row of DECISION_TABLE that decided. */
export type DecisionRule = (typeof DECISION_TABLE)[number]['rule'];

export interface Decision {
  readonly rule: DecisionRule;
  readonly tier: Tier;
  readonly links: boolean;
}

/** Decides how well two sides agree. Pure and symmetric: it depends on the evidence as a set. */
export function decideTier(evidence: Evidence): Decision {
  const weighed = weigh(evidence);
  const row = DECISION_TABLE.find(({ when }) => when(weighed));
  assert(row !== undefined, 'the last row of the decision table always applies');
  return { rule: row.rule, tier: row.tier, links: row.links };
}

function weigh({ agreements, differing, nameNear, conflicts, countryDiffers }: Evidence): Weighed {
  const strong = new Set<string>();
  const whole = new Set<string>();
  const weak = new Set<string>();
  let unique = false;
  let host = false;
  let mediumPair = false;
  for (const { key, fact, extent, shared } of agreements) {
    if (key.strength === 'CONTEXT') continue;
    if (key.kind === MEDIUM_PAIR) {
      mediumPair ||= !shared;
    } else if (shared || key.strength === 'WEAK' || key.strength === 'FUZZY') {
      weak.add(fact);
    } else if (key.strength === 'UNIQUE') {
      unique = true;
    } else {
      strong.add(fact);
      if (extent === 'FULL') whole.add(fact);
      host ||= key.kind === 'DOMAIN_HOST';
    }
  }
  return {
    unique,
    host,
    strongFacts: strong.size,
    wholeFacts: whole.size,
    mediumPair,
    weakFacts: weak.size,
    differs: differing.some((fact) => fact !== 'NAME'),
    nameNear,
    nameDiffers: differing.includes('NAME'),
    conflicts: conflicts.length > 0,
    countryDiffers,
  };
}
