import { CliError, unreachableError } from '../cli-error.js';
import { EXIT_CODE } from '../exit-code.js';
import { say, type Terminal } from '../terminal.js';
import { retryDelayMs } from './backoff.js';

const RETRY_AFTER_MAX_MS = 30_000;

/** The service did not answer, or asked to come back later. The same request may be sent again. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';

  constructor(
    /** What happened, as the middle of a sentence, e.g. `connection refused`. */
    readonly reason: string,
    /** What the service asked for, in milliseconds. */
    readonly retryAfterMs?: number,
    /** Whether waiting can help: a host name that does not exist will not come to exist. */
    readonly passing = true,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

/**
 * Repeats what fails for want of the service, with growing pauses, until one outage has lasted `retryForMs`. All
 * requests of a command share one outage: the first success ends it for each of them.
 */
export class Patience {
  private outageSince: number | undefined;

  constructor(
    private readonly terminal: Terminal,
    private readonly url: string,
    private readonly retryForMs: number,
  ) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        const value = await work();
        this.endOutage();
        return value;
      } catch (error) {
        if (!(error instanceof UnreachableError)) throw error;
        await this.pause(error, attempt);
      }
    }
  }

  private async pause(error: UnreachableError, attempt: number): Promise<void> {
    const now = this.terminal.now();
    this.throwIfStopped();
    const since = this.outageSince ?? now;
    const leftMs = since + this.retryForMs - now;
    if (!error.passing || leftMs <= 0) throw this.givenUp(error);
    if (this.outageSince === undefined) {
      this.outageSince = now;
      const seconds = Math.ceil(this.retryForMs / 1000);
      say(
        this.terminal,
        `${this.url} does not answer (${error.reason}). Trying again for up to ${seconds} s.`,
      );
    }
    const asked = Math.min(error.retryAfterMs ?? 0, RETRY_AFTER_MAX_MS);
    await this.terminal.sleep(Math.min(Math.max(asked, retryDelayMs(attempt, Math.random())), leftMs));
    this.throwIfStopped();
  }

  private endOutage(): void {
    if (this.outageSince === undefined) return;
    this.outageSince = undefined;
    say(this.terminal, `${this.url} answers again.`);
  }

  private throwIfStopped(): void {
    if (this.terminal.signal.aborted) throw new CliError(EXIT_CODE.interrupted, 'Stopped.');
  }

  private givenUp(error: UnreachableError): CliError {
    return unreachableError(
      `Cannot reach ${this.url} (${error.reason}). Check the address and that the service runs, then repeat the same command.`,
      { cause: error },
    );
  }
}
