import { type Belonging, relationTo } from './belonging.js';
import type { Matrix } from './matrix.js';
import type { Kind } from './matrix-row.js';
import type { Reader } from './reader.js';

/** A text that is in the database once, for one owner and one purpose, and where it may be read. */
interface Canary {
  readonly text: string;
  readonly places: readonly (readonly [kind: Kind, path: string])[];
  readonly belonging: Belonging;
}

/** Parts of an answer that may hold another text in base64, such as cursors. */
const ENCODED = /[A-Za-z0-9_-]{12,}/g;

/** Length of the pieces that a text is looked up by: no canary is shorter. */
const PIECE_LENGTH = 8;

/**
 * Every text that tells of something stored. An answer is searched for all of them at once: by its pieces of eight
 * characters, so that the search does not grow with their number.
 */
export class Canaries {
  readonly #byPiece = new Map<string, Canary[]>();

  add(text: string, places: Canary['places'], belonging: Belonging): void {
    const lower = text.toLowerCase();
    if (lower.length < PIECE_LENGTH) throw new Error(`"${text}" is too short for a canary.`);
    const piece = lower.slice(0, PIECE_LENGTH);
    this.#byPiece.set(piece, [...(this.#byPiece.get(piece) ?? []), { text: lower, places, belonging }]);
  }

  get count(): number {
    return [...this.#byPiece.values()].reduce((sum, { length }) => sum + length, 0);
  }

  /**
   * What an answer tells that its reader may not know, as sentences; empty when nothing. What the caller sent itself tells
   * nothing when it comes back.
   */
  findLeaks(matrix: Matrix, reader: Reader, answer: string, sent: string): readonly string[] {
    const asked = sent.toLowerCase();
    return this.found(answer)
      .filter(({ text }) => !asked.includes(text))
      .flatMap(({ text, places, belonging }) => {
        const relation = relationTo(reader, belonging);
        const allowed = places.some(([kind, path]) => matrix.allows(kind, path, relation, reader.column));
        const where = places.map(([, path]) => path).join(', ');
        return allowed ? [] : [`"${text}" (${where}; ${relation})`];
      });
  }

  private found(answer: string): readonly Canary[] {
    const decoded = (answer.match(ENCODED) ?? []).map((part) =>
      Buffer.from(part, 'base64url').toString('latin1'),
    );
    const haystack = [answer, ...decoded].join('\n').toLowerCase();
    const found = new Set<Canary>();
    for (let place = 0; place + PIECE_LENGTH <= haystack.length; place += 1)
      for (const canary of this.#byPiece.get(haystack.slice(place, place + PIECE_LENGTH)) ?? [])
        if (haystack.startsWith(canary.text, place)) found.add(canary);
    return [...found];
  }
}
