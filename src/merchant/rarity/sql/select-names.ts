import type { NamedStatement } from '../../../database/index.js';
import type { CountExtent } from '../counted-words.js';
import { namesIn } from './names-in-content.js';

/**
 * A page of names with their holders, in the order of the holders' ids, behind the one with id $1; $2 at most. Ids are
 * random, so the first pages are a fair sample of a register that holds more. Where a page ends within a holder, the rest
 * of it is passed over. Of views those count that are neither RED nor limited to a group nor held: may_see_scope lets
 * everyone see them.
 */
export const SELECT_NAMES: Readonly<Record<CountExtent, NamedStatement>> = {
  /** Stands on description_merchant. */
  REGISTER: {
    name: 'merchant.select-names',
    text: `
      select page.holder, ${namesIn('page.identifiers')} as names
      from (
        select d.merchant_id as holder, d.content -> 'identifiers' as identifiers
        from description d
        where d.merchant_id > $1 and d.active
        order by d.merchant_id limit $2
      ) page`,
  },
  /** Stands on merchant_view_pkey. */
  COALITION: {
    name: 'merchant.select-listed-names',
    text: `
      select page.holder, ${namesIn('page.identifiers')} as names
      from (
        select v.merchant_view_id as holder, (v.content -> 'indicators')::jsonb as identifiers
        from merchant_view v
        where v.merchant_view_id > $1 and v.handling_scope_id = any (array(
          select s.id from handling_scope s where s.tlp <> 'RED' and s.sharing_group_id is null and s.held_for is null))
        order by v.merchant_view_id limit $2
      ) page`,
  },
};
