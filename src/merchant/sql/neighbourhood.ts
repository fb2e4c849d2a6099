import type { NamedStatement } from '../../database/index.js';

/**
 * Every description that could stand in one cluster with the given ones: through an equal linking value, an analyst's
 * judgement, or the merchant they stand in now. $1 descriptions, $2 the most rows, $3 values held by more merchants than
 * this are not followed (they are shared beyond doubt and would lead through half the register).
 *
 * A function of the database, which plans it without statistics (migration 0022). Stands on description_key_pkey, description_pkey, description_merchant, judgement_open_key and judgement_b.
 */
export const NEIGHBOURHOOD: NamedStatement = {
  name: 'merchant.neighbourhood',
  text: 'select id from neighbourhood($1, $2, $3)',
};

/**
 * Locks descriptions for one resolver, in the order of their ids, so that two resolvers never wait for each other in a
 * ring. NO KEY: a report that refers to one of them is not held up.
 */
export const LOCK_DESCRIPTIONS: NamedStatement = {
  name: 'merchant.lock-descriptions',
  text: `
    select id, own_merchant_id as "ownMerchantId", merchant_id as "merchantId", received_at as "receivedAt", active, content
    from description where id = any($1::uuid[]) order by id for no key update`,
};
