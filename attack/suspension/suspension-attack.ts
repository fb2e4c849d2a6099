import type { Attack, AttackReport } from '../attack.js';
import { ask, type Credential, type Verdict } from './ask.js';
import { ENDINGS, type Ending } from './endings.js';
import { startSuspensionWorld, type Instance, type SuspensionWorld } from './suspension-world.js';

/** security.md, "suspension": the longest that 99 of 100 may go on. */
const REFUSED_MS_P99_MAX = 1_000;

/** Endings from which on the time is judged: of fewer, one hiccup of the machine is already one of a hundred. */
const JUDGED_FROM = 200;

/** Answers that a credential must have got on an instance before its power ends: the instance then remembers its token. */
const ANSWERS_BEFORE = 3;
/** Refusals that it must get afterwards, one after the other. */
const REFUSALS_AFTER = 5;
/** The longest that an ending is watched, in milliseconds. */
const WATCH_MS_MAX = 10_000;

/** One request and what became of it. Times in milliseconds. */
interface Asked {
  readonly sentAt: number;
  readonly answeredAt: number;
  readonly verdict: Verdict;
}

/** What one ending showed on one instance. */
interface Seen {
  /** From the answer to the act that ended it to the first refusal; 0 when that came before. */
  readonly refusedMs: number;
  /** Requests that were sent after the act was answered, and answered all the same. */
  readonly leaks: number;
  readonly odd: readonly string[];
}

/** Ends the power of people and machines who go on asking both instances all the while. */
export const suspensionAttack: Attack = {
  about:
    `Ends the power of ${ENDINGS.length} kinds of people and machines while they ask two instances without a pause; ` +
    'count is how many, taken in turn.',
  countDefault: 300,
  run: async ({ count, seed, tell }): Promise<AttackReport> => {
    const world = await startSuspensionWorld();
    const refusedMs: number[] = [];
    const failures: string[] = [];
    let leaks = 0;
    try {
      for (let trial = 0; trial < count; trial += 1) {
        const ending = ENDINGS[(seed + trial) % ENDINGS.length];
        if (ending === undefined) break;
        for (const seen of await watchEnding(world, ending)) {
          refusedMs.push(seen.refusedMs);
          leaks += seen.leaks;
          failures.push(...seen.odd.map((odd) => `${ending.name}: ${odd}`));
          if (seen.leaks > 0) failures.push(`${ending.name}: ${seen.leaks} requests answered afterwards`);
        }
        if ((trial + 1) % ENDINGS.length === 0) tell(`${trial + 1} of ${count} ended`);
      }
    } finally {
      await world.close();
    }
    const p99 = quantile(refusedMs, 0.99);
    if (count >= JUDGED_FROM && p99 > REFUSED_MS_P99_MAX)
      failures.push(`the first refusal came after ${p99} ms (p99)`);
    return {
      figures: {
        'kinds of endings': ENDINGS.length,
        endings: count,
        instances: 2,
        'answered afterwards': leaks,
        'first refusal, ms p50': quantile(refusedMs, 0.5),
        'first refusal, ms p99': p99,
        'first refusal, ms max': quantile(refusedMs, 1),
      },
      failures,
    };
  },
};

async function watchEnding(world: SuspensionWorld, ending: Ending): Promise<readonly Seen[]> {
  const victim = await ending.victim(world);
  const watches = world.instances.map((instance) => new Watch(instance, victim.credential));
  try {
    await Promise.all(watches.map((watch) => watch.until('answered', ANSWERS_BEFORE)));
    await ending.end(world, victim);
    const endedAt = performance.now();
    await Promise.all(watches.map((watch) => watch.until('refused', REFUSALS_AFTER)));
    return await Promise.all(watches.map((watch) => watch.end(endedAt)));
  } finally {
    await Promise.all(watches.map((watch) => watch.end(0)));
  }
}

/** Asks one instance without a pause until it is told to stop. */
class Watch {
  private readonly asked: Asked[] = [];
  private stopped = false;
  private readonly running: Promise<void>;

  constructor(instance: Instance, credential: Credential) {
    this.running = this.run(instance, credential);
  }

  /** Resolves when so many answers in a row were of this kind; rejects when that takes too long. */
  async until(verdict: 'answered' | 'refused', count: number): Promise<void> {
    const startedAt = performance.now();
    for (;;) {
      const latest = this.asked.slice(-count);
      if (latest.length === count && latest.every((each) => each.verdict === verdict)) return;
      if (performance.now() - startedAt > WATCH_MS_MAX) {
        throw new Error(`No ${count} requests ${verdict}: ${JSON.stringify(this.asked.at(-1))}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  async end(endedAt: number): Promise<Seen> {
    this.stopped = true;
    await this.running;
    const first = this.asked.find(({ verdict }) => verdict === 'refused');
    return {
      refusedMs: Math.round(Math.max(0, (first?.answeredAt ?? Infinity) - endedAt)),
      leaks: this.asked.filter(({ sentAt, verdict }) => sentAt > endedAt && verdict === 'answered').length,
      odd: this.asked.flatMap(({ verdict }) => (typeof verdict === 'string' ? [] : [verdict.odd])),
    };
  }

  private async run(instance: Instance, credential: Credential): Promise<void> {
    for (let turn = 0; !this.stopped; turn += 1) {
      const sentAt = performance.now();
      const verdict = await ask(instance, credential, turn);
      this.asked.push({ sentAt, answeredAt: performance.now(), verdict });
    }
  }
}

/** The value below which this share of them lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
