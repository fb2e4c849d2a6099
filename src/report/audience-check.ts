import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import type { Refusal } from '../common/refusal.js';
import { Database } from '../database/index.js';
import { MemberDirectory } from '../member/index.js';
import type { Handling } from './handling.js';

/** Whether the group and the members that a handling names are there for the reporter. A hidden group is an unknown one. */
@Injectable()
export class AudienceCheck {
  constructor(
    private readonly database: Database,
    private readonly directory: MemberDirectory,
  ) {}

  async check(
    actor: Actor,
    { sharingGroupId, namedMemberIds }: Handling,
  ): Promise<readonly Refusal<'UNKNOWN_SHARING_GROUP' | 'UNKNOWN_MEMBER'>[]> {
    if (sharingGroupId === null && namedMemberIds.length === 0) return [];
    return this.database.asActor(actor, async (tx) => {
      if (
        sharingGroupId !== null &&
        !(await this.directory.groupVisibleTo(tx, actor.memberId, sharingGroupId))
      )
        return [
          {
            code: 'UNKNOWN_SHARING_GROUP',
            field: ['handling', 'sharingGroupId'],
            message: 'Your member is in no such sharing group: see sharingGroups.',
          },
        ];
      const known = await this.directory.membersByIds(tx, namedMemberIds);
      return namedMemberIds.flatMap((id, index) =>
        known.has(id)
          ? []
          : [
              {
                code: 'UNKNOWN_MEMBER' as const,
                field: ['handling', 'namedMemberIds', String(index)],
                message: 'There is no such active member: see members.',
              },
            ],
      );
    });
  }
}
