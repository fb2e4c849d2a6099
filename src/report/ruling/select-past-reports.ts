import type { NamedStatement } from '../../database/index.js';
import { VERSION_REASONS } from '../sql/version-reasons.js';

/**
 * The reports of the merchants $1 that were accepted and do not count any more, or not for all that they say: withdrawn, or ruled
 * out. They stand in one of the merchants, or hold a value that ties to what stands there.
 *
 * Stands on description_merchant, description_key_pkey, report_pkey and report_ruling_pkey.
 */
export const SELECT_PAST_REPORTS: NamedStatement = {
  name: 'report.selectPast',
  text: `
    with said as (
      select d.merchant_id, d.id as report_id from description d where d.merchant_id = any($1::uuid[])
      union
      select d.merchant_id, k.description_id
      from description d cross join lateral unnest(d.link_hashes) as held (hash)
      join description_key k on k.hash = held.hash
      where d.merchant_id = any($1::uuid[]) and d.active
        and not exists (select from shared_key x where x.hash = held.hash)
    )
    select said.merchant_id as "merchantId", r.member_id as "memberId", v.handling_scope_id as "handlingScopeId",
      array(select distinct past.source_key from report_version past where past.report_id = r.id) as "sourceKeys",
      v.source_key as "sourceKey", v.reason, v.basis, ${VERSION_REASONS} as versions,
      (select min(c.changed_at) from report_status_change c where c.report_id = r.id and c.to_status = 'ACCEPTED')
        as "acceptedAt",
      (select max(c.changed_at) from report_status_change c where c.report_id = r.id and c.to_status = 'WITHDRAWN')
        as "withdrawnAt",
      (select coalesce(json_agg(json_build_object('atMs', extract(epoch from q.at) * 1000,
          'valueHashes', (select json_agg(encode(hash, 'hex')) from unnest(q.value_hashes) as hash))), '[]')
        from report_ruling q where q.report_id = r.id and q.lifted_at is null) as rulings
    from said
    join report r on r.id = said.report_id
    join report_version v on v.report_id = r.id and v.version = r.version
    where (r.status = 'WITHDRAWN' and exists (
        select from report_status_change c where c.report_id = r.id and c.to_status = 'ACCEPTED'))
      or exists (select from report_ruling q where q.report_id = r.id and q.lifted_at is null)`,
};
