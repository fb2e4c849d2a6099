import { Injectable } from '@nestjs/common';
import type { MemberId, SharingGroupId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import type { NewChange } from './shared-indicator.js';

/**
 * Writes the feed. An entry is for everyone who may see its scope, or (`onlyMemberId`) for one member that has come into
 * the scope's sharing group or gone out of it.
 *
 * `latest` marks the entries that still say how things stand; readers are given no others, so the content of something
 * since changed or withdrawn is never handed out again:
 * - An entry for everyone takes the mark from all earlier entries of its indicator, but for a single member's tombstone:
 *   who has left the group does not see the new entry, and must still learn that it has to forget.
 * - A single member's entry takes the mark from that member's earlier ones of the indicator, and from nobody else's.
 */
@Injectable()
export class ChangeStore {
  async appendForAll(tx: Tx, changes: readonly NewChange[], now: Date): Promise<void> {
    if (changes.length === 0) return;
    await tx.query(
      `update indicator_change set latest = false
       where indicator_id = any($1::uuid[]) and latest and (only_member_id is null or kind <> 'REMOVED')`,
      [changes.map(({ indicatorId }) => indicatorId)],
    );
    await tx.query(
      `insert into indicator_change (indicator_id, version, kind, handling_scope_id, only_member_id, latest, content,
         changed_at)
       select "indicatorId", version, kind, "handlingScopeId", null, true, coalesce(content, '{}'), $2
       from jsonb_to_recordset($1::jsonb)
         as row ("indicatorId" uuid, version integer, kind text, "handlingScopeId" uuid, content jsonb)`,
      [JSON.stringify(changes), now],
    );
  }

  /**
   * Tells one member anew how everything stands that was ever listed in a group's scopes: inside, by what everyone there
   * was told last; outside, that it is to be forgotten. The caller keeps the group's indicators from changing.
   *
   * Ended ones are told as well: while the member was outside it may have passed their tombstones unseen.
   */
  async retellGroup(
    tx: Tx,
    memberId: MemberId,
    { groupId, inside }: { readonly groupId: SharingGroupId; readonly inside: boolean },
    now: Date,
  ): Promise<void> {
    await tx.query(
      `update indicator_change set latest = false
       where latest and only_member_id = $2 and handling_scope_id in (${SCOPES_OF_GROUP})`,
      [groupId, memberId],
    );
    await tx.query(
      `insert into indicator_change (indicator_id, version, kind, handling_scope_id, only_member_id, latest, content,
         changed_at)
       select indicator_id, version, case when $3 and kind <> 'REMOVED' then 'LISTED' else 'REMOVED' end,
         handling_scope_id, $2, true, case when $3 then content else '{}' end, $4
       from indicator_change
       where latest and only_member_id is null and handling_scope_id in (${SCOPES_OF_GROUP})
       order by change_no`,
      [groupId, memberId, inside, now],
    );
  }
}

/** The scopes that the members of the sharing group $1 see by being in it. */
const SCOPES_OF_GROUP = `select id from handling_scope where sharing_group_id = $1 and tlp <> 'RED'`;
