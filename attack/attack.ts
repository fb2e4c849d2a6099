/** How hard an attack tries, and by which dice. */
export interface AttackOptions {
  /** How many requests, texts or rounds: what of it, the attack's `about` says. */
  readonly count: number;
  /** Whatever is drawn is drawn from it: the same seed and count do the same again. 0 to 2^31 - 1. */
  readonly seed: number;
  /** Of the things that are tried in turn only those with this in their names; an attack that tries none so knows it not. */
  readonly only?: string | undefined;
  /** Is given a line for every step. */
  readonly tell: (line: string) => void;
}

/** What an attack found. */
export interface AttackReport {
  /** In the order in which they are to be read, e.g. `{ requests: 20000, 'answers of 5xx': 0 }`. */
  readonly figures: Readonly<Record<string, number | string>>;
  /** What must not be, as sentences that name what to look at; empty when the defence held. At most FAILURES_MAX. */
  readonly failures: readonly string[];
}

/** One way to attack the service, run by `npm run` and by a spec of test/attack with a smaller count. */
export interface Attack {
  /** One sentence: what is tried, and what `count` counts. */
  readonly about: string;
  /** The count of a run by command that names none. */
  readonly countDefault: number;
  readonly run: (options: AttackOptions) => Promise<AttackReport>;
}

/** More than so many failures are one failure seen many times. */
export const FAILURES_MAX = 20;

/** A seed for a run that names none. To be printed. */
export function newSeed(): number {
  return Math.trunc(Math.random() * 2 ** 31);
}
