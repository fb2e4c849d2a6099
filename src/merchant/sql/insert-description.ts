/**
 * The part of a statement that stores new descriptions with their merchants and keys and tells the resolver, for use inside
 * the one statement that stores reports. Reads a CTE `taken (description_id, merchant_id, received_at, content, keys)`,
 * one row for each description; `keys` is a JSON list of `{ hash, kind, strength }`, the hash in hex, without repeats.
 */
export const INSERT_DESCRIPTIONS_CTES = `
  new_merchant as (
    insert into merchant (id, status, status_at) select merchant_id, 'UNLISTED', received_at from taken
  ),
  new_description as (
    insert into description (id, own_merchant_id, merchant_id, received_at, active, content)
    select description_id, merchant_id, merchant_id, received_at, true, content from taken
  ),
  new_description_key as (
    insert into description_key (description_id, hash, kind, strength)
    select taken.description_id, decode(key.hash, 'hex'), key.kind, key.strength
    from taken, jsonb_to_recordset(taken.keys) as key (hash text, kind text, strength text)
  ),
  new_description_event as (
    insert into outbox (topic, payload)
    select 'description.changed', jsonb_build_object('descriptionIds', jsonb_build_array(description_id)) from taken
  )`;
