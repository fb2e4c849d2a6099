import type { Link } from './clustering.js';
import { at, type Entry } from './key-index.js';
import { absorbSide, sideOfReport, type GrowingSide } from './side.js';

/** A cluster while it grows. Members and foes are places in the key index. */
export interface Group {
  /** The oldest member: it stands for the group wherever an order is needed. */
  readonly first: number;
  readonly members: readonly number[];
  readonly side: GrowingSide;
  readonly links: readonly Link[];
  /** Those that an analyst keeps out of it. */
  readonly foes: ReadonlySet<number>;
}

type GrowingGroup = {
  -readonly [Field in keyof Group]: Group[Field] extends readonly (infer Item)[]
    ? Item[]
    : Group[Field] extends ReadonlySet<infer Item>
      ? Set<Item>
      : Group[Field];
};

/** Which group each description is in. It begins with each in one of its own, and groups only grow together. */
export class Groups {
  readonly #groupOf: GrowingGroup[];

  /** `foes`: by place, the places that an analyst judged to be another merchant. */
  constructor(entries: readonly Entry[], foes: ReadonlyMap<number, readonly number[]>) {
    this.#groupOf = entries.map(({ description }, place) => ({
      first: place,
      members: [place],
      side: sideOfReport(description.identifiers),
      links: [],
      foes: new Set(foes.get(place)),
    }));
  }

  of(place: number): Group {
    return at(this.#groupOf, place);
  }

  /** The groups of these places, each once, in the order of the first place that is in it. */
  ofAll(places: Iterable<number>): Group[] {
    return [...new Set(Array.from(places, (place) => this.of(place)))];
  }

  /** All groups, the one with the oldest member first. */
  all(): Group[] {
    return this.ofAll(this.#groupOf.keys());
  }

  /** Whether an analyst keeps the two apart. */
  areFoes(a: Group, b: Group): boolean {
    const [few, other] = a.foes.size <= b.foes.size ? [a, b] : [b, a];
    for (const foe of few.foes) if (this.of(foe) === other) return true;
    return false;
  }

  /** Makes one group of two and returns it; the two are given up. */
  join(a: Group, b: Group, link: Link): Group {
    const [small, large] = [at(this.#groupOf, a.first), at(this.#groupOf, b.first)].sort(
      (one, other) => one.members.length - other.members.length,
    ) as [GrowingGroup, GrowingGroup];
    for (const place of small.members) {
      this.#groupOf[place] = large;
      large.members.push(place);
    }
    large.first = Math.min(large.first, small.first);
    absorbSide(large.side, small.side);
    for (const made of small.links) large.links.push(made);
    for (const foe of small.foes) large.foes.add(foe);
    large.links.push(link);
    return large;
  }
}
