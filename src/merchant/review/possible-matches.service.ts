import { Injectable } from '@nestjs/common';
import type { CoalitionPurpose } from '../../access/index.js';
import { AuditLog } from '../../audit/index.js';
import type { Actor } from '../../common/actor.js';
import type { JudgementId } from '../../common/id.js';
import type { Page, PageRequest } from '../../common/page.js';
import { Database, type Tx } from '../../database/index.js';
import { Merchants } from '../merchants.service.js';
import type { ReviewDecision } from './decision.js';
import { DecisionRepository } from './decision.repository.js';
import { type ExplainedEvidence, explainMatch } from './explain-match.js';
import type { MatchSide, PossibleMatch, PossibleMatchFilter, PossibleMatchOrder } from './possible-match.js';
import { PossibleMatchRepository } from './possible-matches.repository.js';
import { type ReviewedMerchant, reviewedMerchant } from './reviewed-merchant.js';
import { ReviewedReportRepository } from './reviewed-reports.repository.js';

/** The most decisions that are shown with a possible match. */
const DECISIONS_SHOWN_MAX = 20;

/** A possible match side by side, with the evidence. */
export interface ComparedMatch extends Omit<PossibleMatch, 'left' | 'right'> {
  readonly left: ReviewedMerchant;
  readonly right: ReviewedMerchant;
  readonly evidence: ExplainedEvidence;
  /** Whether the engine still asks. */
  readonly stands: boolean;
  /** What was decided about it, the newest first. */
  readonly decisions: readonly ReviewDecision[];
}

/** Shows analysts what the engine leaves to them. Reading stands in the audit log. */
@Injectable()
export class PossibleMatches {
  constructor(
    private readonly database: Database,
    private readonly matches: PossibleMatchRepository,
    private readonly reports: ReviewedReportRepository,
    private readonly decisions: DecisionRepository,
    private readonly merchants: Merchants,
    private readonly audit: AuditLog,
  ) {}

  list(
    actor: Actor,
    input: {
      readonly purpose: CoalitionPurpose;
      readonly filter: PossibleMatchFilter;
      readonly orderBy: PossibleMatchOrder;
      readonly page: PageRequest;
    },
  ): Promise<Page<PossibleMatch>> {
    return this.database.asActor(actor, async (tx) => {
      const { merchantId } = input.filter;
      const now = merchantId && ((await this.merchants.currentId(tx, merchantId)) ?? merchantId);
      const filter = { ...input.filter, merchantId: now };
      const page = await this.matches.list(tx, filter, input.orderBy, input.page);
      await this.audit.append(tx, actor, {
        action: 'match.list',
        purpose: input.purpose,
        objectKind: 'judgement',
        objectIds: page.rows.map(({ id }) => id),
      });
      return page;
    });
  }

  /** One possible match as lists show it; undefined where there is none. */
  brief(
    actor: Actor,
    { id, purpose }: { readonly id: JudgementId; readonly purpose: CoalitionPurpose },
  ): Promise<PossibleMatch | undefined> {
    return this.database.asActor(actor, async (tx) => {
      const found = await this.matches.find(tx, id);
      await this.audit.append(tx, actor, {
        action: 'match.read',
        purpose,
        objectKind: 'judgement',
        objectIds: found === undefined ? [] : [id],
      });
      return found?.match;
    });
  }

  /** One possible match with both merchants and the evidence, decided or not; undefined where there is none. */
  find(
    actor: Actor,
    { id, purpose }: { readonly id: JudgementId; readonly purpose: CoalitionPurpose },
  ): Promise<ComparedMatch | undefined> {
    return this.database.asActor(actor, async (tx) => {
      const found = await this.matches.find(tx, id);
      await this.audit.append(tx, actor, {
        action: 'match.read',
        purpose,
        objectKind: 'judgement',
        objectIds: found === undefined ? [] : [id],
      });
      if (found === undefined) return undefined;
      const { match, evidence, stands } = found;
      const left = await this.side(tx, match.left);
      const right = await this.side(tx, match.right);
      const decided = await this.decisions.list(tx, { possibleMatchId: id }, { first: DECISIONS_SHOWN_MAX });
      return {
        ...match,
        left,
        right,
        evidence: explainMatch(evidence, left.reports, right.reports),
        stands,
        decisions: decided.rows,
      };
    });
  }

  private async side(tx: Tx, { merchantId, reportId, reportCount }: MatchSide): Promise<ReviewedMerchant> {
    const reports = await this.reports.ofMerchant(tx, merchantId, reportId);
    return reviewedMerchant(merchantId, reportCount, reports);
  }
}
