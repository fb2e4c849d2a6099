import { areaUnderCurve, tellingApart } from '../../attack/same-answer/auc.js';
import { sameAnswer } from '../../attack/same-answer/same-answer.js';

/** Too few for a judgement of the time, which is printed alone: a busy machine must not fail a build. */
const COUNT = 40;
const TIMEOUT_MS = 120_000;

describe('a hidden merchant', () => {
  it(
    'is answered as an unknown one is, on every path',
    async () => {
      const seed = Math.trunc(Math.random() * 2 ** 31);
      const { figures, failures } = await sameAnswer.run({ count: COUNT, seed, tell: () => undefined });
      console.log(`same answer, seed ${seed}:\n${JSON.stringify(figures, null, 2)}`);
      expect(failures).toEqual([]);
    },
    TIMEOUT_MS,
  );
});

describe('the area under the curve', () => {
  it.each([
    ['of equal times', [1, 2, 3], [1, 2, 3], 0.5],
    ['of times that are all longer', [4, 5], [1, 2], 1],
    ['of times that are all shorter', [1, 2], [4, 5], 0],
    ['of ties, which count half', [1, 1], [1, 2], 0.25],
  ])('%s', (_name, ones, others, area) => {
    expect(areaUnderCurve(ones, others)).toBe(area);
  });

  it('is as telling in either direction', () => {
    expect(tellingApart([1, 2], [4, 5])).toBe(1);
  });
});
