import { mutants } from '../../attack/mutants/mutants.js';

/** Operations and rules of a run in CI, drawn anew each time; all of them and row policies by `npm run attack:mutants`. */
const COUNT = 10;
const TIMEOUT_MS = 240_000;

describe('the access matrix', () => {
  it(
    'fails when an access rule is taken out',
    async () => {
      const seed = Math.trunc(Math.random() * 2 ** 31);
      const { figures, failures } = await mutants.run({ count: COUNT, seed, tell: () => undefined });
      console.log(`mutants, seed ${seed}: ${JSON.stringify(figures)}`);
      expect(failures).toEqual([]);
    },
    TIMEOUT_MS,
  );
});
