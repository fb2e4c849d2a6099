import type { NamedStatement } from '../../database/index.js';

/** Advisory lock between placing a hold (alone) and projecting (any number at once). Any constant number. */
const HOLDS_LOCK = 7_225_202;

/**
 * Lets no hold be placed until this transaction ends: one that is being placed is waited for. Taken before any row, so that
 * nobody who holds a row waits here for somebody who waits for that row.
 */
export const KEEP_HOLDS: NamedStatement = {
  name: 'indicator.keepHolds',
  text: `select pg_advisory_xact_lock_shared(${HOLDS_LOCK})`,
};

/** Lets nothing be projected until this transaction ends: what is being projected is waited for. */
export const KEEP_PROJECTIONS: NamedStatement = {
  name: 'indicator.keepProjections',
  text: `select pg_advisory_xact_lock(${HOLDS_LOCK})`,
};

/**
 * Which of the merchants $1 are held, and the members of the liaisons who see them all the same: those whose request an
 * analyst has activated. A merchant is held when any description in it that still says something is covered by a hold that
 * is not lifted:
 * - because it holds a value that the hold names, and the value is not shared by unrelated merchants. What a hold covered
 *   once it goes on covering when the value comes to be shared, for a hold never ends by itself;
 * - or because an analyst named the merchant that it stood in.
 *
 * The accepted reports that are just being listed count by what was read of them, too: of the merchants $2 the reports $3
 * hold the values $4, though they may have been corrected since. What is found to be covered is noted.
 *
 * Stands on description_merchant, hold_key_pkey, hold_coverage_pkey and hold_coverage_description.
 */
export const SELECT_HELD: NamedStatement = {
  name: 'indicator.selectHeld',
  text: `
    with stated as (
      select d.merchant_id, d.id as description_id, held.hash
      from description d cross join lateral unnest(d.link_hashes) as held (hash)
      where d.merchant_id = any($1::uuid[]) and d.active
      union
      select * from unnest($2::uuid[], $3::uuid[], $4::bytea[])
    ),
    covered as (
      select h.id as hold_id, s.merchant_id, s.description_id
      from stated s
      join hold_key k on k.hash = s.hash
      join hold h on h.id = k.hold_id and h.status <> 'RELEASED'
      where not exists (select from shared_key x where x.hash = s.hash)
        or exists (select from hold_coverage c where c.hold_id = h.id and c.description_id = s.description_id)
      union
      select h.id, d.merchant_id, d.id
      from description d
      join hold_coverage c on c.description_id = d.id and c.named
      join hold h on h.id = c.hold_id and h.status <> 'RELEASED'
      where d.merchant_id = any($1::uuid[]) and d.active
    ),
    noted as (
      insert into hold_coverage (hold_id, description_id, reporter_id, named)
      select c.hold_id, c.description_id, r.member_id, false
      from covered c join report r on r.id = c.description_id
      order by c.hold_id, c.description_id
      on conflict (hold_id, description_id) do update set reporter_id = excluded.reporter_id
        where hold_coverage.reporter_id is null
    )
    select c.merchant_id as "merchantId",
      coalesce(array_agg(distinct h.member_id order by h.member_id)
        filter (where h.by_liaison and h.status <> 'REQUESTED'), '{}') as "heldFor"
    from covered c join hold h on h.id = c.hold_id
    group by c.merchant_id`,
};

/** The merchants of the descriptions that a hold $1 covers, or will cover when they are projected. */
export const SELECT_CONCERNED: NamedStatement = {
  name: 'indicator.selectConcerned',
  text: `
    select d.merchant_id as "merchantId"
    from hold_key k join description_key b on b.hash = k.hash join description d on d.id = b.description_id
    where k.hold_id = $1
    union
    select d.merchant_id from hold_coverage c join description d on d.id = c.description_id where c.hold_id = $1`,
};

/**
 * Makes the shadows of the scopes $1 that the members $2 see, as far as they are not there. The digest of a shadow is made
 * of its scope's, so that both are found by it.
 */
export const MAKE_SHADOWS: NamedStatement = {
  name: 'indicator.makeShadows',
  text: `
    insert into handling_scope (id, digest, tlp, sharing_group_id, reporter_id, named_member_ids, held_for)
    select gen_random_uuid(), ${shadowDigest('s', '$2')}, s.tlp, s.sharing_group_id, s.reporter_id, s.named_member_ids, $2
    from handling_scope s where s.id = any($1::uuid[])
    order by s.digest
    on conflict (digest) do nothing`,
};

/** Stands on handling_scope_digest_key. */
export const SELECT_SHADOWS: NamedStatement = {
  name: 'indicator.selectShadows',
  text: `
    select s.id as "scopeId", shadow.id as "shadowId"
    from handling_scope s join handling_scope shadow on shadow.digest = ${shadowDigest('s', '$2')}
    where s.id = any($1::uuid[])`,
};

function shadowDigest(scope: string, heldFor: string): string {
  return `sha256(${scope}.digest || convert_to('held for ' || array_to_string(${heldFor}::uuid[], ' '), 'UTF8'))`;
}
