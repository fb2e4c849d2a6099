import { accessRule, type NamedStatement } from '../../database/index.js';

const COLUMNS = `r.id, r.member_id as "memberId", r.kind, r.value, r.registered_at as "registeredAt"`;

/** Whose ranges the actor of the member $1 sees: all as a coalition admin ($2), else the own member's. */
const CONCERNED = '$2::boolean or r.member_id = $1';

/** Keeps ranges of the kind $1 from being registered by others until the transaction ends: two must not both find room. */
export const LOCK_KIND: NamedStatement = {
  name: 'serviceRange.lockKind',
  text: `select pg_advisory_xact_lock(hashtextextended('service-range ' || $1, 0))`,
};

/** Whether the range $2 of the kind $1 is another's, and whether the own member $3 has it or one that it overlaps. */
export const SELECT_ROOM: NamedStatement = {
  name: 'serviceRange.selectRoom',
  text: `
    select service_range_taken($1, $2) as taken,
      (select count(*)::int from service_range r where ${accessRule('service-range.room', 'r.member_id = $3')}
        and r.removed_at is null) as own,
      exists (select from service_range r where r.member_id = $3 and r.removed_at is null and r.kind = $1
        and (r.value = any($4::text[]) or ($5 and starts_with(r.value, $2)))) as "ownOverlaps"`,
};

export const INSERT_RANGE: NamedStatement = {
  name: 'serviceRange.insert',
  text: `
    insert into service_range (id, member_id, kind, value, registered_by, registered_at)
    values ($1, $2, $3, $4, $5, $6)`,
};

/** In the order of kinds and values. Stands on service_range_member, for coalition admins on service_range_listed. */
export const SELECT_RANGE_PAGE: NamedStatement = {
  name: 'serviceRange.selectPage',
  text: `
    select ${COLUMNS} from service_range r
    where ${accessRule('service-range.page', CONCERNED)} and r.removed_at is null
      and ($3::uuid is null or r.member_id = $3)
      and ($4::text is null or (r.kind, r.value, r.id) > ($4, $5, $6::uuid))
    order by r.kind, r.value, r.id limit $7`,
};

export const REMOVE_RANGE: NamedStatement = {
  name: 'serviceRange.remove',
  text: `
    update service_range r set removed_by = $4, removed_at = $5
    where ${accessRule('service-range.remove', CONCERNED)} and r.id = $3 and r.removed_at is null
    returning ${COLUMNS}`,
};
