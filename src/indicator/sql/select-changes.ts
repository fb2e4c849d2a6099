import { accessRule, type NamedStatement } from '../../database/index.js';
import type { IndicatorId } from '../../common/id.js';
import type { ChangeContent, ChangeKind } from '../shared-indicator.js';

/** One row for each entry; where there is none, one row without an entry. */
export interface ChangeRow {
  /** The highest place given when the page was read: a bigint, so a string. */
  readonly mark: string;
  readonly sequence: string | null;
  readonly indicatorId: IndicatorId;
  readonly kind: ChangeKind;
  readonly content: ChangeContent;
  readonly changedAt: Date;
}

const FOR_READER = accessRule(
  'indicator.change-for-reader',
  'c.only_member_id is null or c.only_member_id = $1',
);
const IN_AUDIENCE = accessRule(
  'indicator.change-audience',
  `may_see_scope(s, $1, $2) or (c.only_member_id is not null and c.kind = 'REMOVED' and may_see_held(s, $1, $2))`,
);

/**
 * A page of the feed behind the place $3: what the member $1 (an analyst: $2) may see and what still stands, oldest
 * first, at most $4 entries. A tombstone for the member alone is seen though its scope no longer is: but for what is held,
 * of which the member was not told before.
 *
 * Page and mark come from one statement, so from one snapshot: nothing can get a place between the two.
 *
 * Stands on indicator_change_feed.
 */
export const SELECT_CHANGES: NamedStatement = {
  name: 'indicator.selectChanges',
  text: `
    with newest as materialized (select sequence as mark from feed_end)
    select newest.mark, entry.sequence, entry.indicator_id as "indicatorId", entry.kind, entry.content,
      entry.changed_at as "changedAt"
    from newest left join lateral (
      select c.sequence, c.indicator_id, c.kind, c.content, c.changed_at
      from indicator_change c join handling_scope s on s.id = c.handling_scope_id
      where c.sequence > $3 and c.sequence <= newest.mark and c.latest
        and ${FOR_READER} and ${IN_AUDIENCE}
      order by c.sequence limit $4
    ) entry on true
    order by entry.sequence`,
};
