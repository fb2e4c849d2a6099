import type { Transitions } from '../common/life-cycle.js';

/** Where an indicator stands (product.md, Life cycles, Indicator). */
export const INDICATOR_STATUSES = ['ACTIVE', 'DISPUTED', 'EXPIRED', 'REVOKED', 'SUPERSEDED'] as const;

export type IndicatorStatus = (typeof INDICATOR_STATUSES)[number];

/** What happens to an indicator. */
export const INDICATOR_VERBS = [
  'UPDATE',
  'DISPUTE',
  'SETTLE',
  'EXPIRE',
  'REVOKE',
  'SUPERSEDE',
  'RELIST',
] as const;

export type IndicatorVerb = (typeof INDICATOR_VERBS)[number];

/**
 * The whole life cycle. DISPUTE: its listing is challenged; it stays listed, and says so. SETTLE: no challenge is left.
 * EXPIRE: its life is over. REVOKE: no report that counts says it any more. SUPERSEDE: the merchant goes by another handle
 * now, and the same identifier is listed under that one. RELIST: its ground came back (a merge undone, a correction
 * withdrawn, an appeal, a new independent report), as a new version with the old id.
 *
 * What is listed, or comes back, while it is challenged takes two steps in one version: it is ACTIVE and DISPUTED at once, and
 * readers see it disputed from the first.
 */
export const INDICATOR_TRANSITIONS: Transitions<IndicatorStatus, IndicatorVerb> = {
  ACTIVE: {
    UPDATE: 'ACTIVE',
    DISPUTE: 'DISPUTED',
    EXPIRE: 'EXPIRED',
    REVOKE: 'REVOKED',
    SUPERSEDE: 'SUPERSEDED',
  },
  DISPUTED: {
    UPDATE: 'DISPUTED',
    SETTLE: 'ACTIVE',
    EXPIRE: 'EXPIRED',
    REVOKE: 'REVOKED',
    SUPERSEDE: 'SUPERSEDED',
  },
  EXPIRED: { RELIST: 'ACTIVE' },
  REVOKED: { RELIST: 'ACTIVE' },
  SUPERSEDED: { RELIST: 'ACTIVE' },
};

/** The status after `verb`, or undefined when the life cycle does not have the step: nobody asks for one, so that is a fault. */
export function indicatorStatusAfter(
  status: IndicatorStatus,
  verb: IndicatorVerb,
): IndicatorStatus | undefined {
  return INDICATOR_TRANSITIONS[status][verb];
}

/** Whether it is listed: readers are shown it, and screening finds it. */
export function isListed(status: IndicatorStatus): boolean {
  return status === 'ACTIVE' || status === 'DISPUTED';
}
