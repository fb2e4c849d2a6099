import { Injectable } from '@nestjs/common';
import { Approvals, type CoalitionPurpose } from '../../access/index.js';
import { AuditLog } from '../../audit/index.js';
import type { Actor } from '../../common/actor.js';
import { assert } from '../../common/assert.js';
import { Clock } from '../../common/clock.js';
import { type BreakGlassId, newId, type ReportId } from '../../common/id.js';
import { type Page, pageOf, type PageRequest } from '../../common/page.js';
import { accepted, type Refusal, refused, type Result } from '../../common/refusal.js';
import { Database, type Tx } from '../../database/index.js';
import { timeCursor, timePlace } from '../../graphql/index.js';
import { checkText, type GateRefusalCode } from '../../identifier/index.js';
import { ReportRepository } from '../report.repository.js';
import { type BreakGlass, BREAK_GLASS_REASON_LENGTH_MAX, type BreakGlassStatus } from './break-glass.js';
import { BreakGlassRepository, type LockedBreakGlass } from './break-glass.repository.js';

export type BreakGlassRefusalCode =
  | GateRefusalCode
  | 'TOO_LONG'
  | 'REQUIRED'
  | 'NOT_FOUND'
  | 'SAME_PERSON'
  | 'OWN_MEMBER'
  | 'NOT_ALLOWED_IN_STATE';

export type BreakGlassResult = Result<BreakGlass, BreakGlassRefusalCode>;

/**
 * Lets an analyst read for an hour a report that is closed to analysts: asked for with a purpose and a reason, approved by
 * an admin and another analyst, told to the reporter's member when it is over. What it opens is decided by the database
 * (`glass_broken`).
 */
@Injectable()
export class BreakGlasses {
  constructor(
    private readonly database: Database,
    private readonly glasses: BreakGlassRepository,
    private readonly reports: ReportRepository,
    private readonly approvals: Approvals,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Asks. The answer is the same whether or not there is such a report; refused is only what the analyst may read anyway. */
  async ask(
    actor: Actor,
    asked: { readonly reportId: ReportId; readonly purpose: CoalitionPurpose; readonly reason: string },
  ): Promise<BreakGlassResult> {
    assert(actor.kind === 'user', 'no machine holds glass:break');
    const faults = checkReason(asked.reason);
    if (faults.length > 0) return refused(...faults);
    return this.database.asActor(actor, async (tx): Promise<BreakGlassResult> => {
      if ((await this.reports.find(tx, actor, asked.reportId)) !== undefined) return refused(isOpenAnyway());
      const id = newId('breakGlass');
      const reason = asked.reason.trim();
      const { memberId, userId: askedBy } = actor;
      await this.glasses.insert(tx, { ...asked, id, reason, askedBy, memberId, askedAt: this.clock.now() });
      await this.append(tx, actor, 'break-glass.ask', id, asked.purpose);
      return this.standing(tx, actor, id);
    });
  }

  /** Gives the approval of an admin or of another analyst; with one of each it opens, for an hour. */
  async approve(actor: Actor, id: BreakGlassId): Promise<BreakGlassResult> {
    return this.step(actor, id, ['ASKED'], async (tx, { askedBy, digest, concernsOwnMember }) => {
      const excluded = [askedBy, ...(concernsOwnMember ? [actor.memberId] : [])];
      const approval = { kind: 'BREAK_GLASS', objectId: id, digest, excluded } as const;
      const needed = await this.approvals.approve(tx, actor, approval, ['breakGlassId']);
      if (!needed.ok) return needed;
      const isOpen = await this.glasses.open(tx, id);
      await this.append(tx, actor, 'break-glass.approve', id, undefined, { opened: isOpen });
      return this.standing(tx, actor, id);
    });
  }

  /** Ends it before its time, or before it is opened. */
  async close(actor: Actor, id: BreakGlassId): Promise<BreakGlassResult> {
    return this.step(actor, id, ['ASKED', 'OPEN'], async (tx) => {
      await this.glasses.close(tx, id);
      await this.append(tx, actor, 'break-glass.close', id);
      return this.standing(tx, actor, id);
    });
  }

  async find(actor: Actor, id: BreakGlassId): Promise<BreakGlass | undefined> {
    return this.database.asActor(actor, async (tx) => {
      const glass = await this.glasses.find(tx, actor, id);
      await this.audit.append(tx, actor, {
        action: 'break-glass.read',
        objectKind: 'breakGlass',
        objectIds: glass === undefined ? [] : [glass.id],
      });
      return glass;
    });
  }

  /** Newest first. */
  async list(actor: Actor, { first, after }: PageRequest): Promise<Page<BreakGlass>> {
    return this.database.asActor(actor, async (tx) => {
      const rows = await this.glasses.page(
        tx,
        actor,
        after === undefined ? undefined : placeOf(after),
        first + 1,
      );
      const page = pageOf(rows, first, ({ askedAt, id }) => timeCursor({ at: askedAt, id }));
      await this.audit.append(tx, actor, {
        action: 'break-glass.read',
        objectKind: 'breakGlass',
        objectIds: page.rows.map(({ id }) => id),
      });
      return page;
    });
  }

  private async step(
    actor: Actor,
    id: BreakGlassId,
    from: readonly BreakGlassStatus[],
    work: (tx: Tx, glass: LockedBreakGlass) => Promise<BreakGlassResult>,
  ): Promise<BreakGlassResult> {
    return this.database.asActor(actor, async (tx): Promise<BreakGlassResult> => {
      const glass = await this.glasses.lock(tx, id, actor.memberId);
      if (glass === undefined) return refused(notFound());
      return from.includes(glass.status) ? work(tx, glass) : refused(isOver(glass.status));
    });
  }

  private async standing(tx: Tx, actor: Actor, id: BreakGlassId): Promise<BreakGlassResult> {
    const glass = await this.glasses.find(tx, actor, id);
    assert(glass !== undefined, 'whoever changed a row sees it');
    return accepted(glass);
  }

  private append(
    tx: Tx,
    actor: Actor,
    action: string,
    id: BreakGlassId,
    purpose?: CoalitionPurpose,
    detail?: Readonly<Record<string, boolean>>,
  ): Promise<void> {
    return this.audit.append(tx, actor, {
      action,
      purpose,
      objectKind: 'breakGlass',
      objectIds: [id],
      detail,
    });
  }
}

function checkReason(reason: string): readonly Refusal<BreakGlassRefusalCode>[] {
  if (reason.trim() === '')
    return [{ code: 'REQUIRED', field: ['reason'], message: 'Write why it has to be read.' }];
  return checkText(reason, ['reason'], { lengthMax: BREAK_GLASS_REASON_LENGTH_MAX, multiline: true });
}

function placeOf(cursor: string): readonly [at: string, id: string] {
  const { at, id } = timePlace(cursor);
  return [at.toISOString(), id];
}

function notFound(): Refusal<'NOT_FOUND'> {
  return { code: 'NOT_FOUND', field: ['breakGlassId'], message: 'There is no such request.' };
}

function isOpenAnyway(): Refusal<'NOT_ALLOWED_IN_STATE'> {
  const message = 'You may read this report as it is: there is no glass to break.';
  return { code: 'NOT_ALLOWED_IN_STATE', field: ['reportId'], message };
}

function isOver(status: BreakGlassStatus): Refusal<'NOT_ALLOWED_IN_STATE'> {
  const message = `The request is ${status}: this step is not open to it. Ask anew.`;
  return { code: 'NOT_ALLOWED_IN_STATE', field: ['breakGlassId'], message };
}
