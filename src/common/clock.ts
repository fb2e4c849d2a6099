/** Where time comes from. Injected, so that tests and the simulation can set it. */
export abstract class Clock {
  /** The present moment. */
  abstract now(): Date;
}

/** The machine's own clock. */
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
