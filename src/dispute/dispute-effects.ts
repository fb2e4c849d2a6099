import { Injectable } from '@nestjs/common';
import { Alerts } from '../alert/index.js';
import { AuditLog } from '../audit/index.js';
import { Clock } from '../common/clock.js';
import type { DisputeId, MemberId, MerchantId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import { Challenges } from '../indicator/index.js';
import { Rulings } from '../report/index.js';
import { disputeStatusAfter, isOutcome, isRunning } from './dispute-status.js';
import { answerBy } from './dispute-terms.js';
import {
  ADD_PARTIES,
  ADD_REPORTS,
  LAPSE_PARTIES,
  LOCK_STATE,
  SELECT_PARTIES,
  SELECT_REPORTS,
  SELECT_RESTING,
  SET_STATUS,
} from './effect.statements.js';
import {
  type DisputedReport,
  type DisputeParty,
  type DisputeState,
  endOfAnswers,
  ruledOutBy,
} from './ruled-out-by.js';

/** A report that a disputed listing rests on, with the merchant that it was when it came. */
type RestingReport = Omit<DisputedReport, 'stands'> & { readonly ownMerchantId: MerchantId };

interface LockedState extends Pick<DisputeState, 'grounds' | 'status' | 'stage' | 'ruling'> {
  readonly id: DisputeId;
  readonly handles: readonly MerchantId[];
  readonly answerBy: Date;
}

/**
 * Carries out what a dispute comes to: asks those who reported, shows what is challenged as disputed, lets those lose who do
 * not answer in time, and takes out of listings what is ruled out. In transactions of the role `resolver`. What it does
 * follows from how the dispute stands; doing it again changes nothing.
 *
 * Nothing here depends on whether a hold covers the merchant: the sides of a dispute see it take the same steps at the same
 * times as any other (product.md, rule 5).
 */
@Injectable()
export class DisputeEffects {
  constructor(
    private readonly alerts: Alerts,
    private readonly challenges: Challenges,
    private readonly rulings: Rulings,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async carryOut(tx: Tx, id: DisputeId): Promise<void> {
    const [locked] = await tx.statement<LockedState>(LOCK_STATE, [id]);
    if (locked === undefined) return;
    if (stillAsks(locked)) await this.ask(tx, locked);
    await this.lapse(tx, locked);

    const parties = await tx.statement<DisputeParty>(SELECT_PARTIES, [id]);
    const reports = await tx.statement<RestingReport & DisputedReport>(SELECT_REPORTS, [id]);
    const state = await this.endAnswers(tx, { ...locked, parties, reports }, locked);
    await this.rulings.apply(tx, id, ruledOutBy(state));
    const ownMerchantIds = reports.map(({ ownMerchantId }) => ownMerchantId);
    if (isRunning(state.status)) await this.challenges.open(tx, { id, kind: 'DISPUTE', ownMerchantIds });
    else await this.challenges.end(tx, id);
    await this.closeAlerts(tx, state, id);
  }

  /** Asks every member on whose accepted reports the listing rests, and that was not asked before, to answer. */
  private async ask(tx: Tx, { id, handles }: LockedState): Promise<void> {
    const resting = await tx.statement<RestingReport>(SELECT_RESTING, [handles, id]);
    const memberIds = [...new Set(resting.map(({ memberId }) => memberId))];
    const actBy = answerBy(this.clock.now());
    const asked = await tx.statement<{ memberId: MemberId }>(ADD_PARTIES, [id, memberIds, actBy]);
    await tx.statement(ADD_REPORTS, [
      id,
      resting.map(({ reportId }) => reportId),
      resting.map(({ memberId }) => memberId),
      resting.map(({ ownMerchantId }) => ownMerchantId),
    ]);
    await this.alerts.raise(
      tx,
      asked.map(({ memberId }) => ({
        memberId,
        kind: 'DISPUTE' as const,
        objectId: id,
        acknowledgeBy: actBy,
        actBy,
      })),
    );
  }

  private async lapse(tx: Tx, { id }: LockedState): Promise<void> {
    const lapsed = await tx.statement(LAPSE_PARTIES, [id, this.clock.now()]);
    if (lapsed.length > 0) await this.note(tx, 'dispute.lapse', id);
  }

  private async endAnswers(
    tx: Tx,
    state: DisputeState,
    { id, answerBy }: LockedState,
  ): Promise<DisputeState> {
    const now = this.clock.now();
    const verb = endOfAnswers(state, now, answerBy);
    const status = verb && disputeStatusAfter(state.status, verb);
    if (verb === undefined || status === undefined) return state;
    await tx.statement(SET_STATUS, [id, status, isOutcome(status) ? now : null]);
    await this.note(tx, verb === 'LAPSE' ? 'dispute.uphold-by-default' : 'dispute.begin-review', id);
    return { ...state, status };
  }

  /** Nothing waits any more for who has answered, or when the dispute is decided. */
  private async closeAlerts(tx: Tx, { status, parties }: DisputeState, id: DisputeId): Promise<void> {
    if (isOutcome(status)) return this.alerts.close(tx, { kind: 'DISPUTE', objectId: id });
    for (const { memberId, answer, lapsed } of parties)
      if (answer !== null || lapsed) await this.alerts.close(tx, { kind: 'DISPUTE', objectId: id, memberId });
  }

  private note(tx: Tx, action: string, id: DisputeId): Promise<void> {
    return this.audit.append(tx, null, { action, objectKind: 'dispute', objectIds: [id] });
  }
}

/**
 * Whether whoever has reported meanwhile is a side of it as well: until it is decided, and again when what was rejected is
 * appealed. What is reported after a listing was taken off is new evidence, and no part of the dispute.
 */
function stillAsks({ stage, ruling }: LockedState): boolean {
  return stage === 1 || (ruling !== null && ruling.outcome !== 'UPHELD');
}
