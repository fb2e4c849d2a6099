import { ClientAccounts } from '../src/auth/index.js';
import { Dpop } from '../src/auth/dpop.js';
import { newId, toGlobalId, type ClientId } from '../src/common/id.js';
import { sendRaw, type RawAnswer, type RawHeader } from '../attack/tokens/send-raw.js';
import { createTestApp, TEST_PUBLIC_URL, type TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import { DpopKey } from './support/dpop-key.js';
import { givenMember, type TestMember } from './support/members.js';

let app: TestApp;
let other: TestApp;

beforeAll(async () => {
  app = await createTestApp();
  other = await app.anotherInstance();
});

afterAll(() => app.close());

interface Machine {
  readonly member: TestMember;
  readonly clientId: ClientId;
  readonly id: string;
  readonly secret: string;
}

/** A machine with a secret: how it proves who it is has nothing to do with what its tokens are bound to. */
async function givenMachine(dpopRequired = true): Promise<Machine> {
  const member = await givenMember(app);
  const { clientId, secret = '' } = await asOwner(app.database, (tx) =>
    app.nest.get(ClientAccounts).create(tx, {
      clientId: newId('client'),
      memberId: member.memberId,
      name: 'A machine',
      scopes: ['screening:run'],
      dpopRequired,
    }),
  );
  return { member, clientId, id: toGlobalId('client', clientId), secret };
}

function tokenRequest(machine: Machine, proof?: string, on = app): Promise<RawAnswer> {
  const form = { grant_type: 'client_credentials', client_id: machine.id, client_secret: machine.secret };
  return sendRaw(on.url, {
    path: '/oauth/token',
    headers: [['content-type', 'application/x-www-form-urlencoded'], ...dpop(proof)],
    body: new URLSearchParams(form).toString(),
  });
}

function query(authorization: string, proof?: string, on = app): Promise<RawAnswer> {
  return sendRaw(on.url, {
    path: '/graphql',
    headers: [['content-type', 'application/json'], ['authorization', authorization], ...dpop(proof)],
    body: JSON.stringify({ query: '{ viewer { member { id } } }' }),
  });
}

const dpop = (proof?: string): RawHeader[] => (proof === undefined ? [] : [['dpop', proof]]);
const nonceOf = ({ headers }: RawAnswer): string => String(headers['dpop-nonce']);

async function tokenProof(key: DpopKey, nonce?: string): Promise<string> {
  const fresh = nonce ?? app.nest.get(Dpop).nonce();
  return key.proof({ url: `${TEST_PUBLIC_URL}/oauth/token`, now: app.clock.now(), nonce: fresh });
}

async function proof(key: DpopKey, accessToken: string, nonce = app.nest.get(Dpop).nonce()): Promise<string> {
  return key.proof({ url: `${TEST_PUBLIC_URL}/graphql`, now: app.clock.now(), nonce, accessToken });
}

async function boundToken(machine: Machine, key: DpopKey): Promise<string> {
  const answer = await tokenRequest(machine, await tokenProof(key));
  return (JSON.parse(answer.body) as { access_token: string }).access_token;
}

const isLetIn = ({ body }: RawAnswer): boolean => body.includes('"data":{"viewer":{');

describe('a machine that binds its tokens', () => {
  it('is told the nonce, and gets a token of the type DPoP that lives as long as any', async () => {
    const [machine, key] = [await givenMachine(), new DpopKey()];
    const first = await tokenRequest(machine, await tokenProof(key, 'none'));
    expect([first.status, JSON.parse(first.body)]).toMatchObject([400, { error: 'use_dpop_nonce' }]);
    const second = await tokenRequest(machine, await tokenProof(key, nonceOf(first)));
    expect([second.status, JSON.parse(second.body)]).toMatchObject([
      200,
      { token_type: 'DPoP', expires_in: 300, scope: 'screening:run' },
    ]);
  });

  it.each(['ES256', 'EdDSA'] as const)(
    'uses the API with a new proof each time, by %s',
    async (algorithm) => {
      const [machine, key] = [await givenMachine(), new DpopKey(algorithm)];
      const token = await boundToken(machine, key);
      const answers = [
        await query(`DPoP ${token}`, await proof(key, token)),
        await query(`DPoP ${token}`, await proof(key, token), other),
        await query(`dpop ${token}`, await proof(key, token)),
      ];
      expect(answers.map(isLetIn)).toEqual([true, true, true]);
      expect(answers[0]?.headers['dpop-nonce']).toEqual(expect.any(String));
      expect(answers[0]?.headers['www-authenticate']).toBeUndefined();
    },
  );

  it('names the address in whatever spelling, with or without a query', async () => {
    const [machine, key] = [await givenMachine(), new DpopKey()];
    const token = await boundToken(machine, key);
    for (const htu of ['HTTPS://Cordon.Example:443/graphql', `${TEST_PUBLIC_URL}/graphql?a=b#c`]) {
      const [now, nonce] = [app.clock.now(), app.nest.get(Dpop).nonce()];
      const made = await key.proof({ url: htu, now, nonce, accessToken: token });
      expect([htu, isLetIn(await query(`DPoP ${token}`, made))]).toEqual([htu, true]);
    }
  });

  it('is told what is wrong with a proof in the headers, for GraphQL has no place for it', async () => {
    const [machine, key] = [await givenMachine(), new DpopKey()];
    const token = await boundToken(machine, key);
    const challengeOf = async (made?: string): Promise<unknown> =>
      (await query(`DPoP ${token}`, made)).headers['www-authenticate'];
    expect(await challengeOf()).toBe('DPoP error="invalid_dpop_proof", algs="ES256 EdDSA"');
    expect(await challengeOf(await proof(key, token, 'none'))).toBe(
      'DPoP error="use_dpop_nonce", algs="ES256 EdDSA"',
    );
    const unbound = await query('DPoP none', await proof(key, token));
    expect(unbound.headers['www-authenticate']).toBe('DPoP error="invalid_token", algs="ES256 EdDSA"');
  });

  it('goes on with a nonce for two minutes, and is told the next before that', async () => {
    const [machine, key] = [await givenMachine(), new DpopKey()];
    const token = await boundToken(machine, key);
    const nonce = app.nest.get(Dpop).nonce();
    app.clock.advance({ seconds: 89 });
    const late = await query(`DPoP ${token}`, await proof(key, token, nonce));
    expect([isLetIn(late), nonceOf(late) === nonce]).toEqual([true, false]);
    app.clock.advance({ seconds: 31 });
    const tooLate = await query(`DPoP ${token}`, await proof(key, token, nonce));
    expect(isLetIn(tooLate)).toBe(false);
    expect(isLetIn(await query(`DPoP ${token}`, await proof(key, token, nonceOf(tooLate))))).toBe(true);
  });

  it('uses a proof once when it reaches two instances at the same moment', async () => {
    const [machine, key] = [await givenMachine(), new DpopKey()];
    const token = await boundToken(machine, key);
    const made = await proof(key, token);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_none, index) =>
        query(`DPoP ${token}`, made, index % 2 === 0 ? app : other),
      ),
    );
    expect(answers.filter(isLetIn)).toHaveLength(1);
  });

  it('may use one jti for two keys: it is that of a key', async () => {
    const [machine, first, second] = [await givenMachine(), new DpopKey(), new DpopKey()];
    for (const key of [first, second]) {
      const token = await boundToken(machine, key);
      const [now, nonce] = [app.clock.now(), app.nest.get(Dpop).nonce()];
      const request = { url: `${TEST_PUBLIC_URL}/graphql`, now, nonce, accessToken: token };
      const made = await key.proof(request, { claims: { jti: 'the same' } });
      expect(isLetIn(await query(`DPoP ${token}`, made))).toBe(true);
    }
  });

  it('does not use a proof up that lacks the nonce, nor the secret that came with it', async () => {
    const [machine, key] = [await givenMachine(), new DpopKey()];
    const before = await storedProofs();
    await tokenRequest(machine, await tokenProof(key, 'none'));
    expect(await storedProofs()).toBe(before);
  });
});

describe('a machine that must bind its tokens', () => {
  it('gets none otherwise, and is told why', async () => {
    const answer = await tokenRequest(await givenMachine());
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([400, { error: 'invalid_dpop_proof' }]);
    expect(nonceOf(answer)).toEqual(expect.any(String));
  });

  it('is told nothing of that before it has proved who it is', async () => {
    const machine = await givenMachine();
    const answer = await tokenRequest({ ...machine, secret: 'wrong' });
    expect(JSON.parse(answer.body)).toMatchObject({ error: 'invalid_client' });
  });

  it('loses the bearer tokens it had at the next request after the setting, on every instance', async () => {
    const machine = await givenMachine(false);
    const answer = await tokenRequest(machine);
    const { access_token: token } = JSON.parse(answer.body) as { access_token: string };
    expect([
      isLetIn(await query(`Bearer ${token}`)),
      isLetIn(await query(`Bearer ${token}`, undefined, other)),
    ]).toEqual([true, true]);
    const { client } = await machine.member.mutate<{ client: unknown }>(
      'setClientDpop',
      { clientId: machine.id, required: true },
      'client { dpopRequired }',
    );
    expect(client).toEqual({ dpopRequired: true });
    expect([
      isLetIn(await query(`Bearer ${token}`)),
      isLetIn(await query(`Bearer ${token}`, undefined, other)),
    ]).toEqual([false, false]);
    expect(JSON.parse((await tokenRequest(machine)).body)).toMatchObject({ error: 'invalid_dpop_proof' });
  });

  it('keeps its tokens when it is set to what it is', async () => {
    const [machine, key] = [await givenMachine(), new DpopKey()];
    const token = await boundToken(machine, key);
    await machine.member.mutate('setClientDpop', { clientId: machine.id, required: true });
    expect(isLetIn(await query(`DPoP ${token}`, await proof(key, token)))).toBe(true);
  });
});

describe('used proofs', () => {
  it('are forgotten when every instance refuses them by their age', async () => {
    const [machine, key] = [await givenMachine(), new DpopKey()];
    const token = await boundToken(machine, key);
    const made = await proof(key, token);
    await query(`DPoP ${token}`, made);
    app.clock.advance({ seconds: 61 });
    await app.nest.get(Dpop).forgetExpired();
    expect(await storedProofs()).toBeGreaterThan(0);
    expect(isLetIn(await query(`DPoP ${token}`, made))).toBe(false);
    app.clock.advance({ seconds: 61 });
    await app.nest.get(Dpop).forgetExpired();
    expect(await storedProofs()).toBe(0);
  });

  it('can neither be seen nor forgotten by requests', async () => {
    for (const sql of [
      'select * from dpop_proof',
      'delete from dpop_proof',
      'update dpop_proof set expires_at = now()',
    ]) {
      await expect(app.database.statement({ name: `test.${sql}`, text: sql }, [])).rejects.toMatchObject({
        code: '42501',
      });
    }
  });
});

async function storedProofs(): Promise<number> {
  const [row] = await asOwner(app.database, (tx) =>
    tx.query<{ count: number }>('select count(*)::int as count from dpop_proof'),
  );
  return row?.count ?? -1;
}
