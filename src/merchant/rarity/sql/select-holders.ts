import type { NamedStatement } from '../../../database/index.js';
import { namesIn } from './names-in-content.js';

const NAMES = namesIn("d.content -> 'identifiers'");

/**
 * The descriptions that hold each key, with their merchants and names: of each key $3 at most. $1 exact keys, $2 retrieval
 * keys. Ids are random, so those that are looked at are a fair sample of a value that more hold. Of an exact key that is
 * known to be shared there is one row that says so, and its holders are not looked at.
 *
 * Stands on shared_key_pkey, description_key_pkey, description_retrieval_key_pkey and description_pkey.
 */
export const SELECT_HOLDERS: NamedStatement = {
  name: 'merchant.select-holders',
  text: `
    select encode(asked.hash, 'hex') as key, true as shared, null::uuid as "merchantId", null::jsonb as names
    from unnest($1::bytea[]) as asked (hash)
    join shared_key s on s.hash = asked.hash
    union all
    select encode(asked.hash, 'hex'), false, d.merchant_id, ${NAMES}
    from unnest($1::bytea[]) as asked (hash)
    cross join lateral (
      select k.description_id from description_key k
      where k.hash = asked.hash and not exists (select from shared_key s where s.hash = asked.hash)
      limit $3
    ) k
    join description d on d.id = k.description_id
    where d.active
    union all
    select asked.hash::text, false, d.merchant_id, ${NAMES}
    from unnest($2::bigint[]) as asked (hash)
    cross join lateral (
      select r.description_id from description_retrieval_key r where r.hash = asked.hash limit $3
    ) k
    join description d on d.id = k.description_id
    where d.active`,
};
