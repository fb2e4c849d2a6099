/** Where an indicator stands (product.md, Life cycles, Indicator). */
export const INDICATOR_STATUSES = ['ACTIVE', 'DISPUTED', 'EXPIRED', 'REVOKED', 'SUPERSEDED'] as const;

export type IndicatorStatus = (typeof INDICATOR_STATUSES)[number];

/** What happens to an indicator. The verb of disputes comes with them. */
export type IndicatorVerb = 'UPDATE' | 'EXPIRE' | 'REVOKE' | 'SUPERSEDE' | 'RELIST';

/**
 * The steps that exist so far. EXPIRE: its life is over. REVOKE: no accepted report says it any more. SUPERSEDE: the
 * merchant goes by another handle now, and the same identifier is listed under that one. RELIST: its ground came back (a
 * merge undone, a correction withdrawn, a new independent report), as a new version with the old id.
 */
export const INDICATOR_TRANSITIONS: Readonly<
  Record<IndicatorStatus, Readonly<Partial<Record<IndicatorVerb, IndicatorStatus>>>>
> = {
  ACTIVE: { UPDATE: 'ACTIVE', EXPIRE: 'EXPIRED', REVOKE: 'REVOKED', SUPERSEDE: 'SUPERSEDED' },
  DISPUTED: {},
  EXPIRED: { RELIST: 'ACTIVE' },
  REVOKED: { RELIST: 'ACTIVE' },
  SUPERSEDED: { RELIST: 'ACTIVE' },
};

/** The status after `verb`, or undefined when the life cycle does not have the step. */
export function indicatorStatusAfter(
  status: IndicatorStatus,
  verb: IndicatorVerb,
): IndicatorStatus | undefined {
  return INDICATOR_TRANSITIONS[status][verb];
}
