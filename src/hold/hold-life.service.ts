import { Injectable } from '@nestjs/common';
import { Approvals } from '../access/index.js';
import { AuditLog } from '../audit/index.js';
import type { Actor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import { Clock } from '../common/clock.js';
import type { HoldId } from '../common/id.js';
import { accepted, refused, type Result } from '../common/refusal.js';
import { Database, Outbox, type Tx } from '../database/index.js';
import { checkHoldReason } from './check-hold.js';
import type { HoldWithHistory } from './hold.js';
import { HOLD_NOT_FOUND, type HoldRefusalCode } from './hold-refusal.js';
import { HoldRepository, type LockedHold } from './hold.repository.js';
import type { HoldResult } from './hold.service.js';
import { type HoldStatus, type HoldVerb, takeHoldStep } from './hold-status.js';
import { extendedTermEnd } from './hold-term.js';
import { HOLD_CHANGED, type HoldChanged } from './topics.js';

/** A hold with how many analysts' approvals its release still needs: 0 when it is lifted. */
export interface HoldRelease {
  readonly hold: HoldWithHistory;
  readonly approvalsNeeded: number;
}

export interface HoldStepInput {
  readonly holdId: HoldId;
  readonly reason: string;
}

/** The steps of a hold's life after it was placed. Who may ask for which is decided by the permission of the operation. */
@Injectable()
export class HoldLife {
  constructor(
    private readonly database: Database,
    private readonly holds: HoldRepository,
    private readonly approvals: Approvals,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** An analyst stands by the request: from now on the liaison that asked sees what it covers, as far as handling allows. */
  activate(actor: Actor, input: HoldStepInput): Promise<HoldResult> {
    return this.step(actor, input, 'ACTIVATE', ({ until }) => accepted(until));
  }

  /** Calls it into review before its term is over: it still hides, and may be lifted or extended. */
  review(actor: Actor, input: HoldStepInput): Promise<HoldResult> {
    return this.step(actor, input, 'END_TERM', ({ until }) => accepted(until));
  }

  /** Gives it another term, as the outcome of a review. */
  extend(actor: Actor, input: HoldStepInput & { readonly days: number }): Promise<HoldResult> {
    return this.step(actor, input, 'EXTEND', ({ placedAt }) =>
      extendedTermEnd(placedAt, this.clock.now(), input.days),
    );
  }

  /** Approves that it is lifted as it stands now; the second analyst's approval lifts it. */
  async approveRelease(actor: Actor, input: HoldStepInput): Promise<Result<HoldRelease, HoldRefusalCode>> {
    const faults = checkHoldReason(input.reason);
    if (faults.length > 0) return refused(...faults);
    return this.database.asActor(actor, async (tx): Promise<Result<HoldRelease, HoldRefusalCode>> => {
      const hold = await this.holds.lock(tx, actor, input.holdId);
      if (hold === undefined) return refused(HOLD_NOT_FOUND);
      const released = takeHoldStep(hold.status, 'RELEASE');
      if (!released.ok) return released;
      const reason = input.reason.trim();
      const approvable = {
        kind: 'HOLD_RELEASE',
        objectId: hold.id,
        digest: hold.digest,
        excluded: hold.reporters,
      } as const;
      const needed = await this.approvals.approve(tx, actor, { ...approvable, reason }, ['holdId']);
      if (!needed.ok) return needed;
      await this.append(tx, actor, 'hold.approve-release', hold.id, { approvalsNeeded: needed.value });
      if (needed.value === 0) await this.change(tx, actor, hold, released.value, hold.until, reason);
      return accepted({ hold: await this.shown(tx, actor, hold.id), approvalsNeeded: needed.value });
    });
  }

  private async step(
    actor: Actor,
    { holdId, reason }: HoldStepInput,
    verb: Exclude<HoldVerb, 'RELEASE'>,
    untilOf: (hold: LockedHold) => Result<Date, HoldRefusalCode>,
  ): Promise<HoldResult> {
    const faults = checkHoldReason(reason);
    if (faults.length > 0) return refused(...faults);
    return this.database.asActor(actor, async (tx): Promise<HoldResult> => {
      const hold = await this.holds.lock(tx, actor, holdId);
      if (hold === undefined) return refused(HOLD_NOT_FOUND);
      const next = takeHoldStep(hold.status, verb);
      if (!next.ok) return next;
      const until = untilOf(hold);
      if (!until.ok) return until;
      await this.append(tx, actor, ACTION[verb], hold.id);
      await this.change(tx, actor, hold, next.value, until.value, reason.trim());
      return accepted(await this.shown(tx, actor, hold.id));
    });
  }

  private async change(
    tx: Tx,
    actor: Actor,
    { id, status }: LockedHold,
    to: HoldStatus,
    until: Date,
    reason: string,
  ): Promise<void> {
    await this.holds.change(tx, actor, { id, until }, { from: status, to, reason, at: this.clock.now() });
    await this.outbox.put(tx, HOLD_CHANGED, { holdId: id } satisfies HoldChanged);
  }

  private async shown(tx: Tx, actor: Actor, id: HoldId): Promise<HoldWithHistory> {
    const hold = await this.holds.find(tx, actor, id);
    const history = (await this.holds.histories(tx, actor, [id])).get(id) ?? [];
    assert(hold !== undefined, 'a hold that was locked is seen by whoever locked it');
    return { ...hold, history };
  }

  private append(
    tx: Tx,
    actor: Actor,
    action: string,
    id: HoldId,
    detail?: Readonly<Record<string, number>>,
  ): Promise<void> {
    return this.audit.append(tx, actor, { action, objectKind: 'hold', objectIds: [id], detail });
  }
}

const ACTION = {
  ACTIVATE: 'hold.activate',
  END_TERM: 'hold.review',
  EXTEND: 'hold.extend',
} as const;
