import { setImmediate } from 'node:timers/promises';
import { PublicError } from './refusal.js';
import { Gatherer } from './gatherer.js';

describe('a gatherer', () => {
  let asked: number[][];
  let answer: (outcome: string | Error) => Promise<void>;
  let gatherer: Gatherer<number, string>;

  beforeEach(() => {
    asked = [];
    const open: ((outcome: string | Error) => void)[] = [];
    gatherer = new Gatherer((questions) => {
      asked.push([...questions]);
      return new Promise((resolve, reject) => {
        open.push((outcome) => {
          if (outcome instanceof Error) reject(outcome);
          else resolve(outcome);
        });
      });
    }, 3);
    answer = async (outcome) => {
      open.shift()?.(outcome);
      await setImmediate();
    };
  });

  it('asks at the end of the turn what comes alone', async () => {
    const first = gatherer.gather('lane', 1);
    await setImmediate();
    expect(asked).toEqual([[1]]);
    await answer('one');
    const second = gatherer.gather('lane', 2);
    await setImmediate();
    expect(asked).toEqual([[1], [2]]);
    await answer('two');
    expect(await Promise.all([first, second])).toEqual(['one', 'two']);
  });

  it('asks together what comes in one turn', async () => {
    const answers = [1, 2].map((question) => gatherer.gather('lane', question));
    await setImmediate();
    expect(asked).toEqual([[1, 2]]);
    await answer('both');
    expect(await Promise.all(answers)).toEqual(['both', 'both']);
  });

  it('asks together what came meanwhile, in order, up to its limit', async () => {
    const first = gatherer.gather('lane', 1);
    await setImmediate();
    const others = [2, 3, 4, 5].map((question) => gatherer.gather('lane', question));
    await answer('a');
    await answer('b');
    await answer('c');
    expect(asked).toEqual([[1], [2, 3, 4], [5]]);
    expect(await Promise.all([first, ...others])).toEqual(['a', 'b', 'b', 'b', 'c']);
  });

  it('never asks the questions of two lanes together', async () => {
    const answers = [gatherer.gather('one', 1), gatherer.gather('other', 2), gatherer.gather('one', 3)];
    await setImmediate();
    expect(asked).toEqual([[1, 3], [2]]);
    await answer('a');
    await answer('b');
    expect(await Promise.all(answers)).toEqual(['a', 'b', 'a']);
  });

  it('asks one by one what failed together, so that only the faulty question fails', async () => {
    const settled = Promise.allSettled([1, 2].map((question) => gatherer.gather('lane', question)));
    await setImmediate();
    await answer(new Error('one of them'));
    await answer(new Error('this one'));
    await answer('two');
    expect(asked).toEqual([[1, 2], [1], [2]]);
    expect(await settled).toEqual([
      { status: 'rejected', reason: new Error('this one') },
      { status: 'fulfilled', value: 'two' },
    ]);
  });

  it.each(['UNAUTHENTICATED', 'UNAVAILABLE'] as const)('gives %s to everyone at once', async (code) => {
    const settled = Promise.allSettled([1, 2].map((question) => gatherer.gather('lane', question)));
    await setImmediate();
    await answer(new PublicError(code, 'For all of you.'));
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(asked).toEqual([[1, 2]]);
  });

  it('goes on after a failure', async () => {
    const failed = Promise.allSettled([gatherer.gather('lane', 1)]);
    await setImmediate();
    await answer(new Error('gone'));
    await failed;
    const after = gatherer.gather('lane', 2);
    await setImmediate();
    await answer('b');
    expect(await after).toBe('b');
  });
});
