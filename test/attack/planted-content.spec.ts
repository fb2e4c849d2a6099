import { newSeed } from '../../attack/attack.js';
import { plantedContent } from '../../attack/planted/planted-content.js';

const COUNT = 10_000;

describe('planted content', () => {
  it(`is stored nowhere, and honest texts are taken: ${COUNT} of each`, async () => {
    const seed = newSeed();
    const { figures, failures } = await plantedContent.run({ count: COUNT, seed, tell: () => undefined });
    console.log('planted content', { seed, ...figures });
    expect({ seed, failures }).toEqual({ seed, failures: [] });
  }, 600_000);
});
