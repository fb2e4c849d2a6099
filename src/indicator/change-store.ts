import { Injectable } from '@nestjs/common';
import type { IndicatorId, MemberId, SharingGroupId } from '../common/id.js';
import type { NamedStatement, Tx } from '../database/index.js';
import type { NewChange } from './shared-indicator.js';

/** Of an indicator's first version nothing was told before. */
const FIRST_VERSION = 1;

/**
 * Writes what is to stand in the feed; the sequencer gives it its place there. An entry is for everyone who may see its scope, or (`onlyMemberId`) for one member that has come into
 * the scope's sharing group or gone out of it.
 *
 * `latest` marks the entries that still say how things stand; readers are given no others, so the content of something
 * since changed or withdrawn is never handed out again. What is replaced while it waits for its place is not told at all:
 * - An entry for everyone takes the mark from all earlier entries of its indicator, but for a single member's tombstone:
 *   who has left the group does not see the new entry, and must still learn that it has to forget.
 * - A single member's entry takes the mark from that member's earlier ones of the indicator, and from nobody else's.
 */
@Injectable()
export class ChangeStore {
  async appendForAll(tx: Tx, changes: readonly NewChange[], now: Date): Promise<void> {
    if (changes.length === 0) return;
    await this.replaceForAll(
      tx,
      changes.filter(({ version }) => version > FIRST_VERSION).map(({ indicatorId }) => indicatorId),
    );
    await tx.statement(INSERT_WAITING, [
      changes.map(({ indicatorId }) => indicatorId),
      changes.map(({ version }) => version),
      changes.map(({ kind }) => kind),
      changes.map(({ handlingScopeId }) => handlingScopeId),
      changes.map(({ content }) => JSON.stringify(content ?? {})),
      now,
    ]);
  }

  /**
   * What waits is replaced before what has a place: the sequencer may just be giving it one, which is waited for, and then
   * seen by the second statement.
   */
  private async replaceForAll(tx: Tx, ids: readonly IndicatorId[]): Promise<void> {
    if (ids.length === 0) return;
    await tx.statement(REPLACE_WAITING, [ids]);
    await tx.statement(REPLACE_PLACED, [ids]);
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
    // In the order of `replaceForAll`, for the same reason.
    await tx.query(`delete from waiting_change where only_member_id = $2 and indicator_id in (${OF_GROUP})`, [
      groupId,
      memberId,
    ]);
    await tx.query(
      `update indicator_change set latest = false
       where latest and only_member_id = $2 and indicator_id in (${OF_GROUP})`,
      [groupId, memberId],
    );
    // One statement, so one snapshot, in which a change has either its place or none.
    await tx.query(
      `insert into waiting_change (indicator_id, version, kind, handling_scope_id, only_member_id, content, changed_at)
       select indicator_id, version, case when $3 and kind <> 'REMOVED' then 'LISTED' else 'REMOVED' end,
         handling_scope_id, $2, case when $3 then content else '{}' end, $4
       from (
         select indicator_id, version, kind, handling_scope_id, content, sequence, null::bigint as change_no
         from indicator_change where latest and only_member_id is null
         union all
         select indicator_id, version, kind, handling_scope_id, content, null, change_no
         from waiting_change where only_member_id is null
       ) told
       where indicator_id in (${OF_GROUP})
       order by sequence, change_no`,
      [groupId, memberId, inside, now],
    );
  }
}

/** The indicators of the scopes that the members of the sharing group $1 see by being in it. */
const OF_GROUP = `select i.id from indicator i join handling_scope s on s.id = i.handling_scope_id
  where s.sharing_group_id = $1 and s.tlp <> 'RED'`;

const INSERT_WAITING: NamedStatement = {
  name: 'indicator.insertWaiting',
  text: `
    insert into waiting_change (indicator_id, version, kind, handling_scope_id, content, changed_at)
    select row.*, $6 from unnest($1::uuid[], $2::integer[], $3::text[], $4::uuid[], $5::json[]) as row`,
};

/** Stands on waiting_change_indicator. */
const REPLACE_WAITING: NamedStatement = {
  name: 'indicator.replaceWaiting',
  text: `
    delete from waiting_change
    where indicator_id = any($1::uuid[]) and (only_member_id is null or kind <> 'REMOVED')`,
};

/** Stands on indicator_change_indicator. */
const REPLACE_PLACED: NamedStatement = {
  name: 'indicator.replacePlaced',
  text: `
    update indicator_change set latest = false
    where indicator_id = any($1::uuid[]) and latest and (only_member_id is null or kind <> 'REMOVED')`,
};
