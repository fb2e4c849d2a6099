import type { MerchantId } from '../../common/id.js';
import type { NamedStatement } from '../../database/index.js';
import type { ViewContent } from '../../indicator/index.js';

/** A value of those asked for that belongs to a firm whose identity was misused. */
export interface MarkerRow {
  readonly merchantId: null;
  readonly merchantViewId: null;
  readonly content: { readonly hash: string; readonly validUntil: string };
}

/** A listed merchant as the asker sees it through one handling scope. */
export interface LookupRow {
  readonly merchantId: MerchantId;
  readonly merchantViewId: MerchantId;
  readonly content: ViewContent;
}

/**
 * Enters as the actor and looks keys up, in one round trip: all visible views of the merchants that hold one of the keys
 * in a visible view; and the keys that a visible marker names. $1 member, $2 principal, $3 epoch, $4 request, $5 whether the actor is a coalition analyst, $6 now,
 * $7 the keys' hashes, $8 the most merchants for one key. Fails with CD401 when the actor is not active.
 *
 * Stands on indicator_key_pkey, indicator_pkey, merchant_view_pkey, merchant_view_merchant and identity_marker_pkey (migration 0093).
 */
export const SCREEN_LOOKUP: NamedStatement = {
  name: 'screening.lookup',
  text: `select merchant_id as "merchantId", merchant_view_id as "merchantViewId", content
    from screen_lookup($1, $2, $3, $4, $5, $6, $7, $8)`,
};
