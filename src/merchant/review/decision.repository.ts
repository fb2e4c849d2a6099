import { Injectable } from '@nestjs/common';
import type { ClientId, DecisionId, JudgementId, ReportId, UserId } from '../../common/id.js';
import { type Page, pageOf, type PageRequest } from '../../common/page.js';
import { accessRule, type Tx } from '../../database/index.js';
import { exactTimeCursor, exactTimePlace } from '../../graphql/index.js';
import type { DecisionKind, ReviewDecision } from './decision.js';
import type { PlannedJudgement } from './decision-plan.js';
import { decisionOpenToAnalyst, openToAnalyst } from './sql/open-to-analyst.js';

/** Which decisions to list. An absent field does not narrow. */
export interface DecisionFilter {
  readonly kinds?: readonly DecisionKind[] | undefined;
  readonly decidedBy?: UserId | undefined;
  readonly reportId?: ReportId | undefined;
  readonly possibleMatchId?: JudgementId | undefined;
  /** True: those that stand; false: those that were undone. */
  readonly standing?: boolean | undefined;
}

const COLUMNS = `d.id, d.kind, d.verdict, d.merchant_ids as "merchantIds", d.report_ids as "reportIds",
  d.possible_match_id as "possibleMatchId", d.overturned, d.tier, d.model_version as "modelVersion", d.reason,
  d.decided_by as "decidedBy", d.decided_at as "decidedAt", d.decided_at::text as "decidedAtExact",
  d.undone_at as "undoneAt", d.undone_by as "undoneBy", d.undone_reason as "undoneReason"`;

const OPEN = decisionOpenToAnalyst('d');
const FIND = accessRule('decision.find', OPEN);
const LOCK = accessRule('decision.lock', OPEN);
const FIND_SAME = accessRule('decision.find-same', OPEN);
const LIST = accessRule('decision.list', OPEN);
const REPORTS = accessRule('decision.reports', openToAnalyst('description_a', 'description_b'));

/** The SQL of decisions and of the judgements that they bundle. */
@Injectable()
export class DecisionRepository {
  async find(tx: Tx, id: DecisionId): Promise<ReviewDecision | undefined> {
    const [decision] = await tx.query<ReviewDecision>(
      `select ${COLUMNS} from review_decision d where ${FIND} and d.id = $1`,
      [id],
    );
    return decision;
  }

  /** The same, locked until the transaction ends. */
  async lock(tx: Tx, id: DecisionId): Promise<ReviewDecision | undefined> {
    await tx.query(`select 1 from review_decision d where ${LOCK} and d.id = $1 for no key update`, [id]);
    return this.find(tx, id);
  }

  /** This person's newest decision that says the same about the same, stands, and of which no part was replaced. */
  async findSame(
    tx: Tx,
    asked: Pick<
      ReviewDecision,
      'kind' | 'verdict' | 'reason' | 'decidedBy' | 'merchantIds' | 'reportIds' | 'possibleMatchId'
    >,
  ): Promise<ReviewDecision | undefined> {
    const [decision] = await tx.query<ReviewDecision>(
      `select ${COLUMNS} from review_decision d
       where ${FIND_SAME} and d.kind = $1 and d.verdict = $2 and d.reason = $3 and d.decided_by = $4 and d.undone_at is null
         and case d.kind when 'MERGE' then d.merchant_ids = $5::uuid[]
           when 'SPLIT' then d.merchant_ids = $5::uuid[] and d.report_ids = $6::uuid[]
           else d.report_ids = $6::uuid[] and ($7::uuid is null or d.possible_match_id = $7) end
         and not exists (select from judgement old join judgement new on new.replaces_id = old.id
           join review_decision later on later.id = new.decision_id and later.undone_at is null
           where old.decision_id = d.id)
       order by d.decided_at desc, d.id limit 1`,
      [
        asked.kind,
        asked.verdict,
        asked.reason,
        asked.decidedBy,
        asked.merchantIds,
        asked.reportIds,
        asked.possibleMatchId,
      ],
    );
    return decision;
  }

  async insert(tx: Tx, decision: Omit<ReviewDecision, 'decidedAtExact'>): Promise<void> {
    await tx.query(
      `insert into review_decision (id, kind, verdict, merchant_ids, report_ids, possible_match_id, overturned, tier,
         model_version, reason, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        decision.id,
        decision.kind,
        decision.verdict,
        decision.merchantIds,
        decision.reportIds,
        decision.possibleMatchId,
        decision.overturned,
        decision.tier,
        decision.modelVersion,
        decision.reason,
        decision.decidedBy,
        decision.decidedAt,
      ],
    );
  }

  /** Writes a decision's judgements; those whose place they take are withdrawn, and stay in the history. */
  async insertJudgements(
    tx: Tx,
    { id, verdict, reason, decidedBy, decidedAt }: Omit<ReviewDecision, 'decidedAtExact'>,
    judgements: readonly PlannedJudgement[],
  ): Promise<void> {
    await tx.query(
      `update judgement set withdrawn_at = $2, withdrawn_by = $3, withdrawn_reason = 'Another judgement took its place.'
       where id = any($1::uuid[])`,
      [judgements.flatMap(({ replacesId }) => replacesId ?? []), decidedAt, decidedBy],
    );
    await tx.query(
      `insert into judgement (id, description_a, description_b, replaces_id, verdict, origin, evidence, reason, decided_by,
         decided_at, decision_id)
       select gen_random_uuid(), a, b, replaces_id, $4, 'ANALYST', '{}', $5, $6, $7, $8
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as j (a, b, replaces_id)`,
      [
        judgements.map(({ a }) => a),
        judgements.map(({ b }) => b),
        judgements.map(({ replacesId }) => replacesId),
        verdict,
        reason,
        decidedBy,
        decidedAt,
        id,
      ],
    );
  }

  /** The reports that a decision's judgements are about. */
  async reportsOf(tx: Tx, id: DecisionId): Promise<ReportId[]> {
    const rows = await tx.query<{ id: ReportId }>(
      `select unnest(array[description_a, description_b]) as id from judgement
       where ${REPORTS} and decision_id = $1 order by id`,
      [id],
    );
    return [...new Set(rows.map((row) => row.id))];
  }

  /** A decision that stands and replaced some judgement of this one: the newest. */
  async replacedBy(tx: Tx, id: DecisionId): Promise<DecisionId | undefined> {
    const [row] = await tx.query<{ id: DecisionId }>(
      `select later.id from judgement old
       join judgement new on new.replaces_id = old.id
       join review_decision later on later.id = new.decision_id and later.undone_at is null
       where old.decision_id = $1
       order by later.decided_at desc, later.id limit 1`,
      [id],
    );
    return row?.id;
  }

  /**
   * Withdraws a decision's judgements. What they had replaced stands again, as new rows of the decisions that made it,
   * with their first makers, reasons and times.
   */
  async undo(
    tx: Tx,
    id: DecisionId,
    undone: { readonly at: Date; readonly by: UserId | ClientId; readonly reason: string },
  ): Promise<void> {
    await tx.query(
      'update review_decision set undone_at = $2, undone_by = $3, undone_reason = $4 where id = $1',
      [id, undone.at, undone.by, undone.reason],
    );
    const replaced = await tx.query<{ replacesId: JudgementId | null }>(
      `update judgement set withdrawn_at = $2, withdrawn_by = $3, withdrawn_reason = $4
       where decision_id = $1 and withdrawn_at is null returning replaces_id as "replacesId"`,
      [id, undone.at, undone.by, undone.reason],
    );
    await tx.query(
      `insert into judgement (id, description_a, description_b, verdict, origin, evidence, model_version, reason, decided_by,
         decided_at, decision_id, replaces_id)
       select gen_random_uuid(), description_a, description_b, verdict, origin, evidence, model_version, reason, decided_by,
         decided_at, decision_id, replaces_id
       from judgement where id = any($1::uuid[])`,
      [replaced.flatMap(({ replacesId }) => replacesId ?? [])],
    );
  }

  /** Newest first, on review_decision_newest. */
  async list(tx: Tx, filter: DecisionFilter, page: PageRequest): Promise<Page<ReviewDecision>> {
    const after = page.after === undefined ? undefined : exactTimePlace(page.after);
    const rows = await tx.query<ReviewDecision>(
      `select ${COLUMNS} from review_decision d
       where ${LIST} and ($1::text[] is null or d.kind = any($1)) and ($2::uuid is null or d.decided_by = $2)
         and ($3::uuid is null or exists (select from judgement j
           where j.decision_id = d.id and $3 in (j.description_a, j.description_b)))
         and ($4::uuid is null or d.possible_match_id = $4)
         and ($5::boolean is null or (d.undone_at is null) = $5)
         and ($6::timestamptz is null or (d.decided_at, d.id) < ($6, $7::uuid))
       order by d.decided_at desc, d.id desc limit $8`,
      [
        filter.kinds ?? null,
        filter.decidedBy ?? null,
        filter.reportId ?? null,
        filter.possibleMatchId ?? null,
        filter.standing ?? null,
        after?.at ?? null,
        after?.id ?? null,
        page.first + 1,
      ],
    );
    return pageOf(rows, page.first, ({ decidedAtExact, id }) => exactTimeCursor({ at: decidedAtExact, id }));
  }
}
