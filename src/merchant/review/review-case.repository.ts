import { Injectable } from '@nestjs/common';
import type { JudgementId, MerchantId, ReportId } from '../../common/id.js';
import { PublicError } from '../../common/refusal.js';
import { accessRule, type Tx } from '../../database/index.js';
import { openToAnalyst } from './sql/open-to-analyst.js';
import type { EngineFinding, Member, ReviewCase, StandingJudgement } from './review-case.js';

/** How often merchants are locked anew that changed while they were being locked. */
const LOCK_ATTEMPTS_MAX = 5;

/** A possible match, as far as a decision about it looks at it. */
export interface StoredPossibleMatch {
  readonly id: JudgementId;
  readonly a: ReportId;
  readonly b: ReportId;
  readonly withdrawn: boolean;
}

const PAIR = openToAnalyst('description_a', 'description_b');
const ONE = openToAnalyst('description.id');
const MATCH = accessRule('review.case-match', PAIR);
const JUDGEMENTS = accessRule('review.case-judgements', PAIR);
const MERCHANTS = accessRule('review.case-merchants', ONE);
const FIRST_REPORTS = accessRule('review.case-first-reports', ONE);
const MEMBERS = accessRule('review.case-members', ONE);
const LOCK = accessRule('review.case-lock', ONE);
const LOCK_REPORTS = accessRule('review.case-lock-reports', ONE);

/** Loads what decisions look at, as far as it is open to the analyst who has entered. */
@Injectable()
export class ReviewCaseRepository {
  async possibleMatch(tx: Tx, id: JudgementId): Promise<StoredPossibleMatch | undefined> {
    const [row] = await tx.query<StoredPossibleMatch>(
      `select id, description_a as a, description_b as b, withdrawn_at is not null as withdrawn
       from judgement where ${MATCH} and id = $1 and origin = 'ENGINE' and verdict = 'UNSURE'`,
      [id],
    );
    return row;
  }

  /** The merchants that these reports stand in, by report; a report that does not exist is left out. */
  async merchantsOf(tx: Tx, reportIds: readonly ReportId[]): Promise<Map<ReportId, MerchantId>> {
    const rows = await tx.query<{ id: ReportId; merchantId: MerchantId }>(
      `select id, merchant_id as "merchantId" from description where ${MERCHANTS} and id = any($1::uuid[])`,
      [reportIds],
    );
    return new Map(rows.map(({ id, merchantId }) => [id, merchantId]));
  }

  /** Of each merchant id, whether it was merged or not, the report that had it first. */
  async firstReportsOf(tx: Tx, merchantIds: readonly MerchantId[]): Promise<Map<MerchantId, ReportId>> {
    const rows = await tx.query<{ id: ReportId; ownMerchantId: MerchantId }>(
      `select id, own_merchant_id as "ownMerchantId" from description
       where ${FIRST_REPORTS} and own_merchant_id = any($1::uuid[])`,
      [merchantIds],
    );
    return new Map(rows.map(({ id, ownMerchantId }) => [ownMerchantId, id]));
  }

  /**
   * The merchants in which these reports stand, with all of their reports locked, so that neither the resolver nor another
   * analyst changes them meanwhile. Locked in the order of the ids, as the resolver does; what came into them while they
   * were being locked is locked as well.
   *
   * @throws PublicError UNAVAILABLE when they go on changing.
   */
  async lock(tx: Tx, reportIds: readonly ReportId[]): Promise<ReviewCase> {
    for (let attempt = 1; attempt <= LOCK_ATTEMPTS_MAX; attempt += 1) {
      const merchantIds = [...new Set((await this.merchantsOf(tx, reportIds)).values())];
      const locked = await tx.query<{ id: ReportId }>(
        `select id from description where ${LOCK} and merchant_id = any($1::uuid[]) order by id for no key update`,
        [merchantIds],
      );
      const held = new Set(locked.map(({ id }) => id));
      const members = await this.members(tx, merchantIds);
      const present = new Set(members.map(({ id }) => id));
      if (members.every(({ id }) => held.has(id)) && reportIds.every((id) => present.has(id)))
        return this.load(
          tx,
          members.filter(({ active }) => active),
        );
    }
    throw new PublicError('UNAVAILABLE', 'These merchants are being resolved just now. Try again.');
  }

  /** Locks single reports in the order of their ids: for undoing, which does not look at their merchants. */
  async lockReports(tx: Tx, reportIds: readonly ReportId[]): Promise<void> {
    await tx.query(
      `select 1 from description where ${LOCK_REPORTS} and id = any($1::uuid[]) order by id for no key update`,
      [reportIds],
    );
  }

  private members(
    tx: Tx,
    merchantIds: readonly MerchantId[],
  ): Promise<(Member & { readonly active: boolean })[]> {
    return tx.query(
      `select id, merchant_id as "merchantId", active from description
       where ${MEMBERS} and merchant_id = any($1::uuid[]) order by received_at, id`,
      [merchantIds],
    );
  }

  private async load(tx: Tx, members: readonly Member[]): Promise<ReviewCase> {
    const rows = await tx.query<StandingJudgement & EngineFinding & { readonly origin: string }>(
      `select id, description_a as a, description_b as b, verdict, origin, decision_id as "decisionId",
         evidence->>'tier' as tier, model_version as "modelVersion"
       from judgement
       where ${JUDGEMENTS} and withdrawn_at is null and description_a = any($1::uuid[]) and description_b = any($1::uuid[])
       order by decided_at, id`,
      [members.map(({ id }) => id)],
    );
    return {
      members: members.map(({ id, merchantId }) => ({ id, merchantId })),
      standing: rows.filter(({ origin }) => origin === 'ANALYST'),
      findings: rows.filter(({ origin }) => origin === 'ENGINE'),
    };
  }
}
