import { Injectable } from '@nestjs/common';
import type { CoalitionPurpose } from '../../access/index.js';
import { AuditLog } from '../../audit/index.js';
import { type Actor, principalId } from '../../common/actor.js';
import { assert } from '../../common/assert.js';
import { Clock } from '../../common/clock.js';
import { type DecisionId, type JudgementId, type MerchantId, newId, type ReportId } from '../../common/id.js';
import type { Page, PageRequest } from '../../common/page.js';
import { accepted, refused, type Result } from '../../common/refusal.js';
import { Database, Outbox, type Tx } from '../../database/index.js';
import { type JudgementVerdict, orderedPair } from '../judgement.js';
import { DESCRIPTION_CHANGED, type DescriptionChanged } from '../topics.js';
import { checkReason } from './check-reason.js';
import type { ReviewDecision } from './decision.js';
import { type DecisionFilter, DecisionRepository } from './decision.repository.js';
import { decisionName, type DecisionRefusalCode, type Planned } from './decision-plan.js';
import { planMatch } from './plan-match.js';
import { planMerge } from './plan-merge.js';
import { planSplit } from './plan-split.js';
import { ReviewCaseRepository } from './review-case.repository.js';

export type DecisionResult = Result<ReviewDecision, DecisionRefusalCode>;

/** What an analyst asked, with which one sent twice is recognised. */
type Asked = Pick<ReviewDecision, 'kind' | 'verdict' | 'merchantIds' | 'reportIds' | 'possibleMatchId'>;

/**
 * Analysts' decisions about which reports are one merchant. Each is one unit: the judgements that it made, which the
 * resolver follows, and by which it is undone. Nothing is overwritten: what a decision replaces stands again once it is
 * undone.
 */
@Injectable()
export class ReviewDecisions {
  constructor(
    private readonly database: Database,
    private readonly cases: ReviewCaseRepository,
    private readonly decisions: DecisionRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Decides a possible match, by its id, or whether two reports are about one merchant. */
  decideMatch(
    actor: Actor,
    input: {
      readonly subject:
        { readonly possibleMatchId: JudgementId } | { readonly reportIds: readonly ReportId[] };
      readonly verdict: JudgementVerdict;
      readonly reason: string;
    },
  ): Promise<DecisionResult> {
    return this.inTransaction(actor, input.reason, async (tx) => {
      const { subject, verdict } = input;
      const match =
        'possibleMatchId' in subject
          ? await this.cases.possibleMatch(tx, subject.possibleMatchId)
          : undefined;
      if ('possibleMatchId' in subject && match === undefined)
        return noSuch('possibleMatchId', 'possible match');
      const [one, other] = 'reportIds' in subject ? subject.reportIds : [match?.a, match?.b];
      if (one === undefined || other === undefined || one === other)
        return refused({ code: 'DUPLICATE', field: ['reportIds'], message: 'Name two different reports.' });
      const field = [match === undefined ? 'reportIds' : 'possibleMatchId'];
      const pair = orderedPair(one, other);
      const asked: Asked = {
        kind: 'MATCH',
        verdict,
        merchantIds: [],
        reportIds: pair,
        possibleMatchId: match?.id ?? null,
      };
      if ((await this.cases.merchantsOf(tx, pair)).size < 2) return noSuch('reportIds', 'pair of reports');
      const review = await this.cases.lock(tx, pair);
      // Withdrawn meanwhile, by a decision or by the resolver: read anew under the lock.
      const withdrawn = match !== undefined && (await this.cases.possibleMatch(tx, match.id))?.withdrawn;
      const planned: Planned =
        withdrawn === true
          ? {
              ok: false,
              refusal: {
                code: 'NOT_ALLOWED_IN_STATE',
                field,
                message: 'It is no possible match any more: what is known of the two has changed.',
              },
            }
          : planMatch(review, { pair, possibleMatchId: match?.id ?? null, field }, verdict);
      return this.take(tx, actor, input.reason, asked, planned);
    });
  }

  /** Makes one merchant of several. An id that was merged away names the merchant that it is part of. */
  mergeMerchants(
    actor: Actor,
    input: { readonly merchantIds: readonly MerchantId[]; readonly reason: string },
  ): Promise<DecisionResult> {
    return this.inTransaction(actor, input.reason, async (tx) => {
      const merchantIds = [...new Set(input.merchantIds)].sort();
      if (merchantIds.length < 2)
        return refused({
          code: 'DUPLICATE',
          field: ['merchantIds'],
          message: 'Name two different merchants.',
        });
      const firstReports = await this.cases.firstReportsOf(tx, merchantIds);
      const missing = input.merchantIds.findIndex((id) => !firstReports.has(id));
      if (missing !== -1) return noSuch('merchantIds', 'merchant', missing);

      const review = await this.cases.lock(tx, [...firstReports.values()]);
      const now = await this.cases.merchantsOf(tx, [...firstReports.values()]);
      const named = new Map(
        merchantIds.map((id) => [id, now.get(firstReports.get(id) as ReportId) as MerchantId]),
      );
      const asked: Asked = {
        kind: 'MERGE',
        verdict: 'SAME',
        merchantIds,
        reportIds: [],
        possibleMatchId: null,
      };
      return this.take(tx, actor, input.reason, asked, planMerge(review, named));
    });
  }

  /** Splits reports off a merchant. */
  splitMerchant(
    actor: Actor,
    input: {
      readonly merchantId: MerchantId;
      readonly reportIds: readonly ReportId[];
      readonly reason: string;
    },
  ): Promise<DecisionResult> {
    return this.inTransaction(actor, input.reason, async (tx) => {
      const first = (await this.cases.firstReportsOf(tx, [input.merchantId])).get(input.merchantId);
      if (first === undefined) return noSuch('merchantId', 'merchant');
      const review = await this.cases.lock(tx, [first]);
      const merchantId = (await this.cases.merchantsOf(tx, [first])).get(first);
      assert(merchantId !== undefined, 'a report that exists stands in a merchant');
      const asked: Asked = {
        kind: 'SPLIT',
        verdict: 'DIFFERENT',
        merchantIds: [input.merchantId],
        reportIds: [...new Set(input.reportIds)].sort(),
        possibleMatchId: null,
      };
      const planned = planSplit(review, input.merchantId, merchantId, input.reportIds);
      return this.take(tx, actor, input.reason, asked, planned);
    });
  }

  /** Undoes a decision as a whole: what it judged is withdrawn, and what it had replaced stands again. */
  undo(
    actor: Actor,
    input: { readonly decisionId: DecisionId; readonly reason: string },
  ): Promise<DecisionResult> {
    return this.inTransaction(actor, input.reason, async (tx) => {
      const reportIds = await this.decisions.reportsOf(tx, input.decisionId);
      // The reports first, as everyone who decides: then nobody can replace a part of it while it is being undone.
      await this.cases.lockReports(tx, reportIds);
      const decision = await this.decisions.lock(tx, input.decisionId);
      if (decision === undefined) return noSuch('decisionId', 'decision');
      if (decision.undoneAt !== null)
        return refused({
          code: 'ALREADY_UNDONE',
          field: ['decisionId'],
          message: 'The decision was undone before.',
        });
      const later = await this.decisions.replacedBy(tx, decision.id);
      if (later !== undefined)
        return refused({
          code: 'REPLACED_BY_LATER',
          field: ['decisionId'],
          message: `A part of it was replaced by ${decisionName(later)}: undo that first.`,
        });
      const undone = { at: this.clock.now(), by: principalId(actor), reason: input.reason };
      await this.decisions.undo(tx, decision.id, undone);
      await this.resolveAgain(tx, reportIds);
      await this.audit.append(tx, actor, {
        action: 'decision.undo',
        objectKind: 'decision',
        objectIds: [decision.id],
        detail: { kind: decision.kind, verdict: decision.verdict },
      });
      return accepted({
        ...decision,
        undoneAt: undone.at,
        undoneBy: undone.by,
        undoneReason: undone.reason,
      });
    });
  }

  /** The history, newest first. Stands in the audit log. */
  list(
    actor: Actor,
    input: {
      readonly purpose: CoalitionPurpose;
      readonly filter: DecisionFilter;
      readonly page: PageRequest;
    },
  ): Promise<Page<ReviewDecision>> {
    return this.database.asActor(actor, async (tx) => {
      const page = await this.decisions.list(tx, input.filter, input.page);
      await this.audit.append(tx, actor, {
        action: 'decision.list',
        purpose: input.purpose,
        objectKind: 'decision',
        objectIds: page.rows.map(({ id }) => id),
      });
      return page;
    });
  }

  private inTransaction(
    actor: Actor,
    reason: string,
    work: (tx: Tx) => Promise<DecisionResult>,
  ): Promise<DecisionResult> {
    const refusals = checkReason(reason);
    return refusals.length > 0 ? Promise.resolve(refused(...refusals)) : this.database.asActor(actor, work);
  }

  /** Stores a decision as planned, or finds the standing one that its maker sent before: then it is that decision. */
  private async take(
    tx: Tx,
    actor: Actor,
    reason: string,
    asked: Asked,
    planned: Planned,
  ): Promise<DecisionResult> {
    const decidedBy = principalId(actor);
    if (!planned.ok) {
      const same = SENT_TWICE.has(planned.refusal.code)
        ? await this.decisions.findSame(tx, { ...asked, reason, decidedBy })
        : undefined;
      return same === undefined ? refused(planned.refusal) : accepted(same);
    }

    const { judgements, ...content } = planned.plan;
    const decidedAt = this.clock.now();
    const decision: ReviewDecision = {
      ...content,
      id: newId('decision'),
      reason,
      decidedBy,
      decidedAt,
      decidedAtExact: decidedAt.toISOString(),
      undoneAt: null,
      undoneBy: null,
      undoneReason: null,
    };
    await this.decisions.insert(tx, decision);
    await this.decisions.insertJudgements(tx, decision, judgements);
    await this.resolveAgain(tx, [...new Set(judgements.flatMap(({ a, b }) => [a, b]))]);
    await this.audit.append(tx, actor, {
      action: ACTIONS[decision.kind],
      objectKind: 'decision',
      objectIds: [decision.id],
      detail: { verdict: decision.verdict, judgements: judgements.length },
    });
    return accepted(decision);
  }

  /** The resolver follows judgements as it follows reports, and tells those who hold an indicator of it by the feed. */
  private async resolveAgain(tx: Tx, descriptionIds: readonly ReportId[]): Promise<void> {
    if (descriptionIds.length > 0)
      await this.outbox.put(tx, DESCRIPTION_CHANGED, { descriptionIds } satisfies DescriptionChanged);
  }
}

/** What a decision that is sent again meets: its own effect. */
const SENT_TWICE: ReadonlySet<DecisionRefusalCode> = new Set([
  'ALREADY_DECIDED',
  'NOT_ALLOWED_IN_STATE',
  'NOT_FOUND',
]);

const ACTIONS = { MATCH: 'match.decide', MERGE: 'merchant.merge', SPLIT: 'merchant.split' } as const;

function noSuch(field: string, what: string, index?: number): DecisionResult {
  const path = index === undefined ? [field] : [field, String(index)];
  return refused({ code: 'NOT_FOUND', field: path, message: `There is no such ${what}.` });
}
