import { Injectable } from '@nestjs/common';
import { type Actor, principalId } from '../../common/actor.js';
import { Gatherer } from '../../common/gatherer.js';
import type { IndicatorId } from '../../common/id.js';
import { PAGE_FIRST_MAX } from '../../common/page.js';
import { Database } from '../../database/index.js';
import { NO_OPINIONS, type Opinion, type OpinionBands } from './opinion.js';
import { OpinionRepository } from './opinion.repository.js';

/** What a member sees of the opinions of an indicator. */
export interface SeenOpinions {
  readonly bands: OpinionBands;
  /** Its own member's; null where it has none. */
  readonly own: Opinion | null;
}

interface Question {
  readonly actor: Actor;
  readonly indicatorId: IndicatorId;
}

/** Reads opinions beside indicators that the reader was just shown: for a whole page by one transaction. */
@Injectable()
export class OpinionReader {
  readonly #gatherer = new Gatherer<Question, ReadonlyMap<IndicatorId, SeenOpinions>>(
    (questions) => this.readAll(questions),
    PAGE_FIRST_MAX,
  );

  constructor(
    private readonly database: Database,
    private readonly opinions: OpinionRepository,
  ) {}

  async read(actor: Actor, indicatorId: IndicatorId): Promise<SeenOpinions> {
    const lane = [actor.memberId, principalId(actor), actor.epoch, actor.requestId].join(' ');
    const seen = await this.#gatherer.gather(lane, { actor, indicatorId });
    return seen.get(indicatorId) ?? { bands: NO_OPINIONS, own: null };
  }

  private readAll(
    questions: readonly [Question, ...Question[]],
  ): Promise<ReadonlyMap<IndicatorId, SeenOpinions>> {
    const [{ actor }] = questions;
    const ids = questions.map(({ indicatorId }) => indicatorId);
    return this.database.asActor(actor, async (tx) => {
      const bands = new Map(
        (await this.opinions.bands(tx, actor, ids)).map(({ indicatorId, ...bands }) => [indicatorId, bands]),
      );
      const own = new Map(
        (await this.opinions.own(tx, actor, ids)).map((opinion) => [opinion.indicatorId, opinion]),
      );
      return new Map(
        ids.map((id) => [id, { bands: bands.get(id) ?? NO_OPINIONS, own: own.get(id) ?? null }]),
      );
    });
  }
}
