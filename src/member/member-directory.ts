import { Injectable } from '@nestjs/common';

import type { MemberId, SharingGroupId } from '../common/id.js';
import { accessRule, type NamedStatement, type Tx } from '../database/index.js';
import type { DirectoryMember } from './member-row.js';
import { directoryMembers } from './member.statements.js';

/** A sharing group as other parts show it. */
export interface DirectoryGroup {
  readonly id: SharingGroupId;
  readonly name: string;
}

/** On sharing_group_member_pkey. A group one is not in, and one there is not, are the same nothing. */
const SELECT_GROUP_OF: NamedStatement = {
  name: 'member.selectGroupOf',
  text: `select g.id, g.name from sharing_group g
    where g.id = $2 and ${accessRule(
      'group.of-member',
      'exists (select from sharing_group_member m where m.sharing_group_id = g.id and m.member_id = $1)',
    )}`,
};

/** What other parts ask of members and groups, inside their own transactions. */
@Injectable()
export class MemberDirectory {
  /** Active members, and the own one, by id. Unknown ids are left out. */
  async membersByIds(tx: Tx, ids: readonly MemberId[]): Promise<ReadonlyMap<MemberId, DirectoryMember>> {
    if (ids.length === 0) return new Map();
    const members = await directoryMembers(tx, [...new Set(ids)]);
    return new Map(members.map((member) => [member.id, member]));
  }

  /** The sharing group, or undefined when there is none or the member is not in it. */
  async groupVisibleTo(
    tx: Tx,
    memberId: MemberId,
    groupId: SharingGroupId,
  ): Promise<DirectoryGroup | undefined> {
    return (await tx.statement<DirectoryGroup>(SELECT_GROUP_OF, [memberId, groupId]))[0];
  }
}
