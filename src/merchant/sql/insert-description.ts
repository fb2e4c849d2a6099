/**
 * The part of a statement that stores new descriptions with their merchants and keys and tells the resolver, for use inside
 * the one statement that stores reports. Reads a CTE `taken (description_id, merchant_id, received_at, content,
 * link_hashes)`, one row for each description; `link_hashes bytea[]` is as `linkHashes` gives them.
 */
export const INSERT_DESCRIPTIONS_CTES = `
  new_merchant as (
    insert into merchant (id, status, status_at) select merchant_id, 'UNLISTED', received_at from taken
  ),
  new_description as (
    insert into description (id, own_merchant_id, merchant_id, received_at, active, content, link_hashes)
    select description_id, merchant_id, merchant_id, received_at, true, content, link_hashes from taken
  ),
  new_description_key as (
    insert into description_key (hash, description_id) select unnest(link_hashes), description_id from taken
  ),
  new_description_event as (
    insert into outbox (topic, payload)
    select 'description.changed', jsonb_build_object('descriptionIds', jsonb_build_array(description_id)) from taken
  )`;
