import { accessRule, type NamedStatement } from '../../database/index.js';

/**
 * How many distinct identifiers a member asked about on a day, and how many of these are among them. $1 member, $2 day,
 * $3 identifiers. Stands on asked_count_pkey and asked_identifier_pkey.
 */
export const SELECT_QUOTA_USE: NamedStatement = {
  name: 'screening.selectQuotaUse',
  text: `select
      (select coalesce(sum(c.count), 0)::int from asked_count c
        where c.day = $2::date and ${accessRule('asked-count.own', 'c.member_id = $1')}) as used,
      (select count(*)::int from asked_identifier a
        where a.day = $2::date and a.hash = any ($3::bigint[])
          and ${accessRule('asked-identifier.own', 'a.member_id = $1')}) as repeated`,
};
