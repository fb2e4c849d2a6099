import type { Attack, AttackReport } from '../attack.js';
import { ACCESS_TOKEN_CASES } from './access-token-cases.js';
import { ASSERTION_CASES } from './assertion-cases.js';
import { CONTROL_CASES } from './control-cases.js';
import { DPOP_CASES } from './dpop-cases.js';
import { letsIn, refuses, type TokenCase } from './token-case.js';
import { TokenWorld } from './token-world.js';

/** Every attack on credentials of machines and on access tokens. */
export const TOKEN_CASES: readonly TokenCase[] = [...ACCESS_TOKEN_CASES, ...ASSERTION_CASES, ...DPOP_CASES];

/** Presents forged, stolen, changed, replayed and mistaken credentials. */
export const tokenAttacks: Attack = {
  about:
    'Presents credentials that are forged, stolen, changed, used twice or meant for something else, to two instances; ' +
    'count is how often the whole list.',
  countDefault: 3,
  run: async ({ count, tell }): Promise<AttackReport> => {
    const world = await TokenWorld.start();
    const failures: string[] = [];
    let refused = 0;
    let tried = 0;
    try {
      for (let round = 1; round <= count; round += 1) {
        for (const each of CONTROL_CASES) {
          const answer = await answerTo(world, each);
          if (!letsIn(answer)) failures.push(`${each.name} was not let in: ${answer.body}`);
        }
        for (const each of TOKEN_CASES) {
          const answer = await answerTo(world, each);
          tried += 1;
          if (refuses(answer)) refused += 1;
          else failures.push(`${each.name}: ${answer.status} ${answer.body}`);
        }
        tell(`round ${round} of ${count}: ${refused} of ${tried} refused`);
      }
    } finally {
      await world.close();
    }
    const accepted = tried - refused;
    return { figures: { cases: TOKEN_CASES.length, requests: tried, refused, accepted }, failures };
  },
};

async function answerTo(world: TokenWorld, { make }: TokenCase) {
  const { request, instance } = await make(world);
  return world.send(request, instance);
}
