import type { IdentifierKey } from '../../identifier/index.js';
import { COMPARED_FACTS, keyMeaning } from '../link-keys.js';
import type { IdentifierFact } from '../profile.js';
import { editDistance } from './edit-distance.js';

/**
 * How two sides agree in one fact. UNIQUE, STRONG, WEAK, CONTEXT: the value is equal, by its key's strength. PART: only a
 * part of it is, such as an account without its bank. NEAR: not equal, but one typing error apart. EXCLUSIVE_OTHER: of
 * this a merchant has one only, and theirs differ. OTHER: both have one and none agrees.
 */
export const FACT_LEVELS = [
  'UNIQUE',
  'STRONG',
  'WEAK',
  'PART',
  'NEAR',
  'CONTEXT',
  'OTHER',
  'EXCLUSIVE_OTHER',
] as const;

export type FactLevel = (typeof FACT_LEVELS)[number];

export interface FactComparison {
  readonly level: FactLevel;
  /** The hash of the key that agrees; undefined where none does. */
  readonly hash?: string;
}

/** Numbers that people copy by hand. An account with a wrong digit fails its check; these have mostly none. */
const TYPED_FACTS: ReadonlySet<string> = new Set([
  'TAX_ID',
  'NATIONAL_ID',
  'PASSPORT',
  'DRIVER_LICENCE',
  'COMPANY_REG_NO',
]);
/** In shorter numbers one digit other is another number. */
const TYPED_LENGTH_MIN = 6;

const STRENGTHS = ['UNIQUE', 'STRONG', 'WEAK', 'FUZZY', 'CONTEXT'] as const;

/**
 * Compares what two sides state of one fact, by the best of any two values. Undefined where nothing follows: an account
 * more says nothing, for a merchant has several.
 *
 * Pure and symmetric.
 */
export function compareFacts(name: string, a: IdentifierFact, b: IdentifierFact): FactComparison | undefined {
  if (exclusivesDiffer(a, b)) return { level: 'EXCLUSIVE_OTHER' };
  const agreed = bestAgreement(a.keys, b.keys);
  if (agreed !== undefined) return { level: levelOf(agreed), hash: agreed.hash };
  if (TYPED_FACTS.has(name) && anyNear(a.values, b.values)) return { level: 'NEAR' };
  return COMPARED_FACTS.has(name) || TYPED_FACTS.has(name) ? { level: 'OTHER' } : undefined;
}

function levelOf(key: IdentifierKey): FactLevel {
  if (key.strength === 'UNIQUE' || key.strength === 'STRONG' || key.strength === 'CONTEXT')
    return key.strength;
  return keyMeaning(key.kind).extent === 'PART' ? 'PART' : 'WEAK';
}

function bestAgreement(
  a: ReadonlyMap<string, IdentifierKey>,
  b: ReadonlyMap<string, IdentifierKey>,
): IdentifierKey | undefined {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let best: IdentifierKey | undefined;
  for (const key of few.values()) {
    if (many.has(key.hash) && (best === undefined || isBetter(key, best))) best = key;
  }
  return best;
}

function isBetter(key: IdentifierKey, other: IdentifierKey): boolean {
  const order = STRENGTHS.indexOf(key.strength) - STRENGTHS.indexOf(other.strength);
  return order < 0 || (order === 0 && key.hash < other.hash);
}

function anyNear(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const one of a) {
    for (const other of b) {
      if (Math.min(one.length, other.length) >= TYPED_LENGTH_MIN && editDistance(one, other, 1) <= 1)
        return true;
    }
  }
  return false;
}

function exclusivesDiffer(a: IdentifierFact, b: IdentifierFact): boolean {
  for (const [within, values] of a.exclusives) {
    const others = b.exclusives.get(within);
    if (others === undefined) continue;
    if (![...values].some((value) => others.has(value))) return true;
  }
  return false;
}
