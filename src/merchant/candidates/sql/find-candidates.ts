import type { NamedStatement } from '../../../database/index.js';

/**
 * For each description that asks, the active descriptions of other merchants that hold the most telling of its keys: a key
 * tells the more bits, the fewer hold it, and one of more holders than $4 tells nothing. $1 who asks by the key of the same
 * place in $2, the keys' hashes; $3 whether the key is of a whole value; $5 the most candidates for each.
 *
 * Of a whole value the merchants are counted and not their descriptions, of $6 descriptions at most: a merchant that was
 * reported a thousand times has its name no less to itself. Words and pairs are not worth that look at every holder.
 *
 * Holders are gathered key by key, so that those of a key of too many are let go before anything is made of them.
 *
 * Stands on description_retrieval_key_pkey and description_pkey.
 */
export const FIND_CANDIDATES: NamedStatement = {
  name: 'merchant.find-candidates',
  text: `
    with asking as materialized (
      select own.id as asker, own.merchant_id, key.hash, key.whole
      from unnest($1::uuid[], $2::bigint[], $3::boolean[]) as key (asker, hash, whole)
      join description own on own.id = key.asker
    ),
    found as materialized (
      select asking.asker, asking.merchant_id, unnest(k.ids) as description_id, cardinality(k.ids) as holders
      from asking
      cross join lateral (
        select array_agg(held.id) as ids from (
          (select r.description_id as id from description_retrieval_key r
           where r.hash = asking.hash and not asking.whole and r.description_id <> asking.asker
           limit $4 + 1)
          union all
          (select (array_agg(d.id order by d.received_at, d.id))[1]
           from (select r.description_id from description_retrieval_key r
             where r.hash = asking.hash and asking.whole limit $6) held
           join description d on d.id = held.description_id
           where d.active and d.merchant_id <> asking.merchant_id
           group by d.merchant_id
           limit $4 + 1)
        ) held
      ) k
      where cardinality(k.ids) <= $4
    ),
    ranked as (
      select asker, merchant_id, description_id, sum(20 - ln(holders::float8) / ln(2::float8)) as bits
      from found
      group by asker, merchant_id, description_id
    ),
    placed as (
      select ranked.asker, d.id, d.merchant_id, d.received_at, d.content,
        row_number() over (partition by ranked.asker order by ranked.bits desc, d.id) as place
      from ranked
      join description d on d.id = ranked.description_id
      where d.active and d.merchant_id <> ranked.merchant_id
    )
    select asker as "askerId", id, merchant_id as "merchantId", received_at as "receivedAt", content
    from placed where place <= $5
    order by asker, place`,
};
