import type { NamedStatement } from '../../database/index.js';

/**
 * Every description that could stand in one cluster with the given ones: through an equal linking value, an analyst's
 * judgement, or the merchant they stand in now. $1 descriptions, $2 the most rows, $3 values held by more merchants than
 * this are not followed (they are shared beyond doubt and would lead through half the register).
 *
 * Stands on description_key_pkey, description_pkey, description_merchant, judgement_open_key and judgement_b.
 */
export const NEIGHBOURHOOD: NamedStatement = {
  name: 'merchant.neighbourhood',
  text: `
    with recursive reached (id) as (
      select unnest($1::uuid[])
      union
      select next.id
      from reached r
      join description d on d.id = r.id
      cross join lateral (
        select b.description_id as id
        from unnest(d.link_hashes) as held (hash)
        join description_key b on b.hash = held.hash
        where d.active and not exists (select from shared_key s where s.hash = held.hash and s.merchants > $3)
        union all
        select m.id from description m where m.merchant_id = d.merchant_id
        union all
        select j.description_b from judgement j
        where j.description_a = d.id and j.origin = 'ANALYST' and j.withdrawn_at is null
        union all
        select j.description_a from judgement j
        where j.description_b = d.id and j.origin = 'ANALYST' and j.withdrawn_at is null
      ) next
    )
    select id from reached limit $2`,
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
