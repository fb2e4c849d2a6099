import type { EventId } from '../../common/id.js';
import { accessRule, type NamedStatement } from '../../database/index.js';
import type { EventKind } from '../event-kind.js';

/** One row for each event; where there is none, one row without an event. */
export interface EventRow {
  /** The highest place given when the page was read, and the first that is kept: bigints, so strings. */
  readonly mark: string;
  readonly keptFrom: string;
  readonly sequence: string | null;
  readonly id: EventId;
  readonly kind: EventKind;
  readonly objectId: string;
  readonly at: Date;
}

/**
 * A page of the events of the member $1 behind the place $2, of the kinds $3, oldest first, at most $4. Page and mark come
 * from one statement, so from one snapshot: nothing can get a place, or go, between the two.
 *
 * Stands on member_event_member.
 */
export const SELECT_EVENTS: NamedStatement = {
  name: 'event.selectPage',
  text: `
    with ends as materialized (select sequence as mark, kept_from from member_event_end)
    select ends.mark, ends.kept_from as "keptFrom", event.sequence, event.id, event.kind,
      event.object_id as "objectId", event.at
    from ends left join lateral (
      select e.* from member_event e
      where ${accessRule('event.page', 'e.member_id = $1')} and e.sequence > $2 and e.sequence <= ends.mark
        and e.kind = any($3::text[])
      order by e.sequence limit $4
    ) event on true
    order by event.sequence`,
};
