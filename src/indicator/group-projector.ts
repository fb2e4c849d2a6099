import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { MemberId, SharingGroupId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import { ChangeStore } from './change-store.js';
import { IndicatorStore } from './indicator-store.js';

/**
 * Tells members that came into a sharing group, or went out of it, what that changes for them: how everything stands that
 * was ever listed in the group's scopes. Their cursors have long passed the entries of what was told before, and what was
 * told while they were outside they have passed unseen.
 *
 * Who is in the group now decides, not what the event says: events may come late, twice, or in another order. The lock
 * on the group makes the look and the entries one step, so that the last entries are those of the last change.
 */
@Injectable()
export class GroupProjector {
  constructor(
    private readonly indicators: IndicatorStore,
    private readonly changes: ChangeStore,
    private readonly clock: Clock,
  ) {}

  async project(tx: Tx, groupId: SharingGroupId, memberIds: readonly MemberId[]): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('indicator.group ' || $1, 0))`, [groupId]);
    const inside = await tx.query<{ memberId: MemberId }>(
      `select member_id as "memberId" from sharing_group_member
       where sharing_group_id = $1 and member_id = any($2::uuid[])`,
      [groupId, memberIds],
    );
    const insiders = new Set(inside.map(({ memberId }) => memberId));
    await this.indicators.lockGroup(tx, groupId);
    const now = this.clock.now();
    for (const memberId of [...new Set(memberIds)].sort()) {
      await this.changes.retellGroup(tx, memberId, { groupId, inside: insiders.has(memberId) }, now);
    }
  }
}
