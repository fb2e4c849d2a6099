import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import type { Actor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import { Clock } from '../common/clock.js';
import type { ActionId } from '../common/id.js';
import { accepted, refused, type Result, under } from '../common/refusal.js';
import { Database, type Tx } from '../database/index.js';
import { MemberEvents } from '../event/index.js';
import { type Action, ACTION_VERSIONS_MAX, type ActionContent, type ActionDraft } from './action.js';
import { firstDifference } from './action-content.js';
import { ActionGrounds } from './action-grounds.service.js';
import { ACTION_NOT_FOUND, type ActionRefusal, type ActionRefusalCode } from './action-refusal.js';
import { ActionRepository, type LockedAction } from './action.repository.js';
import type { ActionResult } from './action.service.js';
import { type ActionVerb, takeActionStep } from './action-status.js';
import { checkAction, checkReason } from './check-action.js';

/** What happens to an action after it was recorded: its own member corrects or withdraws it. */
@Injectable()
export class ActionLife {
  constructor(
    private readonly database: Database,
    private readonly actions: ActionRepository,
    private readonly grounds: ActionGrounds,
    private readonly events: MemberEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Says the action anew, as its next version. It has to stand on the member's assessment of now. The same is no version. */
  async correct(
    actor: Actor,
    asked: { readonly actionId: ActionId; readonly action: ActionDraft },
  ): Promise<ActionResult> {
    const checked = checkAction(asked.action, this.clock.now().toISOString().slice(0, 10));
    if (!checked.ok) return refused(...under('action', checked.refusals));
    const { content, urlPathDropped } = checked.value;
    const result = await this.step(actor, asked.actionId, 'CORRECT', (tx, action) =>
      this.addVersion(tx, actor, action, content),
    );
    return result.ok ? accepted({ action: result.value, urlPathDropped }) : result;
  }

  /** Takes the action back for good. What it answered stays answered, and an opinion that went with it stays given. */
  async withdraw(
    actor: Actor,
    { actionId, reason }: { readonly actionId: ActionId; readonly reason: string },
  ): Promise<ActionResult> {
    const refusals = checkReason(reason);
    if (refusals.length > 0) return refused(...refusals);
    const result = await this.step(actor, actionId, 'WITHDRAW', async (tx, action) => {
      await this.actions.change(tx, actor, actionId, {
        status: 'WITHDRAWN',
        version: action.present.version,
        reason: reason.trim(),
        at: this.clock.now(),
      });
      const withdrawn = { memberId: actor.memberId, kind: 'ACTION_WITHDRAWN', objectId: actionId } as const;
      await this.events.write(tx, [withdrawn]);
      return undefined;
    });
    return result.ok ? accepted({ action: result.value, urlPathDropped: false }) : result;
  }

  /** One step of the life cycle: `change` makes it, or gives why it is refused. */
  private step(
    actor: Actor,
    id: ActionId,
    verb: ActionVerb,
    change: (tx: Tx, action: LockedAction) => Promise<ActionRefusal | undefined>,
  ): Promise<Result<Action, ActionRefusalCode>> {
    return this.database.asActor(actor, async (tx): Promise<Result<Action, ActionRefusalCode>> => {
      const action = await this.actions.lock(tx, actor, id);
      if (action === undefined) return refused(ACTION_NOT_FOUND);
      const next = takeActionStep(action.status, verb);
      if (!next.ok) return next;
      const refusal = await change(tx, action);
      if (refusal !== undefined) return refused(refusal);
      await this.audit.append(tx, actor, {
        action: `action.${verb.toLowerCase()}`,
        objectKind: 'action',
        objectIds: [id],
      });
      const changed = await this.actions.find(tx, actor, id);
      assert(changed !== undefined, 'an action that was locked is seen by whoever locked it');
      return accepted(changed);
    });
  }

  private async addVersion(
    tx: Tx,
    actor: Actor,
    action: LockedAction,
    content: ActionContent,
  ): Promise<ActionRefusal | undefined> {
    const { noticeId, screeningId, merchantId, present, indicatorIds } = action;
    const lead = { noticeId, screeningId, merchantId };
    if (firstDifference({ ...present, ...lead }, { ...content, ...lead }) === undefined) return undefined;
    if (!keepsForwarding(present, content)) return FORWARDING_STAYS;
    if (present.version >= ACTION_VERSIONS_MAX) return CORRECTED_OFTEN;
    const disposition = await this.grounds.dispositionFor(tx, actor, content.kind, lead);
    if (!disposition.ok) return disposition.refusals[0];
    const version = present.version + 1;
    const next = { version, content, dispositionId: disposition.value, at: this.clock.now() };
    await this.actions.correct(tx, actor, action.id, next);
    const corrected = { memberId: actor.memberId, kind: 'ACTION_CORRECTED', objectId: action.id } as const;
    await this.events.write(tx, [corrected]);
    await this.grounds.giveOpinions(tx, actor, content.kind, indicatorIds);
    return undefined;
  }
}

/** What another member was told is not untold: an action that forwarded stays one, to the same member, and none becomes one. */
function keepsForwarding(present: ActionContent, content: ActionContent): boolean {
  return present.forwardedTo === content.forwardedTo;
}

const FORWARDING_STAYS: ActionRefusal = {
  code: 'ACTION_CONFLICT',
  field: ['action', 'forwardedToMemberId'],
  message: 'A notice that went to another member does not come back: withdraw the action and record another.',
};

const CORRECTED_OFTEN: ActionRefusal = {
  code: 'TOO_MANY',
  field: ['actionId'],
  message: `An action has at most ${ACTION_VERSIONS_MAX} versions: withdraw it and record another.`,
};
