import { LimitError } from '../../common/refusal.js';
import { grantedPoints, leasePoints } from './lease.js';
import { type RateWindow, secondsUntil } from './rate-window.js';

/** Adds to the shared counter of this account, and gives what stands in it then. */
export type Draw = (points: number) => Promise<number>;

/** What is left of an account after a charge. */
export interface Balance {
  readonly cost: number;
  readonly limit: number;
  readonly remaining: number;
}

/**
 * One caller's share of one window, as one instance holds it: points drawn in advance from the shared counter, and spent
 * here without asking anyone.
 */
export class RateAccount {
  readonly refillsAt: string;
  /** Drawn and not yet spent. */
  #held = 0;
  /** What all instances had drawn when this one last drew. */
  #drawn = 0;
  #drawing: Promise<void> | undefined;

  constructor(
    readonly window: RateWindow,
    readonly limit: number,
    private readonly draw: Draw,
  ) {
    this.refillsAt = window.endsAt.toISOString();
  }

  /** Spends what is held already; undefined where a draw is needed first. */
  spend(cost: number): Balance | undefined {
    // A request that costs more than a whole window must be possible once in one.
    const charged = Math.min(cost, this.limit);
    if (this.#held < charged) return undefined;
    this.#held -= charged;
    return {
      cost: charged,
      limit: this.limit,
      remaining: this.#held + Math.max(this.limit - this.#drawn, 0),
    };
  }

  /**
   * Spends, and draws before where what is held does not do. Requests that wait for the same draw share it.
   *
   * @throws LimitError RATE_LIMITED when there is not enough left; what is held stays for requests that cost less.
   */
  async charge(cost: number, now: Date): Promise<Balance> {
    for (;;) {
      const balance = this.spend(cost);
      if (balance !== undefined) return balance;
      if (this.#drawn >= this.limit) throw this.spent(cost, now);
      this.#drawing ??= this.drawFor(cost).finally(() => {
        this.#drawing = undefined;
      });
      await this.#drawing;
    }
  }

  private async drawFor(cost: number): Promise<void> {
    const needed = Math.min(cost, this.limit) - this.#held;
    const points = leasePoints(this.limit, this.limit - this.#drawn, needed);
    const after = await this.draw(points);
    this.#held += grantedPoints(this.limit, points, after);
    this.#drawn = after;
  }

  private spent(cost: number, now: Date): LimitError {
    const seconds = secondsUntil(this.window.endsAt, now);
    return new LimitError(
      'RATE_LIMITED',
      `The request costs ${Math.min(cost, this.limit)} of the ${this.limit} that this minute has, and ${this.#held} are left here: try again in ${seconds} s.`,
      seconds,
    );
  }
}
