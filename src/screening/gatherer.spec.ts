import { setImmediate } from 'node:timers/promises';
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

  it('asks at once what comes alone', async () => {
    const first = gatherer.gather('lane', 1);
    expect(asked).toEqual([[1]]);
    await answer('one');
    const second = gatherer.gather('lane', 2);
    expect(asked).toEqual([[1], [2]]);
    await answer('two');
    expect(await Promise.all([first, second])).toEqual(['one', 'two']);
  });

  it('asks together what came meanwhile, in order, up to its limit', async () => {
    const answers = [1, 2, 3, 4, 5].map((question) => gatherer.gather('lane', question));
    await answer('a');
    await answer('b');
    await answer('c');
    expect(asked).toEqual([[1], [2, 3, 4], [5]]);
    expect(await Promise.all(answers)).toEqual(['a', 'b', 'b', 'b', 'c']);
  });

  it('never asks the questions of two lanes together', async () => {
    const answers = [gatherer.gather('one', 1), gatherer.gather('other', 2), gatherer.gather('one', 3)];
    expect(asked).toEqual([[1], [2]]);
    await answer('a');
    await answer('b');
    await answer('c');
    expect(await Promise.all(answers)).toEqual(['a', 'b', 'c']);
  });

  it('gives an error to those that were asked together, and goes on', async () => {
    const answers = [1, 2, 3].map((question) => gatherer.gather('lane', question));
    const settled = Promise.allSettled(answers);
    await answer('a');
    await answer(new Error('gone'));
    expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    const after = gatherer.gather('lane', 4);
    await answer('d');
    expect(await after).toBe('d');
  });
});
