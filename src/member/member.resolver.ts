import { Args, ID, Query, Resolver } from '@nestjs/graphql';

import { CurrentActor, Requires } from '../access/index.js';
import type { Actor } from '../common/actor.js';
import { pageRequestOf, toConnection, type Connection } from '../graphql/index.js';
import { idOf } from '../common/id-in.js';
import { MembersArgs } from './member.inputs.js';
import { MemberService } from './member.service.js';
import { Member, MemberConnection, toMember } from './member.types.js';

/** The directory of members. */
@Resolver(() => Member)
export class MemberResolver {
  constructor(private readonly service: MemberService) {}

  @Query(() => Member, {
    nullable: true,
    description: 'One member; null when there is none that the caller may see.',
  })
  @Requires('member:read')
  async member(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The member.' }) id: string,
  ): Promise<Readonly<Member> | null> {
    const seen = await this.service.member(actor, idOf('member', id));
    return seen === undefined ? null : toMember(seen);
  }

  @Query(() => MemberConnection, {
    description:
      "The directory, by name: active members for everybody, all of them for the coalition's admins.",
  })
  @Requires('member:read')
  async members(
    @CurrentActor() actor: Actor,
    @Args() args: MembersArgs,
  ): Promise<Connection<Readonly<Member>>> {
    const page = await this.service.members(actor, args.status ?? undefined, pageRequestOf(args));
    return toConnection(page, toMember);
  }
}
