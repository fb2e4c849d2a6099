import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { idOf } from '../../common/id-in.js';
import { type Connection, PageArgs, pageRequestOf, toConnection, toUserErrors } from '../../graphql/index.js';
import { BreakGlasses, type BreakGlassResult } from '../break-glass/break-glass.service.js';
import {
  ApproveBreakGlassInput,
  ApproveBreakGlassPayload,
  BreakGlassConnection,
  BreakGlassType,
  CloseBreakGlassInput,
  CloseBreakGlassPayload,
  RequestBreakGlassInput,
  RequestBreakGlassPayload,
  toBreakGlass,
} from './break-glass.types.js';

/** Reading what is closed: asked for, approved by two, over after an hour. */
@Resolver(() => BreakGlassType)
export class BreakGlassResolver {
  constructor(private readonly glasses: BreakGlasses) {}

  @Query(() => BreakGlassType, {
    name: 'breakGlass',
    nullable: true,
    description:
      "A request to read what is closed. A member's admin sees those for reports of the own member once they are over.",
  })
  @Requires('glass:read')
  async find(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Its id.' }) globalId: string,
  ): Promise<Readonly<BreakGlassType> | null> {
    const glass = await this.glasses.find(actor, idOf('breakGlass', globalId));
    return glass === undefined ? null : toBreakGlass(glass);
  }

  @Query(() => BreakGlassConnection, {
    description: 'Requests to read what is closed, newest first, as far as you may see them.',
  })
  @Requires('glass:read')
  async breakGlasses(
    @CurrentActor() actor: Actor,
    @Args() args: PageArgs,
  ): Promise<Connection<Readonly<BreakGlassType>>> {
    return toConnection(await this.glasses.list(actor, pageRequestOf(args)), toBreakGlass);
  }

  @Mutation(() => RequestBreakGlassPayload, {
    description:
      'Asks to read a report that is closed to analysts, for an hour. An admin and another analyst have to approve it within a day. The answer does not tell whether there is such a report.',
  })
  @Requires('glass:break')
  async requestBreakGlass(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which report, and why.' }) input: RequestBreakGlassInput,
  ): Promise<RequestBreakGlassPayload> {
    const { purpose, reason } = input;
    const reportId = idOf('report', input.reportId);
    return toPayload(await this.glasses.ask(actor, { reportId, purpose, reason }));
  }

  @Mutation(() => ApproveBreakGlassPayload, {
    description:
      "Approves that another analyst reads what is closed. It opens once an admin and an analyst of the coalition have approved, neither of them of the reporter's member.",
  })
  @Requires('glass:approve')
  async approveBreakGlass(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which request.' }) { breakGlassId }: ApproveBreakGlassInput,
  ): Promise<ApproveBreakGlassPayload> {
    return toPayload(await this.glasses.approve(actor, idOf('breakGlass', breakGlassId)));
  }

  @Mutation(() => CloseBreakGlassPayload, {
    description: 'Closes a request to read what is closed, before its time or before it was opened.',
  })
  @Requires('glass:approve')
  async closeBreakGlass(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which request.' }) { breakGlassId }: CloseBreakGlassInput,
  ): Promise<CloseBreakGlassPayload> {
    return toPayload(await this.glasses.close(actor, idOf('breakGlass', breakGlassId)));
  }
}

function toPayload(result: BreakGlassResult): RequestBreakGlassPayload {
  return result.ok
    ? { breakGlass: toBreakGlass(result.value), userErrors: [] }
    : { breakGlass: null, userErrors: toUserErrors(result.refusals) };
}
