import { type Actor, principalId } from './actor.js';
import { Gatherer } from './gatherer.js';
import { PAGE_FIRST_MAX } from './page.js';

interface Asked<Id, Aside> {
  readonly actor: Actor;
  readonly id: Id;
  readonly aside: Aside;
}

/**
 * Finds things by their ids beside a page that was just shown: what one request asks for with the same `aside` (such as its
 * purpose) is found together, in one transaction. What is not found is not in the map.
 */
export class ActorGatherer<Id extends string, Found, Aside extends string = ''> {
  readonly #gatherer: Gatherer<Asked<Id, Aside>, ReadonlyMap<Id, Found>>;

  constructor(findAll: (actor: Actor, ids: readonly Id[], aside: Aside) => Promise<ReadonlyMap<Id, Found>>) {
    this.#gatherer = new Gatherer(
      (asked) => findAll(asked[0].actor, [...new Set(asked.map(({ id }) => id))], asked[0].aside),
      PAGE_FIRST_MAX,
    );
  }

  async find(actor: Actor, id: Id, aside: Aside): Promise<Found | undefined> {
    const lane = [actor.memberId, principalId(actor), actor.epoch, actor.requestId, aside].join(' ');
    return (await this.#gatherer.gather(lane, { actor, id, aside })).get(id);
  }
}
