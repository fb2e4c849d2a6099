import type { NamedStatement } from '../../database/index.js';
import type { LookupRow } from './screen-lookup.js';

/** A view of a listed merchant that is a candidate, with the places of the askers whose candidate it is. */
export interface RetrievedRow extends LookupRow {
  readonly askers: readonly number[];
}

/**
 * Enters as the actor and finds, for each asker, the merchants whose visible views hold the most telling of its retrieval
 * keys; gives all their visible views. A key tells the more bits, the fewer visible views hold it, and one of more than $9
 * tells nothing. $1 member, $2 principal, $3 epoch, $4 request, $5 whether the actor is a coalition analyst, $6 now, $7 the
 * asker of the key of the same place in $8, the keys' hashes; $10 the most candidates for each. Fails with CD401 when the
 * actor is not active.
 *
 * Stands on view_retrieval_key_pkey, merchant_view_pkey and merchant_view_merchant (migration 0017).
 */
export const SCREEN_RETRIEVE: NamedStatement = {
  name: 'screening.retrieve',
  text: `select askers, merchant_id as "merchantId", merchant_view_id as "merchantViewId", content
    from screen_retrieve($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};
