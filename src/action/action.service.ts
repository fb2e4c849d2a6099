import { Injectable } from '@nestjs/common';
import { type CoalitionPurpose, purposeOfReading } from '../access/index.js';
import { AuditLog } from '../audit/index.js';
import type { Actor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import { Clock } from '../common/clock.js';
import { type ActionId, newId } from '../common/id.js';
import type { Page, PageRequest } from '../common/page.js';
import { accepted, refused, type Result, under } from '../common/refusal.js';
import { Database, type Tx } from '../database/index.js';
import { MemberEvents } from '../event/index.js';
import { isAnalyst } from '../indicator/index.js';
import type { Action, ActionContent, ActionDraft, ActionFilter } from './action.js';
import { firstDifference } from './action-content.js';
import { ActionGrounds } from './action-grounds.service.js';
import type { ActionRefusalCode } from './action-refusal.js';
import { ActionRepository } from './action.repository.js';
import { checkAction, checkClientReference } from './check-action.js';
import type { AskedLead, Lead } from './lead/lead.js';
import { Leads, noSuchLead } from './lead/leads.service.js';

/** An action as it is kept, and whether of a web address in its note more than the host was dropped. */
export interface RecordedAction {
  readonly action: Action;
  readonly urlPathDropped: boolean;
}

/** What is to be recorded. */
export interface AskedAction {
  readonly clientReference: string;
  readonly lead: AskedLead;
  readonly action: ActionDraft;
}

export type ActionResult = Result<RecordedAction, ActionRefusalCode>;

/** Records what members did about merchants, and shows it: to a member its own, to analysts what they triage. */
@Injectable()
export class ActionService {
  constructor(
    private readonly database: Database,
    private readonly actions: ActionRepository,
    private readonly leads: Leads,
    private readonly grounds: ActionGrounds,
    private readonly events: MemberEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Records an action on a match or a notice. Sent again with the same content it is the same action; with other content it
   * is refused with CLIENT_REFERENCE_CONFLICT, which names the first field that differs. That is looked at before what the
   * action rests on, which may have changed since.
   */
  async record(actor: Actor, asked: AskedAction): Promise<ActionResult> {
    const now = this.clock.now();
    const referenceRefusals = checkClientReference(asked.clientReference);
    const checked = checkAction(asked.action, now.toISOString().slice(0, 10));
    if (!checked.ok) return refused(...referenceRefusals, ...under('action', checked.refusals));
    if (referenceRefusals.length > 0) return refused(...referenceRefusals);
    const { content, urlPathDropped } = checked.value;
    const result = await this.database.asActor(
      actor,
      async (tx): Promise<Result<Action, ActionRefusalCode>> => {
        const existing = await this.actions.findByReference(tx, actor, asked.clientReference);
        if (existing !== undefined) return sameOrConflict(existing, asked.lead, content);
        const lead = await this.leads.find(tx, actor, asked.lead);
        if (lead === undefined) return refused(noSuchLead(asked.lead));
        return this.store(tx, actor, { clientReference: asked.clientReference, lead, content, now });
      },
    );
    return result.ok ? accepted({ action: result.value, urlPathDropped }) : result;
  }

  async find(
    actor: Actor,
    { id, ...read }: { readonly id: ActionId; readonly purpose: CoalitionPurpose | undefined },
  ): Promise<Action | undefined> {
    const purpose = purposeOfReading(read.purpose, readingOf(actor));
    return this.database.asActor(actor, async (tx) => {
      const action = await this.actions.find(tx, actor, id);
      await this.logRead(tx, actor, purpose, action === undefined ? [] : [action]);
      return action;
    });
  }

  /** Newest first. */
  async list(
    actor: Actor,
    query: {
      readonly filter: ActionFilter;
      readonly page: PageRequest;
      readonly purpose: CoalitionPurpose | undefined;
    },
  ): Promise<Page<Action>> {
    const purpose = purposeOfReading(query.purpose, readingOf(actor));
    return this.database.asActor(actor, async (tx) => {
      const page = await this.actions.page(tx, actor, query.filter, query.page);
      await this.logRead(tx, actor, purpose, page.rows);
      return page;
    });
  }

  private async store(
    tx: Tx,
    actor: Actor,
    {
      clientReference,
      lead,
      content,
      now,
    }: {
      readonly clientReference: string;
      readonly lead: Lead;
      readonly content: ActionContent;
      readonly now: Date;
    },
  ): Promise<Result<Action, ActionRefusalCode>> {
    const disposition = await this.grounds.dispositionFor(tx, actor, content.kind, lead);
    if (!disposition.ok) return disposition;
    const answered = await this.leads.answer(tx, actor, lead, content);
    if (!answered.ok) return answered;
    const id = newId('action');
    const first = { version: 1, content, dispositionId: disposition.value, at: now };
    await this.actions.insert(tx, actor, { id, clientReference, lead }, first);
    await this.events.write(tx, [{ memberId: actor.memberId, kind: 'ACTION_RECORDED', objectId: id }]);
    await this.grounds.giveOpinions(tx, actor, content.kind, lead.indicatorIds);
    await this.audit.append(tx, actor, { action: 'action.record', objectKind: 'action', objectIds: [id] });
    const action = await this.actions.find(tx, actor, id);
    assert(action !== undefined, 'a member sees what it has just recorded');
    return accepted(action);
  }

  private async logRead(
    tx: Tx,
    actor: Actor,
    purpose: CoalitionPurpose | undefined,
    actions: readonly Action[],
  ): Promise<void> {
    await this.audit.append(tx, actor, {
      action: 'action.read',
      purpose,
      objectKind: 'action',
      objectIds: actions.map(({ id }) => id),
    });
  }
}

/** The action that has the client reference already, if it says the same now or said so at first. */
function sameOrConflict(
  existing: Action,
  asked: AskedLead,
  content: ActionContent,
): Result<Action, ActionRefusalCode> {
  const { noticeId, screeningId, merchantId } = existing;
  const said = { noticeId: null, screeningId: null, merchantId, ...asked, ...content };
  const lead = { noticeId, screeningId, merchantId };
  const first = existing.versions[0] ?? existing.present;
  const field = firstDifference({ ...existing.present, ...lead }, said);
  if (field === undefined || firstDifference({ ...first, ...lead }, said) === undefined)
    return accepted(existing);
  return refused({
    code: 'CLIENT_REFERENCE_CONFLICT',
    field,
    message: `You have used this client reference for an action whose ${field.at(-1) ?? 'content'} differs: correct that action, or use another reference.`,
  });
}

function readingOf(actor: Actor): { readonly ofOthers: boolean; readonly things: string } {
  return { ofOthers: isAnalyst(actor), things: 'actions' };
}
