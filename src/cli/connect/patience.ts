import { CliError, unreachableError } from '../cli-error.js';
import { EXIT_CODE } from '../exit-code.js';
import { say, type Terminal } from '../terminal.js';
import { retryDelayMs } from './backoff.js';

const RETRY_AFTER_MAX_MS = 30_000;
/** How long to wait for a limit where the service did not say. */
const LIMIT_WAIT_DEFAULT_MS = 5_000;

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

/** The member has used up what the service lets it use in a minute, or in a day. The same request may be sent again later. */
export class LimitedError extends Error {
  override readonly name = 'LimitedError';

  /** @param retryAfterMs when the service takes it again, in milliseconds; undefined where it did not say. */
  constructor(readonly retryAfterMs: number | undefined) {
    super('too many requests');
  }
}

/** Waits for a limit without one request in between that was taken: then something else is wrong. */
const LIMIT_WAITS_MAX = 10;

/**
 * Repeats what fails for want of the service, with growing pauses, until one outage has lasted `retryForMs`. All
 * requests of a command share one outage: the first success ends it for each of them.
 *
 * What is refused because a limit is used up is repeated when the service said so, where that is within `retryForMs`: a limit
 * of requests ends with the minute, one of a day is left to the next command.
 */
export class Patience {
  private outageSince: number | undefined;
  private limitWaits = 0;
  /** When the limit that was last spoken of ends. Requests that run side by side wait for the same one. */
  private limitEndsAt = 0;

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
        this.limitWaits = 0;
        return value;
      } catch (error) {
        if (error instanceof LimitedError) await this.waitForLimit(error);
        else if (error instanceof UnreachableError) await this.pause(error, attempt);
        else throw error;
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

  private async waitForLimit({ retryAfterMs = LIMIT_WAIT_DEFAULT_MS }: LimitedError): Promise<void> {
    this.throwIfStopped();
    const endsAt = this.terminal.now() + retryAfterMs;
    const isAnother = this.terminal.now() >= this.limitEndsAt;
    if (isAnother) this.limitWaits += 1;
    if (retryAfterMs > this.retryForMs || this.limitWaits > LIMIT_WAITS_MAX) {
      throw unreachableError(
        `${this.url} takes no more of your member's requests for ${durationOf(retryAfterMs)}: a limit is used up. Repeat the same command then, or ask the coalition's admins for a higher limit.`,
      );
    }
    if (isAnother) {
      this.limitEndsAt = endsAt;
      say(
        this.terminal,
        `Your member's limit is used up: going on in ${durationOf(retryAfterMs)}, as the service asks.`,
      );
    }
    await this.terminal.sleep(retryAfterMs);
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

/** A time in words: `40 s`, `11 h 20 min`. */
function durationOf(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
