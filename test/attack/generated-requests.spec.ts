import { newSeed } from '../../attack/attack.js';
import { generatedRequests } from '../../attack/generated/generated-requests.js';

const COUNT = 20_000;

describe('requests drawn from the schema', () => {
  it(`never get a 5xx or a hidden value: ${COUNT} of them`, async () => {
    const seed = newSeed();
    const { figures, failures } = await generatedRequests.run({ count: COUNT, seed, tell: () => undefined });
    console.log('generated requests', { seed, ...figures });
    expect({ seed, failures }).toEqual({ seed, failures: [] });
  }, 600_000);
});
