import type { MerchantId } from '../common/id.js';
import {
  CONFIDENCES,
  type Confidence,
  byGravity,
  unifyViews,
  type ViewIndicator,
  type VisibleView,
} from '../indicator/index.js';
import type { ReportReason } from '../report/index.js';

/** A listed merchant as the asker sees it, through however many handling scopes. */
export interface SeenMerchant {
  readonly merchantId: MerchantId;
  readonly indicators: readonly ViewIndicator[];
  readonly countries: readonly string[];
  readonly reasons: readonly ReportReason[];
  readonly confidence: Confidence;
  /**
   * Independent members of the scope that has most of them: those of two scopes may be the same ones, so they are not
   * added up.
   */
  readonly sourceCount: number;
  /** The listing is challenged in a scope that the asker sees. */
  readonly disputed: boolean;
}

/** Puts together what a look-up found: the views of one merchant in several scopes are one merchant to the asker. */
export function merchantsSeen(views: readonly VisibleView[]): readonly SeenMerchant[] {
  const leaderOf = unifyViews(views);
  const byLeader = Map.groupBy(views, ({ merchantViewId }) => leaderOf.get(merchantViewId) ?? merchantViewId);
  return [...byLeader].map(([merchantId, own]) => ({
    merchantId,
    indicators: own.flatMap(({ indicators }) => indicators),
    countries: [...new Set(own.flatMap(({ countries }) => countries))],
    reasons: byGravity(own.map(({ reason }) => reason)),
    confidence:
      CONFIDENCES[Math.max(...own.map(({ confidence }) => CONFIDENCES.indexOf(confidence)))] ?? 'LOW',
    sourceCount: Math.max(...own.map(({ sourceCount }) => sourceCount)),
    disputed: own.some(({ disputed }) => disputed),
  }));
}

/** Finds merchants by the hash of a key that they hold, and markers by the hash that they name. */
export class SeenMerchants {
  readonly #byHash = new Map<string, Set<SeenMerchant>>();

  constructor(
    views: readonly VisibleView[],
    private readonly markers: ReadonlyMap<string, Date> = new Map(),
  ) {
    for (const merchant of merchantsSeen(views)) {
      for (const { keys } of merchant.indicators) {
        for (const { hash } of keys) {
          const holders = this.#byHash.get(hash);
          if (holders === undefined) this.#byHash.set(hash, new Set([merchant]));
          else holders.add(merchant);
        }
      }
    }
  }

  /** Until when a key marks a misused identity; undefined where it marks none. */
  markedUntil(hash: string): Date | undefined {
    return this.markers.get(hash);
  }

  /** The merchants that hold any of the keys, each once. */
  holding(hashes: Iterable<string>): readonly SeenMerchant[] {
    const found = new Set<SeenMerchant>();
    for (const hash of hashes) for (const merchant of this.#byHash.get(hash) ?? []) found.add(merchant);
    return [...found];
  }
}
