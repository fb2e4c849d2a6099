import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { ActorGatherer } from '../../common/actor-gatherer.js';
import type { IndicatorId } from '../../common/id.js';
import { Database } from '../../database/index.js';
import { NO_OPINIONS, type Opinion, type OpinionBands } from './opinion.js';
import { OpinionRepository } from './opinion.repository.js';

/** What a member sees of the opinions of an indicator. */
export interface SeenOpinions {
  readonly bands: OpinionBands;
  /** Its own member's; null where it has none. */
  readonly own: Opinion | null;
}

/** Reads opinions beside indicators that the reader was just shown: for a whole page by one transaction. */
@Injectable()
export class OpinionReader {
  readonly #gatherer = new ActorGatherer<IndicatorId, SeenOpinions>((actor, ids) => this.readAll(actor, ids));

  constructor(
    private readonly database: Database,
    private readonly opinions: OpinionRepository,
  ) {}

  async read(actor: Actor, indicatorId: IndicatorId): Promise<SeenOpinions> {
    return (await this.#gatherer.find(actor, indicatorId, '')) ?? { bands: NO_OPINIONS, own: null };
  }

  private readAll(
    actor: Actor,
    ids: readonly IndicatorId[],
  ): Promise<ReadonlyMap<IndicatorId, SeenOpinions>> {
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
