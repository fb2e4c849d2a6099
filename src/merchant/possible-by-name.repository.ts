import { Injectable } from '@nestjs/common';
import type { ReportId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import type { AskingDescription } from './candidates/candidates.service.js';
import type { EngineDecision, EngineJudgement } from './judgement-changes.js';
import { BY_NAME } from './possible-by-name.js';

/** The SQL of possible matches by name. Like that of resolution it takes no actor. */
@Injectable()
export class PossibleByNameRepository {
  descriptions(tx: Tx, ids: readonly ReportId[]): Promise<AskingDescription[]> {
    return tx.query<AskingDescription>(
      `select id, merchant_id as "merchantId", received_at as "receivedAt", active, content
       from description where id = any($1::uuid[]) order by id`,
      [ids],
    );
  }

  /** The open possible matches by name of these descriptions. */
  open(tx: Tx, ids: readonly ReportId[]): Promise<EngineJudgement[]> {
    return tx.query<EngineJudgement>(
      `select id, description_a as a, description_b as b, verdict, evidence from judgement
       where origin = 'ENGINE' and withdrawn_at is null and evidence->>'reason' = $2
         and (description_a = any($1::uuid[]) or description_b = any($1::uuid[]))
       order by id for no key update`,
      [ids, BY_NAME],
    );
  }

  /**
   * Leaves out the pairs of whose merchants something has been said already, by an analyst or the engine, but for the
   * judgements `replaced`: what is put before a person stands there once.
   */
  async withoutJudged(
    tx: Tx,
    decisions: readonly EngineDecision[],
    replaced: readonly EngineJudgement[],
  ): Promise<EngineDecision[]> {
    if (decisions.length === 0) return [];
    const judged = await tx.query<{ place: string }>(
      `select asked.place
       from unnest($1::uuid[], $2::uuid[]) with ordinality as asked (a, b, place)
       join description one on one.id = asked.a
       join description other on other.id = asked.b
       where one.merchant_id = other.merchant_id or exists (
         select from description x
         join judgement j on j.description_a = x.id and j.withdrawn_at is null
         join description y on y.id = j.description_b
         where (x.merchant_id, y.merchant_id) in
             ((one.merchant_id, other.merchant_id), (other.merchant_id, one.merchant_id))
           and x.merchant_id in (one.merchant_id, other.merchant_id)
           and j.id <> all($3::uuid[]))`,
      [decisions.map(({ a }) => a), decisions.map(({ b }) => b), replaced.map(({ id }) => id)],
    );
    const places = new Set(judged.map(({ place }) => Number(place)));
    return decisions.filter((_, index) => !places.has(index + 1));
  }
}
