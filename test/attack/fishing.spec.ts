import { newSeed } from '../../attack/attack.js';
import { fishing } from '../../attack/fishing/fishing.js';

/** Simulated members of each kind. */
const COUNT = 4;

describe('simulated members', () => {
  it(`raise the alarm where they fish and not where they screen: ${COUNT} of each kind`, async () => {
    const seed = newSeed();
    const { figures, failures } = await fishing.run({ count: COUNT, seed, tell: () => undefined });
    console.log('fishing alarm, members told right', { seed, ...figures });
    expect({ seed, failures }).toEqual({ seed, failures: [] });
  }, 120_000);
});
