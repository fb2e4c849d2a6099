import { Injectable } from '@nestjs/common';
import { Alerts } from '../alert/index.js';
import { AuditLog } from '../audit/index.js';
import { Clock } from '../common/clock.js';
import type { DisputeId, MemberId, MerchantId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import { Challenges } from '../indicator/index.js';
import { Rulings } from '../report/index.js';
import { DisputeNews } from './dispute-news.js';
import { type DisputeOutcome, isOutcome, isRunning, takeDisputeStep } from './dispute-status.js';
import { answerBy, appealableNoMoreSince } from './dispute-terms.js';
import {
  ADD_PARTIES,
  ADD_REPORTS,
  END_DISPUTE,
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
  readonly ruledAt: Date | null;
  /** The outcome that is appealed, or was; null where nobody has. */
  readonly appealed: DisputeOutcome | null;
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
    private readonly news: DisputeNews,
    private readonly challenges: Challenges,
    private readonly rulings: Rulings,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async carryOut(tx: Tx, id: DisputeId): Promise<void> {
    const [locked] = await tx.statement<LockedState>(LOCK_STATE, [id]);
    if (locked === undefined) return;
    if (stillAsks(locked)) await this.takeIn(tx, locked);
    // Once it is decided nobody loses any more by being silent.
    if (isRunning(locked.status)) await this.lapse(tx, locked);

    const parties = await tx.statement<DisputeParty>(SELECT_PARTIES, [id]);
    const reports = await tx.statement<RestingReport & DisputedReport>(SELECT_REPORTS, [id]);
    const state = await this.endAnswers(tx, { ...locked, parties, reports }, locked);
    await this.rulings.apply(tx, id, ruledOutBy(state));
    const ownMerchantIds = reports.map(({ ownMerchantId }) => ownMerchantId);
    if (isRunning(state.status)) await this.challenges.open(tx, { id, kind: 'DISPUTE', ownMerchantIds });
    else await this.challenges.end(tx, id);
    await this.closeAlerts(tx, state, id);
    await this.end(tx, id);
  }

  /**
   * Takes in the accepted reports that the listing rests on, and asks their members to answer that were not asked before. A
   * ruling takes in what was accepted until it was made; what comes after it is new evidence, and nobody is asked any more.
   */
  private async takeIn(tx: Tx, { id, handles, status, ruledAt }: LockedState): Promise<void> {
    const resting = await tx.statement<RestingReport & { readonly acceptedAt: Date }>(SELECT_RESTING, [
      handles,
      id,
    ]);
    const taken = resting.filter(
      ({ acceptedAt }) => isRunning(status) || (ruledAt !== null && acceptedAt < ruledAt),
    );
    const parties = await this.addParties(tx, id, taken);
    if (isRunning(status)) await this.ask(tx, id, parties);
    await tx.statement(ADD_REPORTS, [
      id,
      taken.map(({ reportId }) => reportId),
      taken.map(({ memberId }) => memberId),
      taken.map(({ ownMerchantId }) => ownMerchantId),
    ]);
  }

  /** Whoever reported is a side of it: it reads the ruling, and may appeal. Gives those who were none before. */
  private addParties(
    tx: Tx,
    id: DisputeId,
    resting: readonly RestingReport[],
  ): Promise<{ memberId: MemberId; hasLeft: boolean }[]> {
    const memberIds = [...new Set(resting.map(({ memberId }) => memberId))];
    return tx.statement(ADD_PARTIES, [id, memberIds, answerBy(this.clock.now())]);
  }

  private async ask(
    tx: Tx,
    id: DisputeId,
    parties: readonly { readonly memberId: MemberId; readonly hasLeft: boolean }[],
  ): Promise<void> {
    const actBy = answerBy(this.clock.now());
    // Nobody reads the news of a member that has left: an analyst may answer for it (dispute-care.service.ts).
    const asked = parties.filter(({ hasLeft }) => !hasLeft);
    await this.news.tellParties(tx, id, 'DISPUTE_ANSWER_ASKED', asked);
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
    const lapsed = await tx.statement<{ memberId: MemberId }>(LAPSE_PARTIES, [id, this.clock.now()]);
    await this.news.tellParties(tx, id, 'DISPUTE_ANSWER_LAPSED', lapsed);
    if (lapsed.length > 0) await this.note(tx, 'dispute.lapse', id);
  }

  private async endAnswers(
    tx: Tx,
    state: DisputeState,
    { id, answerBy }: LockedState,
  ): Promise<DisputeState> {
    const now = this.clock.now();
    const verb = endOfAnswers(state, now, answerBy);
    const step = verb && takeDisputeStep(state.status, verb);
    if (verb === undefined || !step?.ok) return state;
    const status = step.value;
    await tx.statement(SET_STATUS, [id, status, isOutcome(status) ? now : null]);
    await this.news.tellSides(tx, id, isOutcome(status) ? 'DISPUTE_RULED' : 'DISPUTE_IN_REVIEW');
    await this.note(tx, verb === 'LAPSE' ? 'dispute.uphold-by-default' : 'dispute.begin-review', id);
    return { ...state, status };
  }

  /** Nothing waits any more for who has answered, or when the dispute is decided. */
  private async closeAlerts(tx: Tx, { status, parties }: DisputeState, id: DisputeId): Promise<void> {
    if (isOutcome(status)) await this.alerts.close(tx, { kind: 'DISPUTE', objectId: id });
    else
      for (const { memberId, answer, lapsed } of parties)
        if (answer !== null || lapsed)
          await this.alerts.close(tx, { kind: 'DISPUTE', objectId: id, memberId });
  }

  /** It is decided for good once it was decided on appeal, or nobody has appealed in time. */
  private async end(tx: Tx, id: DisputeId): Promise<void> {
    const now = this.clock.now();
    const ended = await tx.statement(END_DISPUTE, [id, now, appealableNoMoreSince(now)]);
    if (ended.length > 0) await this.news.tellSides(tx, id, 'DISPUTE_ENDED');
  }

  private note(tx: Tx, action: string, id: DisputeId): Promise<void> {
    return this.audit.append(tx, null, { action, objectKind: 'dispute', objectIds: [id] });
  }
}

/**
 * Whether whoever has reported meanwhile is a side of it as well: until it is decided, and again when what left the listing in
 * place is appealed. What is reported after it was taken off is new evidence, and no part of the dispute, however that ends.
 */
function stillAsks({ appealed }: LockedState): boolean {
  return appealed !== 'UPHELD';
}
