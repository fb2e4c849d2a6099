import { Clock } from '../../src/common/clock.js';

/** How far to advance. Parts add up. */
export interface Advance {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

/** A clock that stands still until a test moves it. */
export class FakeClock extends Clock {
  #now: Date;

  constructor(start = '2026-06-01T12:00:00.000Z') {
    super();
    this.#now = new Date(start);
  }

  override now(): Date {
    return new Date(this.#now);
  }

  advance({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Advance): void {
    const totalS = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
    this.#now = new Date(this.#now.getTime() + totalS * 1000);
  }
}
