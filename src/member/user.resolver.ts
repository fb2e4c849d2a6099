import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';

import { CurrentActor, Requires } from '../access/index.js';
import type { Actor } from '../common/actor.js';
import { PageArgs, pageRequestOf, toConnection, type Connection } from '../graphql/index.js';
import { idOf } from '../common/id-in.js';
import { split } from './payload.js';
import { UserService } from './user.service.js';
import {
  ChangeUserRolesInput,
  ChangeUserRolesPayload,
  CreateUserInput,
  CreateUserPayload,
  DeactivateUserInput,
  DeactivateUserPayload,
  ResetUserSignInInput,
  ResetUserSignInPayload,
  toChangedUser,
  toUser,
  User,
  UserConnection,
} from './user.types.js';

/** What a payload has where nobody was made or changed. */
const NOBODY = { user: null, pendingGrant: null };

/** People of members. */
@Resolver(() => User)
export class UserResolver {
  constructor(private readonly service: UserService) {}

  @Query(() => UserConnection, { description: "The own member's users, in the order they were made." })
  @Requires('user:manage')
  async users(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<Connection<Readonly<User>>> {
    return toConnection(await this.service.users(actor, pageRequestOf(args)), toUser);
  }

  @Mutation(() => CreateUserPayload, {
    description:
      'Makes a user, with a password and a TOTP secret shown once. Roles of the coalition wait for a second admin of the coalition: `approveRoleGrant`.',
  })
  @Requires('user:manage')
  async createUser(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The user.' }) input: CreateUserInput,
  ): Promise<Readonly<CreateUserPayload>> {
    const { memberId, email, name, roles } = input;
    const [created, userErrors] = split(
      await this.service.create(actor, {
        ...(memberId == null ? {} : { memberId: idOf('member', memberId) }),
        email,
        name,
        roles,
      }),
    );
    if (created === undefined)
      return { ...NOBODY, password: null, totpSecret: null, totpUri: null, userErrors };
    const { password, totpSecret, totpUri } = created;
    return { ...toChangedUser(created), password, totpSecret, totpUri, userErrors };
  }

  @Mutation(() => ChangeUserRolesPayload, {
    description:
      'Gives a user other roles, in force at its next request: it signs in anew or refreshes its token. A change that adds a role of the coalition waits for a second admin of the coalition: `approveRoleGrant`.',
  })
  @Requires('user:manage')
  async changeUserRoles(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which user, which roles.' }) { userId, roles }: ChangeUserRolesInput,
  ): Promise<Readonly<ChangeUserRolesPayload>> {
    const [changed, userErrors] = split(await this.service.changeRoles(actor, idOf('user', userId), roles));
    return { ...(changed === undefined ? NOBODY : toChangedUser(changed)), userErrors };
  }

  @Mutation(() => ResetUserSignInPayload, {
    description:
      'Gives somebody of the own member who has lost password or telephone a new password and TOTP secret, shown once. Sessions and passkeys end. Not for holders of roles of the coalition.',
  })
  @Requires('user:manage')
  async resetUserSignIn(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which user.' }) { userId }: ResetUserSignInInput,
  ): Promise<Readonly<ResetUserSignInPayload>> {
    const [reset, userErrors] = split(await this.service.resetSignIn(actor, idOf('user', userId)));
    if (reset === undefined)
      return { user: null, password: null, totpSecret: null, totpUri: null, userErrors };
    return { ...reset, user: toUser(reset.user), userErrors };
  }

  @Mutation(() => DeactivateUserPayload, { description: 'Ends an account for good, at its next request.' })
  @Requires('user:manage')
  async deactivateUser(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which user.' }) { userId }: DeactivateUserInput,
  ): Promise<Readonly<DeactivateUserPayload>> {
    const [user, userErrors] = split(await this.service.deactivate(actor, idOf('user', userId)));
    return { user: user === undefined ? null : toUser(user), userErrors };
  }
}
