import type { MerchantStanding } from '../merchant/index.js';
import type { Listing } from './list-merchant.js';

/** What beside its listing says how a merchant stands. */
export interface MerchantCircumstances {
  readonly held: boolean;
  /** A ruling stands that took a whole report out of its listing. */
  readonly ruledOut: boolean;
  /** The life of something that was listed of it has just come to its end. */
  readonly expired: boolean;
}

/**
 * How a merchant should stand by what is listed of it; undefined: no report that counts speaks of it any more. Where nothing is
 * to be listed, what stands against its return says as what it ended: a ruling first, then the end of its life. Pure.
 */
export function merchantStanding(
  listing: Listing | undefined,
  { held, ruledOut, expired }: MerchantCircumstances,
): MerchantStanding {
  const indicators = listing?.indicators ?? [];
  const isOver = expired || listing?.isOver === true;
  return {
    listed: indicators.length > 0,
    disputed: indicators.some(({ disputed }) => disputed),
    held,
    ending: ruledOut ? 'DELIST' : isOver ? 'EXPIRE' : 'UNLIST',
  };
}
