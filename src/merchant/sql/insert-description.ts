/**
 * The part of a statement that stores a new description with its merchant and keys and tells the resolver, for use
 * inside the one statement that stores a report. Reads a CTE `taken (description_id, received_at)`, with no row where
 * nothing is to be stored. Placeholders: the merchant's id, the content, and the keys' hashes, kinds and strengths.
 */
export function insertDescriptionCtes(parameter: {
  readonly merchantId: string;
  readonly content: string;
  readonly hashes: string;
  readonly kinds: string;
  readonly strengths: string;
}): string {
  return `
    new_merchant as (
      insert into merchant (id, status, status_at)
      select ${parameter.merchantId}::uuid, 'UNLISTED', taken.received_at from taken
    ),
    new_description as (
      insert into description (id, own_merchant_id, merchant_id, received_at, active, content)
      select taken.description_id, ${parameter.merchantId}::uuid, ${parameter.merchantId}::uuid, taken.received_at, true,
        ${parameter.content}::jsonb
      from taken
    ),
    new_description_key as (
      insert into description_key (description_id, hash, kind, strength)
      select taken.description_id, key.hash, key.kind, key.strength
      from taken, unnest(${parameter.hashes}::bytea[], ${parameter.kinds}::text[], ${parameter.strengths}::text[])
        as key (hash, kind, strength)
    ),
    new_description_event as (
      insert into outbox (topic, payload)
      select 'description.changed', jsonb_build_object('descriptionIds', jsonb_build_array(taken.description_id))
      from taken
    )`;
}
