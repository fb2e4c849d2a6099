import type { Refusal } from '../common/refusal.js';
import { MATCHING_MODEL } from './model/model.js';

/** Changed whenever a decision could come out otherwise by the rules: decide-tier.ts, and what clusters are made by. */
const RULES_VERSION = 'rules-2';

/** Names the rules and the learnt weights that a stored decision was made by. */
export const MODEL_VERSION = `${RULES_VERSION} ${MATCHING_MODEL.version}`;

/** The least and the most that `sharedLimit` may be set to. */
export const SHARED_LIMIT_MIN = 1;
export const SHARED_LIMIT_MAX = 50;

/** What the coalition may set about matching. */
export interface MatchingSettings {
  /**
   * A value held by more merchants than this, which nothing else links, is shared: it stops merging. SHARED_LIMIT_MIN
   * to SHARED_LIMIT_MAX. Up to the limit it counts in full, for sellers change name, host and merchant number and keep
   * the account (identifiers.md, "Shared").
   */
  readonly sharedLimit: number;
  /** Hashes of keys that analysts keep on a list of shared values (facilitators' accounts, mail drops): shared at once. */
  readonly knownShared: ReadonlySet<string>;
}

export const DEFAULT_MATCHING_SETTINGS: MatchingSettings = { sharedLimit: 3, knownShared: new Set() };

/** The settings' faults, each with its field, or none. */
export function checkMatchingSettings(settings: MatchingSettings): readonly Refusal<'OUT_OF_RANGE'>[] {
  const { sharedLimit } = settings;
  if (Number.isInteger(sharedLimit) && sharedLimit >= SHARED_LIMIT_MIN && sharedLimit <= SHARED_LIMIT_MAX)
    return [];
  const message = `Give a whole number from ${SHARED_LIMIT_MIN} to ${SHARED_LIMIT_MAX}.`;
  return [{ code: 'OUT_OF_RANGE', field: ['sharedLimit'], message }];
}
