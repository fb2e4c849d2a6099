import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Actor } from '../../common/actor.js';
import { accessRule, Database, type Tx } from '../../database/index.js';
import { type Tier, TIERS } from '../../matching/index.js';
import { decisionOpenToAnalyst, openToAnalyst } from './sql/open-to-analyst.js';
import type { ReviewerFigures, ReviewFigures, TierFigures } from './review-figures.js';

interface CountRow extends Omit<TierFigures, 'tier'> {
  readonly modelVersion: string;
  readonly tier: Tier | null;
  readonly overturned: number;
}

const OF_MODELS = accessRule('review.figures-models', decisionOpenToAnalyst('review_decision'));
const UNASKED = accessRule('review.figures-unasked', decisionOpenToAnalyst('review_decision'));
const OF_REVIEWERS = accessRule('review.figures-reviewers', openToAnalyst('description_a', 'description_b'));

/** Counts how far analysts and engine, and analysts among themselves, agree. */
@Injectable()
export class ReviewCounts {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  figures(actor: Actor): Promise<ReviewFigures> {
    return this.database.asActor(actor, async (tx) => {
      const rows = await this.countByModel(tx);
      const byModel = Map.groupBy(rows, ({ modelVersion }) => modelVersion);
      const figures: ReviewFigures = {
        models: [...byModel].map(([modelVersion, ofModel]) => ({
          modelVersion,
          tiers: tiersOf(ofModel),
          overturned: ofModel.reduce((sum, { overturned }) => sum + overturned, 0),
        })),
        unasked: await this.countUnasked(tx),
        reviewers: await this.countReviewers(tx),
      };
      await this.audit.append(tx, actor, {
        action: 'decision.count',
        objectKind: 'decision',
        objectIds: [],
      });
      return figures;
    });
  }

  private countByModel(tx: Tx): Promise<CountRow[]> {
    return tx.query<CountRow>(
      `select model_version as "modelVersion", tier,
         count(*) filter (where possible_match_id is not null and verdict = 'SAME')::int as same,
         count(*) filter (where possible_match_id is not null and verdict = 'DIFFERENT')::int as different,
         count(*) filter (where possible_match_id is not null and verdict = 'UNSURE')::int as unsure,
         count(*) filter (where overturned)::int as overturned
       from review_decision where ${OF_MODELS} and undone_at is null and model_version is not null
       group by model_version, tier order by min(decided_at), model_version`,
    );
  }

  private async countUnasked(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `select count(*)::int as count from review_decision
       where ${UNASKED} and undone_at is null and verdict = 'SAME' and possible_match_id is null`,
    );
    return row?.count ?? 0;
  }

  /** Each analyst counts by the last judgement on the pair that he or she did not take back. */
  private async countReviewers(tx: Tx): Promise<ReviewerFigures> {
    const [row] = await tx.query<ReviewerFigures>(
      `with opinion as (
         select distinct on (description_a, description_b, decided_by) description_a, description_b, verdict
         from judgement
         where ${OF_REVIEWERS} and origin = 'ANALYST' and verdict <> 'UNSURE' and withdrawn_by is distinct from decided_by
         order by description_a, description_b, decided_by, decided_at desc, id
       ), pair as (
         select count(distinct verdict) as verdicts from opinion
         group by description_a, description_b having count(*) > 1
       )
       select count(*)::int as pairs, count(*) filter (where verdicts = 1)::int as agreed from pair`,
    );
    return row ?? { pairs: 0, agreed: 0 };
  }
}

function tiersOf(rows: readonly CountRow[]): TierFigures[] {
  return TIERS.flatMap((tier) =>
    rows
      .filter((row) => row.tier === tier)
      .map(({ same, different, unsure }) => ({ tier, same, different, unsure })),
  );
}
