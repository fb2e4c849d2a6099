import { Injectable } from '@nestjs/common';

import type { Actor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import { UnauthenticatedError } from '../common/refusal.js';
import { Database } from '../database/index.js';
import { clientById, type ClientRow } from './client.statements.js';
import { MemberService, type SeenMember } from './member.service.js';
import { visibleMember } from './member.statements.js';
import { userById, type UserRow } from './user.statements.js';

/** Tells callers who they are. */
@Injectable()
export class ViewerService {
  constructor(
    private readonly database: Database,
    private readonly members: MemberService,
  ) {}

  async viewer(actor: Actor): Promise<{
    readonly member: SeenMember;
    readonly user: UserRow | undefined;
    readonly client: ClientRow | undefined;
  }> {
    return this.database.asActor(actor, async (tx) => {
      const own = await visibleMember(tx, actor.memberId, false);
      // The member was active when the actor entered, and is not any more: suspended between two statements.
      if (own === undefined) throw new UnauthenticatedError();
      const [member] = await this.members.seenBy(tx, actor, [own]);
      assert(member !== undefined, 'one member is seen as one');
      return {
        member,
        user: actor.kind === 'user' ? await userById(tx, actor.userId) : undefined,
        client: actor.kind === 'client' ? await clientById(tx, actor.clientId, actor.memberId) : undefined,
      };
    });
  }
}
