import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { SimulationOptions, SimulationReport } from './simulate.js';

/** Processes that simulate side by side. What a seed does is the same in any of them. */
export class Workers {
  readonly #processes: readonly ChildProcess[];

  constructor(count: number) {
    const file = new URL('worker.ts', import.meta.url);
    this.#processes = Array.from({ length: count }, () => fork(file, { serialization: 'advanced' }));
  }

  /** Runs all of it, and tells of each run when it is over. Gives them in the order in which they were over. */
  async run(
    asked: readonly SimulationOptions[],
    note: (run: SimulationReport) => void,
  ): Promise<readonly SimulationReport[]> {
    const left = [...asked];
    const runs: SimulationReport[] = [];
    await Promise.all(
      this.#processes.map(async (each) => {
        await answerOf(each);
        for (let next = left.shift(); next !== undefined; next = left.shift()) {
          each.send(next);
          const run = (await answerOf(each)) as SimulationReport;
          runs.push(run);
          note(run);
        }
      }),
    );
    return runs;
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.#processes
        .filter(({ exitCode }) => exitCode === null)
        .map(async (each) => {
          const ended = once(each, 'exit');
          if (each.connected) each.disconnect();
          await ended;
        }),
    );
  }
}

/** The next message of a process, or the failure that it ended before. */
async function answerOf(process: ChildProcess): Promise<unknown> {
  const cancel = new AbortController();
  const ended = once(process, 'exit', cancel).then(() => {
    throw new Error('A process that simulates has ended.');
  });
  const message = once(process, 'message', cancel).then(([answer]: unknown[]) => answer);
  try {
    return await Promise.race([message, ended]);
  } finally {
    cancel.abort();
    void ended.catch(() => undefined);
    void message.catch(() => undefined);
  }
}
