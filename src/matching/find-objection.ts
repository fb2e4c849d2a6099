import type { DecisionRule } from './decide-tier.js';
import type { Agreement } from './gather-evidence.js';
import { isLinkKey } from './link-keys.js';
import { MEDIUM_PAIR } from './medium-pairs.js';
import { isOfName } from './score/name-fields.js';
import type { Bar } from './score/weigh-findings.js';

/** What of all that two sides state speaks against linking them, though something strong agrees. The first that applies. */
export const OBJECTIONS = ['SCORE_TOO_LOW', 'NAMES_DIFFER', 'PLACES_DIFFER'] as const;

export type Objection = (typeof OBJECTIONS)[number];

/** An objection that names what contradicts. */
export type Contradiction = Exclude<Objection, 'SCORE_TOO_LOW'>;

/**
 * What a strong value weighs in this decision. By the labelled records a web site or a telephone number says less, for
 * those are listings of shops and their chains have one for all; what the register itself finds shared is known to be so
 * before (judge-shared.ts).
 */
const STRONG_VALUE_BITS = 12;

/** The fields of the score that weigh what a fact's keys say. Of other facts the field has the fact's name. */
const FIELD_OF_FACT: Readonly<Record<string, string>> = { DOMAIN: 'HOST' };

/** Names that contradict each other; one that only has more words, or sounds the same, does not. */
const NAMES_FAR: ReadonlySet<string> = new Set(['PARTIAL', 'NUMBERS', 'CONFLICT', 'DIFFERENT']);
/** Names of which one is less than the other. */
const NAMES_SHORTENED: ReadonlySet<string> = new Set(['CONTAINED', 'ACRONYM']);
const DESCRIPTOR_NEAR: ReadonlySet<string> = new Set(['SAME', 'NEAR']);
const PLACES_FAR: ReadonlySet<string> = new Set(['HOUSE_NEAR', 'STREET_PART', 'HOUSE_OTHER', 'OTHER']);

/**
 * What speaks against linking two sides that `rule` would link and whose bits for it are enough, or undefined. One brand
 * has one telephone and one site at all its places, and a mailbox may serve several sellers: where names or places
 * contradict each other, it is for a person.
 *
 * Pure. Source: issue "However it was written, the same merchant", Decision.
 */
export function findObjection(bars: readonly Bar[], rule: DecisionRule): Contradiction | undefined {
  const levels = new Map(bars.map(({ field, level }) => [field, level]));
  if (!mayBeRenamed(rule, bars) && namesDiffer(levels, rule)) return 'NAMES_DIFFER';
  return placesDiffer(levels) ? 'PLACES_DIFFER' : undefined;
}

/**
 * The score of two sides as it counts for linking them by `rule`, in bits: the strong values that agree by their strength,
 * all else by the model. Below the model's `matchBits` all else outweighs the value.
 */
export function bitsForLink(
  bars: readonly Bar[],
  agreements: readonly Agreement[],
  rule: DecisionRule,
): number {
  const linking = agreements.filter(
    ({ key, shared }) => !shared && isLinkKey(key) && key.kind !== MEDIUM_PAIR,
  );
  const fields = new Set(linking.map(({ fact }) => FIELD_OF_FACT[fact] ?? fact));
  const agreed = sum(bars.filter(({ field }) => fields.has(field)));
  const names = sum(bars.filter(({ field }) => isOfName(field)));
  const rest = sum(bars.filter(({ field }) => !fields.has(field) && !isOfName(field)));
  const counted = mayBeRenamed(rule, bars) ? Math.max(0, names) : names;
  return counted + rest + (fields.size === 0 ? 0 : Math.max(STRONG_VALUE_BITS, agreed));
}

function sum(bars: readonly Bar[]): number {
  return bars.reduce((total, { bits }) => total + bits, 0);
}

/**
 * A web site is one merchant's, and sellers change their names: what they are called does not count against it. Only
 * where both state their street as well, are they listed by their places, and a firm lists its departments and agents.
 */
function mayBeRenamed(rule: DecisionRule, bars: readonly Bar[]): boolean {
  return rule === 'SAME_HOST' && !bars.some(({ field }) => field === 'STREET');
}

type Levels = ReadonlyMap<string, string>;

function namesDiffer(levels: Levels, rule: DecisionRule): boolean {
  const name = levels.get('NAME') ?? '';
  if (NAMES_FAR.has(name) || levels.has('NAME_NUMBERS') || levels.has('NAME_UNIT')) return true;
  // On one site, the shorter name may be the whole firm's and the longer its department's, if no descriptor is near.
  const isPart = rule === 'SAME_HOST' && NAMES_SHORTENED.has(name);
  return isPart && !DESCRIPTOR_NEAR.has(levels.get('DESCRIPTOR') ?? '');
}

function placesDiffer(levels: Levels): boolean {
  return PLACES_FAR.has(levels.get('STREET') ?? '') || levels.get('UNIT') === 'OTHER';
}
