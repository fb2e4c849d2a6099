import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import request from 'supertest';

import { ACCESS_TOKEN_LIFE_S } from '../src/auth/access-token.js';
import { SigningKeys, TokenIssuer } from '../src/auth/index.js';
import { SIGNING_KEYS_CACHE_S } from '../src/auth/signing-key.js';
import { TokenVerifier } from '../src/auth/token-verifier.js';
import { newId } from '../src/common/id.js';
import { createTestApp, TEST_PUBLIC_URL, type TestApp } from './support/app.js';

let instances: readonly TestApp[];

beforeAll(async () => {
  const first = await createTestApp();
  instances = [first, await first.anotherInstance(), await first.anotherInstance()];
});

afterAll(async () => {
  await instances[0]?.close();
});

/** Somebody outside who verifies by the published keys, and asks for them no oftener than we tell. */
class Outsider {
  private keys: { readonly set: ReturnType<typeof createLocalJWKSet>; readonly readAtS: number } | undefined;

  constructor(private readonly app: TestApp) {}

  async verifies(token: string): Promise<boolean> {
    const nowS = this.app.clock.now().getTime() / 1000;
    if (this.keys === undefined || nowS - this.keys.readAtS >= SIGNING_KEYS_CACHE_S) {
      const { body } = (await request(this.app.url).get('/.well-known/jwks.json')) as { body: JSONWebKeySet };
      this.keys = { set: createLocalJWKSet(body), readAtS: nowS };
    }
    const options = { issuer: TEST_PUBLIC_URL, currentDate: this.app.clock.now() };
    return jwtVerify(token, this.keys.set, options).then(
      () => true,
      () => false,
    );
  }
}

/** Small, and the same for a seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) % sides;
  };
}

/** Lets every step happen on an instance by lot: rotations, tokens, time. Gives what was refused, which is nothing. */
async function rotateByLot(seed: number, steps: number): Promise<string[]> {
  const roll = dice(seed);
  const anyone = (): TestApp => instances[roll(instances.length)] as TestApp;
  const outsiders = instances.map((app) => new Outsider(app));
  const issued: { readonly token: string; readonly atS: number; readonly step: number }[] = [];
  const faults: string[] = [];
  const nowS = (): number => (instances[0] as TestApp).clock.now().getTime() / 1000;
  for (let step = 0; step < steps; step += 1) {
    const act = roll(4);
    if (act === 0) await anyone().nest.get(SigningKeys).rotate();
    if (act === 1) instances[0]?.clock.advance({ seconds: [0, 1, 2, 29, 31, 44, 46, 120][roll(8)] ?? 0 });
    const subject = {
      kind: 'client',
      memberId: newId('member'),
      clientId: newId('client'),
      epoch: 0,
      scopes: [],
    } as const;
    issued.push({ token: await anyone().nest.get(TokenIssuer).issue(subject), atS: nowS(), step });

    const alive = issued.filter(({ atS }) => nowS() - atS < ACCESS_TOKEN_LIFE_S);
    const looked = [alive.at(-1), alive[roll(alive.length)]].flatMap((each) => each ?? []);
    for (const { token, step: made } of looked) {
      for (const [index, app] of instances.entries()) {
        const told = `seed ${seed}: the token of step ${made} at step ${step}`;
        if ((await app.nest.get(TokenVerifier).verify(token)) === undefined)
          faults.push(`${told}, instance ${index}`);
        if (!(await outsiders[index]?.verifies(token))) faults.push(`${told}, outsider ${index}`);
      }
    }
  }
  return faults;
}

describe('signing keys in rotation', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'leave no gap, whoever rotates whenever and however often (seed %d)',
    async (seed) => {
      expect(await rotateByLot(seed, 60)).toEqual([]);
    },
  );

  it('are the same for all: two instances that rotate at the same moment make one rotation each, in turn', async () => {
    instances[0]?.clock.advance({ seconds: SIGNING_KEYS_CACHE_S });
    const before = await kids();
    await Promise.all(instances.map((app) => app.nest.get(SigningKeys).rotate()));
    instances[0]?.clock.advance({ seconds: SIGNING_KEYS_CACHE_S });
    const after = await kids();
    expect(after.filter((kid) => !before.includes(kid))).toHaveLength(instances.length);
    const seen = await Promise.all(
      instances.map(async (app) => (await app.nest.get(SigningKeys).signingKey()).kid),
    );
    expect(new Set(seen).size).toBe(1);
  });

  it('take a token that was made a moment ago by a clock that is a little ahead', async () => {
    const [first, second] = instances as [TestApp, TestApp];
    const subject = {
      kind: 'client',
      memberId: newId('member'),
      clientId: newId('client'),
      epoch: 0,
      scopes: [],
    } as const;
    first.clock.advance({ seconds: 5 });
    const token = await first.nest.get(TokenIssuer).issue(subject);
    first.clock.advance({ seconds: -5 });
    expect(await second.nest.get(TokenVerifier).verify(token)).toMatchObject({ subject });
  });
});

async function kids(): Promise<string[]> {
  const published = await (instances[0] as TestApp).nest.get(SigningKeys).published();
  return published.map(({ kid }) => kid);
}
