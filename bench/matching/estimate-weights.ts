import type { MatchingModel } from '../../src/matching/model/matching-model.js';
import { gatherFindings } from '../../src/matching/score/gather-findings.js';
import { hashOf } from './hash.js';
import type { PreparedSet } from './prepare-set.js';
import { FIELD_PLANS } from './prior-weights.js';
import type { FoundPair } from './training-pairs.js';

/** Pairs of records drawn from each set for u: nearly all of them are different. */
const RANDOM_PAIRS = 20_000;
const EM_ROUNDS = 25;
/** What the prior weight counts beside the estimate, in shares of a field's pairs summed over the sets. */
const PRIOR_SHARE = 3;
/** What a level may weigh at the most by this estimate, in bits. */
const BITS_MAX = 12;
/** A pair is the same before anything is known of it, among the candidates. */
const SHARE_START = 0.1;

type Counts = Map<string, number>;

/** Whether a field is estimated: one whose levels exclude each other. Amounts keep their prior weight for each bit. */
function isEstimated(field: string): boolean {
  return Object.keys(FIELD_PLANS[field]?.levels ?? {}).length > 1 && !field.endsWith('_RARITY');
}

/**
 * The Fellegi-Sunter weights, log2(m / u), of each level: u from random pairs of records, m by expectation maximisation
 * on the candidate pairs, without their labels. Sets count evenly. Levels that are seldom seen stay near the prior.
 *
 * Source: Winkler 1988 for m by EM; sampling for u as in Splink's documentation of its training.
 */
export function estimateWeights(
  sets: readonly PreparedSet[],
  found: readonly (readonly FoundPair[])[],
  prior: MatchingModel,
): MatchingModel['fields'] {
  const u: Counts = new Map();
  const m: Counts = new Map();
  for (const [place, set] of sets.entries()) {
    if (set.set.kind === 'NAMES') continue;
    const own = countRandom(set, prior);
    addShares(u, own);
    addShares(m, expectationMaximisation(found[place] ?? [], own));
  }
  return Object.fromEntries(
    Object.entries(prior.fields).map(([field, levels]) => [
      field,
      Object.fromEntries(
        Object.entries(levels).map(([level, weight]) => {
          const [same, other] = [m.get(`${field} ${level}`) ?? 0, u.get(`${field} ${level}`) ?? 0];
          if (!isEstimated(field) || same + other === 0) return [level, weight];
          const bits = Math.log2((same + 0.001) / (other + 0.001));
          const bounded = Math.min(BITS_MAX, Math.max(-BITS_MAX, bits));
          const trust = (same + other) / (same + other + PRIOR_SHARE);
          return [level, { ...weight, bits: trust * bounded + (1 - trust) * weight.bits }];
        }),
      ),
    ]),
  );
}

/** How often random pairs of records have each level, by field the share of those that have the field. */
function countRandom({ records, rarity }: PreparedSet, model: MatchingModel): Counts {
  const counts: Counts = new Map();
  for (let draw = 0; draw < RANDOM_PAIRS; draw += 1) {
    const a = records[hashOf(`a ${draw}`) % records.length];
    const b = records[hashOf(`b ${draw}`) % records.length];
    if (a === undefined || b === undefined || a === b) continue;
    for (const { field, level } of gatherFindings(a.profile, b.profile, rarity, model))
      add(counts, field, level, 1);
  }
  return counts;
}

function add(counts: Counts, field: string, level: string, count: number): void {
  const name = `${field} ${level}`;
  counts.set(name, (counts.get(name) ?? 0) + count);
}

/** Adds the shares of the levels within their fields. */
function addShares(into: Counts, counts: Counts): void {
  const totals = totalsOf(counts);
  for (const [name, count] of counts) {
    const field = name.split(' ')[0] ?? '';
    into.set(name, (into.get(name) ?? 0) + count / (totals.get(field) ?? 1));
  }
}

function totalsOf(counts: Counts): Counts {
  const totals: Counts = new Map();
  for (const [name, count] of counts) {
    const field = name.split(' ')[0] ?? '';
    totals.set(field, (totals.get(field) ?? 0) + count);
  }
  return totals;
}

/** Expected counts of the levels among the pairs that are the same. The fields are taken to be independent. */
function expectationMaximisation(pairs: readonly FoundPair[], random: Counts): Counts {
  let same: Counts = new Map();
  let share = SHARE_START;
  for (const { findings } of pairs)
    for (const { field, level } of findings)
      add(same, field, level, level === 'SAME' || level === 'EXACT' || level === 'SAME_WORDS' ? 1 : 0.1);
  const randomTotals = totalsOf(random);
  for (let round = 0; round < EM_ROUNDS; round += 1) {
    const totals = totalsOf(same);
    const next: Counts = new Map();
    let [expected, all] = [0, 0];
    for (const { findings, count } of pairs) {
      let bits = Math.log2(share / (1 - share));
      for (const { field, level } of findings) {
        if (!isEstimated(field)) continue;
        const m = ((same.get(`${field} ${level}`) ?? 0) + 0.01) / ((totals.get(field) ?? 0) + 0.1);
        const u = ((random.get(`${field} ${level}`) ?? 0) + 0.5) / ((randomTotals.get(field) ?? 0) + 5);
        bits += Math.log2(m / u);
      }
      const probability = 1 / (1 + 2 ** -bits);
      expected += probability * count;
      all += count;
      for (const { field, level } of findings) add(next, field, level, probability * count);
    }
    same = next;
    share = Math.min(0.99, Math.max(0.001, expected / Math.max(1, all)));
  }
  return same;
}
