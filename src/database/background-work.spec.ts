import { setTimeout as sleep } from 'node:timers/promises';
import { testConfig } from '../../test/support/database.js';
import { BackgroundWork } from './background-work.js';

/** A process with `work`, and how many rounds its one loop did. */
function aProcess(work: ('web' | 'worker')[]): { background: BackgroundWork; rounds: () => number } {
  const background = new BackgroundWork(testConfig('postgres://localhost/none', { work }));
  let rounds = 0;
  const round = (): Promise<boolean> => {
    rounds += 1;
    return Promise.resolve(false);
  };
  background.add('spec', round, 5);
  return { background, rounds: () => rounds };
}

describe('the background work', () => {
  it('begins when every module is there, and takes no round after the shutdown', async () => {
    const { background, rounds } = aProcess(['web', 'worker']);
    expect(rounds()).toBe(0);
    background.onApplicationBootstrap();
    await sleep(50);
    await background.beforeApplicationShutdown();
    const done = rounds();
    await sleep(20);
    expect([done > 1, rounds()]).toEqual([true, done]);
  });

  it('is left to others by a process that does not do it', async () => {
    const { background, rounds } = aProcess(['web']);
    background.onApplicationBootstrap();
    await sleep(20);
    await background.beforeApplicationShutdown();
    expect(rounds()).toBe(0);
  });

  it('takes no loop that would never start', () => {
    const { background } = aProcess(['worker']);
    background.onApplicationBootstrap();
    expect(() => background.add('late', () => Promise.resolve(false), 5)).toThrow('late is added before');
    return background.beforeApplicationShutdown();
  });
});
