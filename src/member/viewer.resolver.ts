import { Query, Resolver } from '@nestjs/graphql';

import { CurrentActor, isPermission, may, PERMISSIONS, Requires } from '../access/index.js';
import type { Actor } from '../common/actor.js';
import { toClient } from './client.types.js';
import { toMember } from './member.types.js';
import { toUser } from './user.types.js';
import { ViewerService } from './viewer.service.js';
import { Viewer } from './viewer.types.js';

/** Who asks. */
@Resolver(() => Viewer)
export class ViewerResolver {
  constructor(private readonly service: ViewerService) {}

  @Query(() => Viewer, { description: 'Who asks, and what it may do.' })
  @Requires('viewer:read')
  async viewer(@CurrentActor() actor: Actor): Promise<Readonly<Viewer>> {
    const { member, user, client } = await this.service.viewer(actor);
    return {
      member: toMember(member),
      user: user === undefined ? null : toUser(user),
      client: client === undefined ? null : toClient(client),
      roles: actor.kind === 'user' ? actor.roles : [],
      permissions: Object.keys(PERMISSIONS).filter(
        (permission) => isPermission(permission) && may(actor, permission),
      ),
    };
  }
}
