/** A question that waits for the next statement of its lane. */
interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers questions that come while one of their lane is being asked, and asks them together next: one statement, one
 * commit. A question that comes alone is asked at once, so that nobody waits who would not have waited anyway; the more
 * come at the same time, the more share a statement.
 *
 * Everyone in a batch gets the same answer, or the same error. A lane is therefore one actor's: what one may see, and
 * whether it may ask at all, is never mixed with another's.
 */
export class Gatherer<Question, Answer> {
  /** The lanes in which something is being asked, each with what has come since. */
  readonly #lanes = new Map<string, Waiting<Question, Answer>[]>();

  /** @param batchMax the most questions that are asked together. */
  constructor(
    private readonly ask: (questions: readonly [Question, ...Question[]]) => Promise<Answer>,
    private readonly batchMax: number,
  ) {}

  gather(lane: string, question: Question): Promise<Answer> {
    const waiting = this.#lanes.get(lane);
    if (waiting !== undefined) {
      return new Promise((resolve, reject) => {
        waiting.push({ question, resolve, reject });
      });
    }
    this.#lanes.set(lane, []);
    return this.ask([question]).finally(() => {
      this.askNext(lane);
    });
  }

  private askNext(lane: string): void {
    const [first, ...others] = this.#lanes.get(lane)?.splice(0, this.batchMax) ?? [];
    if (first === undefined) {
      this.#lanes.delete(lane);
      return;
    }
    const batch = [first, ...others];
    this.ask([first.question, ...others.map(({ question }) => question)])
      .then(
        (answer) => {
          for (const { resolve } of batch) resolve(answer);
        },
        (error: unknown) => {
          for (const { reject } of batch) reject(error);
        },
      )
      .finally(() => {
        this.askNext(lane);
      });
  }
}
