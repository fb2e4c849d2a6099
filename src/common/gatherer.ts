import { PublicError } from './refusal.js';

/** A question that waits for the next statement of its lane. */
interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers questions that come in one turn of the event loop, or while others of their lane are being asked, and asks them
 * together: one statement, one commit. Nobody waits for company: a question that comes alone is asked at the end of the
 * turn. The more come at the same time, the more share a statement.
 *
 * Everyone in a batch gets the same answer. A lane is therefore one actor's: what one may see, and whether it may ask at
 * all, is never mixed with another's. A batch that fails for a reason of its content is asked once more one by one, so
 * that no question fails for another's fault.
 */
export class Gatherer<Question, Answer> {
  /** The lanes in which something is being asked, or is about to be, each with what has come since. */
  readonly #lanes = new Map<string, Waiting<Question, Answer>[]>();

  /** @param batchMax the most questions that are asked together. */
  constructor(
    private readonly ask: (questions: readonly [Question, ...Question[]]) => Promise<Answer>,
    private readonly batchMax: number,
  ) {}

  gather(lane: string, question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const waiting = this.#lanes.get(lane);
      if (waiting !== undefined) {
        waiting.push({ question, resolve, reject });
        return;
      }
      this.#lanes.set(lane, [{ question, resolve, reject }]);
      setImmediate(() => {
        this.askNext(lane);
      });
    });
  }

  private askNext(lane: string): void {
    const [first, ...others] = this.#lanes.get(lane)?.splice(0, this.batchMax) ?? [];
    if (first === undefined) {
      this.#lanes.delete(lane);
      return;
    }
    void this.askTogether(first, others).finally(() => {
      this.askNext(lane);
    });
  }

  private async askTogether(
    first: Waiting<Question, Answer>,
    others: readonly Waiting<Question, Answer>[],
  ): Promise<void> {
    const batch = [first, ...others];
    try {
      const answer = await this.ask([first.question, ...others.map(({ question }) => question)]);
      for (const { resolve } of batch) resolve(answer);
    } catch (error) {
      if (others.length > 0 && !isEveryones(error)) {
        for (const waiting of batch) await this.askTogether(waiting, []);
        return;
      }
      for (const { reject } of batch) reject(error);
    }
  }
}

/** Whether an error would meet each question of the batch alike: the actor's power has ended, or nobody is served. */
function isEveryones(error: unknown): boolean {
  return error instanceof PublicError && (error.code === 'UNAUTHENTICATED' || error.code === 'UNAVAILABLE');
}
