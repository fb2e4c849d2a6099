import type { NamedStatement } from '../../database/index.js';

/**
 * Joins what the members behind $1 (in the order of their ids, $2 at most) were handed of the feed in ranges that follow on
 * each other: with nothing between them, within $3 places, that told of the scope. Gives the last of these members.
 *
 * Of a joined range it is no longer known at which place it was read, so only those are joined that were read before every
 * removal that is still to be planned, or whose recipients are still to be found: for these it makes no difference.
 *
 * Stands on feed_delivery_pkey and indicator_change_pkey.
 */
export const MERGE_FED: NamedStatement = {
  name: 'recall.mergeFed',
  text: `
    with place as materialized (
      select least(f.sequence, (select min(i.place) - 1 from recall r join recall_indicator i on i.recall_id = r.id
        where r.settled_at is null)) as sequence
      from feed_follower f where f.name = 'recall'
    ),
    chosen as materialized (
      select id from member where $1::uuid is null or id > $1 order by id limit $2
    ),
    ranges as materialized (
      select f.*, max(f.to_place) over (partition by f.handling_scope_id, f.member_id order by f.from_place, f.to_place
        rows between unbounded preceding and 1 preceding) as reached
      from feed_delivery f join chosen on chosen.id = f.member_id join place on f.mark <= place.sequence
    ),
    numbered as materialized (
      select r.*, sum(case when r.reached >= r.from_place - 1 then 0
          when r.reached >= r.from_place - $3::int and not exists (
            select from indicator_change c where c.sequence > r.reached and c.sequence < r.from_place
              and c.handling_scope_id = r.handling_scope_id and c.kind <> 'REMOVED') then 0
          else 1 end)
        over (partition by r.handling_scope_id, r.member_id order by r.from_place, r.to_place) as no
      from ranges r
    ),
    joined as materialized (
      select handling_scope_id, member_id, min(from_place) as from_place, max(to_place) as to_place, max(mark) as mark
      from numbered group by handling_scope_id, member_id, no having count(*) > 1
    ),
    gone as (
      delete from feed_delivery f using joined j, place
      where f.handling_scope_id = j.handling_scope_id and f.member_id = j.member_id and f.mark <= place.sequence
        and f.from_place >= j.from_place and f.to_place <= j.to_place
        and (f.from_place, f.to_place) <> (j.from_place, j.to_place)
    ),
    made as (
      insert into feed_delivery (handling_scope_id, member_id, from_place, to_place, mark)
      select handling_scope_id, member_id, from_place, to_place, mark from joined
      on conflict do nothing
    )
    select id as last from chosen order by id desc limit 1`,
};
