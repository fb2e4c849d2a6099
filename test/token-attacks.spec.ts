import { CONTROL_CASES } from '../attack/tokens/control-cases.js';
import { letsIn, refuses, type TokenCase } from '../attack/tokens/token-case.js';
import { TOKEN_CASES } from '../attack/tokens/token-attacks.js';
import { TokenWorld } from '../attack/tokens/token-world.js';

/** security.md, "token attacks": so many at least, all refused. */
const CASES_MIN = 60;

let world: TokenWorld;
let refused = 0;

beforeAll(async () => {
  world = await TokenWorld.start();
});

afterAll(async () => {
  console.log(`Token attacks: ${refused} of ${TOKEN_CASES.length} refused.`);
  await world.close();
});

async function answerTo({ make }: TokenCase) {
  const { request, instance } = await make(world);
  return world.send(request, instance);
}

const named = (cases: readonly TokenCase[]): [string, TokenCase][] => cases.map((each) => [each.name, each]);

it.each(named(CONTROL_CASES))('lets in %s', async (_name, each) => {
  const answer = await answerTo(each);
  expect([letsIn(answer), answer.body]).toEqual([true, answer.body]);
});

it.each(named(TOKEN_CASES))('refuses %s', async (_name, each) => {
  const answer = await answerTo(each);
  expect([refuses(answer), answer.body]).toEqual([true, answer.body]);
  refused += 1;
});

it('tries enough, and nothing twice', () => {
  expect(TOKEN_CASES.length).toBeGreaterThanOrEqual(CASES_MIN);
  expect(new Set(TOKEN_CASES.map(({ name }) => name)).size).toBe(TOKEN_CASES.length);
});
