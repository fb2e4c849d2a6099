import type { NamedStatement } from '../../database/index.js';

/**
 * Removes the views of the merchants $1, and those under the handles $2, but for the views $3 in the scopes $4; with the
 * keys of what is removed. Stands on merchant_view_merchant, merchant_view_pkey and view_retrieval_key_view.
 */
export const DELETE_OTHER_VIEWS: NamedStatement = {
  name: 'indicator.deleteOtherViews',
  text: `
    with gone as (
      delete from merchant_view v
      where (v.merchant_id = any($1::uuid[]) or v.merchant_view_id = any($2::uuid[]))
        and not exists (
          select from unnest($3::uuid[], $4::uuid[]) as kept (merchant_view_id, handling_scope_id)
          where kept.merchant_view_id = v.merchant_view_id and kept.handling_scope_id = v.handling_scope_id)
      returning v.merchant_view_id, v.handling_scope_id
    )
    delete from view_retrieval_key k using gone
    where k.merchant_view_id = gone.merchant_view_id and k.handling_scope_id = gone.handling_scope_id`,
};

/** Writes views over those that are stored: handles $1, scopes $2, merchants $3, ends $4, renewals $5, documents $6. */
export const SAVE_VIEWS: NamedStatement = {
  name: 'indicator.saveViews',
  text: `
    insert into merchant_view (merchant_view_id, handling_scope_id, merchant_id, valid_until, renews_at, content)
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::json[])
    on conflict (merchant_view_id, handling_scope_id) do update
      set merchant_id = excluded.merchant_id, valid_until = excluded.valid_until, renews_at = excluded.renews_at,
        content = excluded.content`,
};

/**
 * Makes the keys of the views $1 in the scopes $2 exactly $3, each of the scope and the view at its place in $4 and $5.
 * Stands on view_retrieval_key_view and view_retrieval_key_pkey.
 */
export const REPLACE_KEYS: NamedStatement = {
  name: 'indicator.replaceViewKeys',
  text: `
    with view as (select * from unnest($1::uuid[], $2::uuid[]) as view (merchant_view_id, handling_scope_id)),
    wanted as (
      select * from unnest($3::bigint[], $4::uuid[], $5::uuid[]) as wanted (hash, handling_scope_id, merchant_view_id)
    ),
    gone as (
      delete from view_retrieval_key k using view
      where k.merchant_view_id = view.merchant_view_id and k.handling_scope_id = view.handling_scope_id
        and not exists (select from wanted w where w.hash = k.hash and w.handling_scope_id = k.handling_scope_id
          and w.merchant_view_id = k.merchant_view_id)
    )
    insert into view_retrieval_key (hash, handling_scope_id, merchant_view_id)
    select hash, handling_scope_id, merchant_view_id from wanted order by hash, handling_scope_id, merchant_view_id
    on conflict do nothing`,
};

/** Stands on merchant_view_member_pkey, merchant_view_member_view and description_own_merchant_key. */
export const SELECT_MEMBERSHIPS: NamedStatement = {
  name: 'indicator.selectMemberships',
  text: `
    select m.own_merchant_id as "ownMerchantId", m.handling_scope_id as "handlingScopeId",
      m.merchant_view_id as "merchantViewId", d.merchant_id as "merchantId"
    from merchant_view_member m join description d using (own_merchant_id)
    where (m.merchant_view_id, m.handling_scope_id) in (
      select merchant_view_id, handling_scope_id from merchant_view_member where own_merchant_id = any($1::uuid[])
      union select merchant_view_id, handling_scope_id from merchant_view_member where merchant_view_id = any($1::uuid[]))`,
};

export const SAVE_MEMBERSHIPS: NamedStatement = {
  name: 'indicator.saveMemberships',
  text: `
    insert into merchant_view_member (own_merchant_id, handling_scope_id, merchant_view_id)
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[])
    on conflict (own_merchant_id, handling_scope_id) do update set merchant_view_id = excluded.merchant_view_id`,
};
