import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type CoalitionPurpose, CoalitionPurposeEnum, CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { fromGlobalId } from '../../common/id.js';
import { refused } from '../../common/refusal.js';
import { type Connection, pageRequestOf, toConnection } from '../../graphql/index.js';
import { ActionLife } from '../action-life.service.js';
import { ACTION_NOT_FOUND } from '../action-refusal.js';
import { ActionService } from '../action.service.js';
import { ActionsArgs, CorrectActionInput, RecordActionInput, WithdrawActionInput } from './action.inputs.js';
import {
  ActionConnection,
  ActionType,
  CorrectActionPayload,
  RecordActionPayload,
  WithdrawActionPayload,
} from './action.types.js';
import { idIn, idOf } from '../../common/id-in.js';
import { toAskedLead } from './lead.input.js';
import { toAction, toActionDraft, toActionPayload } from './to-action.js';

/** Recording what was done about merchants, and reading it again. */
@Resolver(() => ActionType)
export class ActionResolver {
  constructor(
    private readonly actions: ActionService,
    private readonly life: ActionLife,
  ) {}

  @Query(() => ActionType, {
    name: 'action',
    nullable: true,
    description:
      'An action of your own member (analysts: on any merchant that they triage). Null when there is none that you may see.',
  })
  @Requires('action:read')
  async find(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Its id.' }) globalId: string,
    @Args('purpose', {
      type: () => CoalitionPurposeEnum,
      nullable: true,
      description: "Why you read it: needed of analysts, who read other members'.",
    })
    purpose: CoalitionPurpose | null,
  ): Promise<ActionType | null> {
    const id = idOf('action', globalId);
    const action = await this.actions.find(actor, { id, purpose: purpose ?? undefined });
    return action === undefined ? null : toAction(action);
  }

  @Query(() => ActionConnection, {
    name: 'actions',
    description:
      'Actions of your own member (analysts: of all, on merchants that they triage), newest first.',
  })
  @Requires('action:read')
  async list(@CurrentActor() actor: Actor, @Args() args: ActionsArgs): Promise<Connection<ActionType>> {
    const { noticeId, screeningId, merchantId, memberId, kinds, statuses } = args.filter ?? {};
    const page = await this.actions.list(actor, {
      filter: {
        noticeId: idIn('notice', noticeId),
        screeningId: idIn('screening', screeningId),
        merchantId: idIn('merchant', merchantId),
        memberId: idIn('member', memberId),
        kinds: kinds ?? undefined,
        statuses: statuses ?? undefined,
      },
      purpose: args.purpose ?? undefined,
      page: pageRequestOf(args),
    });
    return toConnection(page, toAction);
  }

  @Mutation(() => RecordActionPayload, {
    description:
      'Records what your member did about a merchant, on a match or a notice. Safe to send again with the same client reference.',
  })
  @Requires('action:record')
  async recordAction(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The action.' }) input: RecordActionInput,
  ): Promise<RecordActionPayload> {
    const lead = toAskedLead(input);
    if (!lead.ok) return toActionPayload(lead);
    const { clientReference, action } = input;
    const asked = { clientReference, lead: lead.value, action: toActionDraft(action) };
    return toActionPayload(await this.actions.record(actor, asked));
  }

  @Mutation(() => CorrectActionPayload, { description: 'Says an action of your own member anew.' })
  @Requires('action:record')
  async correctAction(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which action, and what was done.' }) input: CorrectActionInput,
  ): Promise<CorrectActionPayload> {
    const actionId = fromGlobalId('action', input.actionId);
    if (actionId === undefined) return toActionPayload(refused(ACTION_NOT_FOUND));
    return toActionPayload(await this.life.correct(actor, { actionId, action: toActionDraft(input.action) }));
  }

  @Mutation(() => WithdrawActionPayload, {
    description: 'Takes an action of your own member back. What it answered stays answered.',
  })
  @Requires('action:record')
  async withdrawAction(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which action, and why.' }) { actionId, reason }: WithdrawActionInput,
  ): Promise<WithdrawActionPayload> {
    const id = fromGlobalId('action', actionId);
    if (id === undefined) return toActionPayload(refused(ACTION_NOT_FOUND));
    return toActionPayload(await this.life.withdraw(actor, { actionId: id, reason }));
  }
}
