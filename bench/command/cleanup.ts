/** Stops, in reverse order of their start, what was started; each one even where another fails. */
export class Cleanup {
  readonly #steps: (() => Promise<void>)[] = [];
  #running: Promise<void> | undefined;

  /** Has `stop` run at the end, and gives back what it is to stop. */
  add<Started extends { readonly stop: () => Promise<void> }>(started: Started): Started {
    this.#steps.push(() => started.stop());
    return started;
  }

  /** May be called more than once, as by a signal while it is under way. */
  run(): Promise<void> {
    this.#running ??= this.stopAll();
    return this.#running;
  }

  private async stopAll(): Promise<void> {
    const failures: unknown[] = [];
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      await step().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0)
      throw new AggregateError(failures, 'Not everything that was started has stopped.');
  }
}
