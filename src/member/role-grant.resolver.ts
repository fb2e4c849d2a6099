import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';

import { CurrentActor, Requires } from '../access/index.js';
import type { Actor } from '../common/actor.js';
import type { Result } from '../common/refusal.js';
import { PageArgs, pageRequestOf, toConnection, type Connection } from '../graphql/index.js';
import { idOf } from '../common/id-in.js';
import { split } from './payload.js';
import type { RoleGrantRow } from './role-grant.statements.js';
import {
  ApproveRoleGrantInput,
  ApproveRoleGrantPayload,
  RoleGrant,
  RoleGrantConnection,
  toRoleGrant,
  WithdrawRoleGrantInput,
  WithdrawRoleGrantPayload,
} from './role-grant.types.js';
import { type RoleGrantRefusalCode, RoleGrants } from './role-grants.service.js';

/** Roles of the coalition that one admin asked for and another decides on. */
@Resolver(() => RoleGrant)
export class RoleGrantResolver {
  constructor(private readonly grants: RoleGrants) {}

  @Query(() => RoleGrantConnection, {
    description: 'Grants of roles that wait for a second admin, oldest first.',
  })
  @Requires('user:grant')
  async roleGrants(
    @CurrentActor() actor: Actor,
    @Args() args: PageArgs,
  ): Promise<Connection<Readonly<RoleGrant>>> {
    return toConnection(await this.grants.open(actor, pageRequestOf(args)), toRoleGrant);
  }

  @Mutation(() => ApproveRoleGrantPayload, {
    description: 'Approves, as the second admin, that a person gets roles of the coalition.',
  })
  @Requires('user:grant')
  async approveRoleGrant(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which grant.' }) { roleGrantId }: ApproveRoleGrantInput,
  ): Promise<Readonly<ApproveRoleGrantPayload>> {
    return answer(await this.grants.approve(actor, idOf('roleGrant', roleGrantId)));
  }

  @Mutation(() => WithdrawRoleGrantPayload, { description: 'Ends a grant of roles before it is approved.' })
  @Requires('user:grant')
  async withdrawRoleGrant(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which grant.' }) { roleGrantId }: WithdrawRoleGrantInput,
  ): Promise<Readonly<WithdrawRoleGrantPayload>> {
    return answer(await this.grants.withdraw(actor, idOf('roleGrant', roleGrantId)));
  }
}

function answer(result: Result<RoleGrantRow, RoleGrantRefusalCode>): Readonly<ApproveRoleGrantPayload> {
  const [grant, userErrors] = split(result);
  return { roleGrant: grant === undefined ? null : toRoleGrant(grant), userErrors };
}
