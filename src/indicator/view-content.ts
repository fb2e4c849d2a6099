import type { IndicatorId, MerchantId } from '../common/id.js';
import type { IdentifierType } from '../identifier/index.js';
import type { IndicatorKey } from '../matching/index.js';
import type { ReportReason } from '../report/index.js';
import type { Confidence } from './confidence.js';
import type { KeyedIndicator } from './indicator.js';

/** What a screening compares of one indicator. */
export interface ViewIndicator {
  readonly id: IndicatorId;
  readonly type: IdentifierType;
  readonly exclusiveWithin: string | null;
  readonly keys: readonly IndicatorKey[];
  /** What is compared by degree: of names, places, persons and contacts (compared-value.ts). */
  readonly value?: string;
  readonly parts?: Readonly<Record<string, string>>;
}

/** All that screening needs of a merchant as it is seen within one handling scope, in one document. */
export interface ViewContent {
  readonly reason: ReportReason;
  readonly confidence: Confidence;
  readonly sourceCount: number;
  /** Its listing is challenged. Left out where it is not: most are not, and views from before do not say. */
  readonly disputed?: true;
  /** ISO 8601. */
  readonly validFrom: string;
  readonly countries: readonly string[];
  readonly indicators: readonly ViewIndicator[];
}

/** A listed merchant as a reader sees it through one handling scope. */
export interface VisibleView extends ViewContent {
  /** The resolved merchant; never shown. */
  readonly merchantId: MerchantId;
  readonly merchantViewId: MerchantId;
}

/**
 * Writes the active indicators of one view, 1 or more, as one document. `isShared` tells of a key's hash whether
 * unrelated merchants hold it: an indicator may have one such key and another that is its own.
 */
export function viewContent(
  active: readonly [KeyedIndicator, ...KeyedIndicator[]],
  isShared: (hash: string) => boolean,
): ViewContent {
  const { reason, confidence, sourceCount, validFrom, status } = active[0].indicator;
  return {
    reason,
    confidence,
    sourceCount,
    ...(status === 'DISPUTED' && { disputed: true }),
    validFrom: validFrom.toISOString(),
    countries: [...new Set(active.flatMap(({ indicator }) => indicator.country ?? []))].sort(),
    indicators: active.map(({ indicator: { id, type, exclusiveWithin }, keys, compared }) => ({
      id,
      type,
      exclusiveWithin,
      keys: keys.map(({ kind, strength, hash }) => ({ kind, strength, hash, shared: isShared(hash) })),
      ...compared,
    })),
  };
}
