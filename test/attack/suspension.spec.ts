import { ENDINGS } from '../../attack/suspension/endings.js';
import { suspensionAttack } from '../../attack/suspension/suspension-attack.js';

it('refuses everyone whose power has ended from the next request on, on every instance', async () => {
  const { figures, failures } = await suspensionAttack.run({
    count: ENDINGS.length,
    seed: 0,
    tell: () => undefined,
  });
  console.log('suspension', figures);
  expect(failures).toEqual([]);
  expect(figures).toMatchObject({ 'answered afterwards': 0, endings: ENDINGS.length });
}, 180_000);
