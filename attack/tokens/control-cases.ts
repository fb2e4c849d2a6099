import { DpopKey } from '../../test/support/dpop-key.js';
import type { Attempt, TokenCase } from './token-case.js';
import type { TokenWorld } from './token-world.js';

/** What the attacks are made from, unchanged: it must be let in, or the attacks would be refused for another reason. */
export const CONTROL_CASES: readonly TokenCase[] = [
  { name: 'an access token', make: async (world) => ({ request: world.bearer(await world.ours()) }) },
  {
    name: 'an access token on the second instance',
    make: async (world) => ({ request: world.bearer(await world.ours()), instance: 'second' }),
  },
  {
    name: 'the scheme in small letters',
    make: async (world) => ({ request: world.query([`bearer ${await world.ours()}`]) }),
  },
  {
    name: 'an assertion',
    make: async (world) => ({ request: world.grant(await world.assertion(world.machine)) }),
  },
  {
    name: 'a proof for a token',
    make: async (world: TokenWorld): Promise<Attempt> => {
      const proof = await world.tokenProof(new DpopKey('EdDSA'));
      return { request: world.grant(await world.assertion(world.machine), {}, proof), instance: 'second' };
    },
  },
  ...(['first', 'second'] as const).map((instance) => ({
    name: `a bound token with its proof on the ${instance} instance`,
    make: (world: TokenWorld) => boundAttempt(world, instance),
  })),
];

async function boundAttempt(world: TokenWorld, instance: 'first' | 'second'): Promise<Attempt> {
  const { token, key } = await world.boundToken();
  return { request: world.query([`DPoP ${token}`], await world.proof(key, token)), instance };
}
