import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import { CurrentActor, Requires } from '../access/index.js';
import type { Actor } from '../common/actor.js';
import type { MemberId } from '../common/id.js';
import { PageArgs, pageRequestOf, toConnection, type Connection } from '../graphql/index.js';
import { idOf } from '../common/id-in.js';
import { Member, MemberConnection, toMember } from './member.types.js';
import { split } from './payload.js';
import { type NewGroupRule, SharingGroupService } from './sharing-group.service.js';
import {
  AddSharingGroupMembersInput,
  AddSharingGroupMembersPayload,
  CreateSharingGroupInput,
  CreateSharingGroupPayload,
  RemoveSharingGroupMembersInput,
  RemoveSharingGroupMembersPayload,
  SharingGroup,
  SharingGroupConnection,
  SharingGroupRuleInput,
  toSharingGroup,
} from './sharing-group.types.js';

type GroupAnswer = Readonly<CreateSharingGroupPayload>;

/** Sharing groups. */
@Resolver(() => SharingGroup)
export class SharingGroupResolver {
  constructor(private readonly service: SharingGroupService) {}

  @Query(() => SharingGroupConnection, {
    description:
      "The sharing groups that the own member is in, by name; all of them for the coalition's admins.",
  })
  @Requires('group:read')
  async sharingGroups(
    @CurrentActor() actor: Actor,
    @Args() args: PageArgs,
  ): Promise<Connection<Readonly<SharingGroup>>> {
    return toConnection(await this.service.groups(actor, pageRequestOf(args)), toSharingGroup);
  }

  @ResolveField(() => MemberConnection, {
    description: 'Who is in the group, by name: with whom one shares.',
  })
  async members(
    @CurrentActor() actor: Actor,
    @Parent() group: SharingGroup,
    @Args() args: PageArgs,
  ): Promise<Connection<Readonly<Member>>> {
    const page = await this.service.membersOf(actor, idOf('sharingGroup', group.id), pageRequestOf(args));
    return toConnection(page, toMember);
  }

  @Mutation(() => CreateSharingGroupPayload, {
    description: 'Makes a sharing group, of named members or by a rule.',
  })
  @Requires('group:manage')
  async createSharingGroup(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The group.' }) input: CreateSharingGroupInput,
  ): Promise<GroupAnswer> {
    const { name, description, memberIds, rule } = input;
    return answer(
      await this.service.create(actor, {
        name,
        description,
        memberIds: memberIds == null ? undefined : memberIdsOf(memberIds),
        rule: rule == null ? undefined : ruleOf(rule),
      }),
    );
  }

  @Mutation(() => AddSharingGroupMembersPayload, {
    description: 'Adds members to a sharing group: they see what is shared within it.',
  })
  @Requires('group:manage')
  async addSharingGroupMembers(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which group, which members.' }) input: AddSharingGroupMembersInput,
  ): Promise<GroupAnswer> {
    const id = idOf('sharingGroup', input.sharingGroupId);
    return answer(await this.service.addMembers(actor, id, memberIdsOf(input.memberIds)));
  }

  @Mutation(() => RemoveSharingGroupMembersPayload, {
    description: 'Removes members from a sharing group: they no longer see what is shared within it.',
  })
  @Requires('group:manage')
  async removeSharingGroupMembers(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which group, which members.' }) input: RemoveSharingGroupMembersInput,
  ): Promise<GroupAnswer> {
    const id = idOf('sharingGroup', input.sharingGroupId);
    return answer(await this.service.removeMembers(actor, id, memberIdsOf(input.memberIds)));
  }
}

function ruleOf({ kinds, countries, regions }: SharingGroupRuleInput): NewGroupRule {
  return { kinds: kinds ?? [], countries: countries ?? [], regions: regions ?? [] };
}

function memberIdsOf(globalIds: readonly string[]): MemberId[] {
  return globalIds.map((id) => idOf('member', id));
}

function answer(result: Awaited<ReturnType<SharingGroupService['create']>>): GroupAnswer {
  const [group, userErrors] = split(result);
  return { sharingGroup: group === undefined ? null : toSharingGroup(group), userErrors };
}
