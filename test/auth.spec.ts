import { generateKeyPairSync, randomUUID } from 'node:crypto';

import { SignJWT } from 'jose';
import { generateSync } from 'otplib';
import request from 'supertest';

import { ClientAccounts, SigningKeys, UserAccounts, type ClientJwks } from '../src/auth/index.js';
import { RETIRED_KEY_KEPT_S } from '../src/auth/signing-key.js';
import { newId, toGlobalId } from '../src/common/id.js';
import { createTestApp, TEST_PUBLIC_URL, type TestApp } from './support/app.js';
import { givenCoalition, givenMember, type TestMember } from './support/members.js';
import { basic, postForm, tokenAnswer } from './support/token-endpoint.js';
import { asOwner } from './support/as-owner.js';

const VIEWER = '{ viewer { member { id } roles permissions } }';

let app: TestApp;
let other: TestApp;

beforeAll(async () => {
  app = await createTestApp();
  other = await app.anotherInstance();
});

afterAll(() => app.close());

/** A machine with a secret, of a new member. */
async function givenClient(jwks?: ClientJwks, scopes = ['report:submit', 'screening:run']) {
  const member = await givenMember(app);
  const { clientId, secret = '' } = await asOwner(app.database, (tx) =>
    app.nest.get(ClientAccounts).create(tx, { memberId: member.memberId, name: 'A machine', scopes, jwks }),
  );
  return { member, id: toGlobalId('client', clientId), clientId, secret };
}

/** A person who can sign in, of a new member. */
async function givenPerson() {
  const member = await givenMember(app);
  const email = `${newId('user')}@person.example`;
  const made = await asOwner(app.database, (tx) =>
    app.nest
      .get(UserAccounts)
      .create(tx, { memberId: member.memberId, email, name: 'Dana Okafor', roles: ['SUBMITTER'] }),
  );
  if (made === undefined) throw new Error('The address is random and cannot be taken.');
  return {
    member,
    ...made,
    email,
    code: () => generateSync({ secret: made.totpSecret, epoch: app.clock.now().getTime() / 1000 }),
  };
}

type Person = Awaited<ReturnType<typeof givenPerson>>;

function signIn(person: Person, change: Readonly<Record<string, string>> = {}, on = app) {
  const { email: username, password } = person;
  return tokenAnswer(on.url, { grant_type: 'password', username, password, totp: person.code(), ...change });
}

function refresh(refreshToken: string | undefined, on = app) {
  return tokenAnswer(on.url, { grant_type: 'refresh_token', refresh_token: refreshToken ?? '' });
}

/** Whether the API takes a token. */
async function isTaken(token: string | undefined, on = app): Promise<boolean> {
  const answer = await on.anonymous.send(VIEWER, {}, token ?? 'none');
  return (answer.body as { errors?: unknown }).errors === undefined;
}

async function suspend(member: TestMember): Promise<void> {
  await asOwner(app.database, (tx) =>
    tx.query(`update member set status = 'SUSPENDED' where id = $1`, [member.memberId]),
  );
}

describe('a machine with a secret', () => {
  it.each(['header', 'form'])('gets a token by its secret in the %s', async (where) => {
    const { id, secret } = await givenClient();
    const grant = { grant_type: 'client_credentials' };
    const answer =
      where === 'header'
        ? await postForm(app.url, grant, { authorization: basic(id, secret) })
        : await postForm(app.url, { ...grant, client_id: id, client_secret: secret });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      access_token: expect.any(String) as string,
      token_type: 'Bearer',
      expires_in: 300,
      scope: 'report:submit screening:run',
    });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['pragma']).toBe('no-cache');
    expect(await isTaken((answer.body as { access_token: string }).access_token)).toBe(true);
  });

  it('gets a token that does less when it asks for less', async () => {
    const { id, secret } = await givenClient();
    const answer = await tokenAnswer(
      app.url,
      { grant_type: 'client_credentials', scope: 'screening:run' },
      { authorization: basic(id, secret) },
    );
    expect(answer.scope).toBe('screening:run');
    const viewed = await app.anonymous.send(VIEWER, {}, answer.access_token);
    const { permissions } = (viewed.body as { data: { viewer: { permissions: string[] } } }).data.viewer;
    expect(permissions).toContain('screening:run');
    expect(permissions).not.toContain('report:submit');
  });

  it('is refused with the secret before last, and so are the tokens it was exchanged for', async () => {
    const { id, clientId, secret } = await givenClient();
    const grant = { grant_type: 'client_credentials', client_id: id };
    const before = await tokenAnswer(app.url, { ...grant, client_secret: secret });
    const next = await asOwner(app.database, (tx) => app.nest.get(ClientAccounts).rotateSecret(tx, clientId));

    expect(await tokenAnswer(app.url, { ...grant, client_secret: secret })).toMatchObject({
      error: 'invalid_client',
    });
    expect(await isTaken(before.access_token)).toBe(false);
    const after = await tokenAnswer(app.url, { ...grant, client_secret: next ?? '' });
    expect(await isTaken(after.access_token)).toBe(true);
  });

  it('gives the same answer to whoever is unknown, wrong, suspended or deactivated', async () => {
    const known = await givenClient();
    const suspended = await givenClient();
    await suspend(suspended.member);
    const deactivated = await givenClient();
    await asOwner(app.database, (tx) => app.nest.get(ClientAccounts).deactivate(tx, deactivated.clientId));
    const withKeys = await givenClient({ keys: [] });

    const presented: [string, string][] = [
      [known.id, 'wrong'],
      [known.id, ''],
      [known.id.slice(0, -1), known.secret],
      [toGlobalId('client', newId('client')), known.secret],
      [toGlobalId('user', newId('user')), known.secret],
      ['', ''],
      [suspended.id, suspended.secret],
      [deactivated.id, deactivated.secret],
      [withKeys.id, ''],
    ];
    for (const [id, secret] of presented) {
      const answer = await postForm(
        app.url,
        { grant_type: 'client_credentials' },
        { authorization: basic(id, secret) },
      );
      expect([id, answer.status, answer.body]).toEqual([
        id,
        401,
        {
          error: 'invalid_client',
          error_description: 'The client is unknown, not active, or did not prove who it is.',
        },
      ]);
      expect(answer.headers['www-authenticate']).toBe('Basic realm="cordon", charset="UTF-8"');
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });
});

describe('the token endpoint', () => {
  const client = { client_id: 'cli_x', client_secret: 'x' };

  it.each<[string, Record<string, string>, number, string]>([
    ['no grant', {}, 400, 'invalid_request'],
    ['an unknown grant', { grant_type: 'authorization_code', ...client }, 400, 'unsupported_grant_type'],
    ['no client', { grant_type: 'client_credentials' }, 400, 'invalid_request'],
    [
      'an id without a secret',
      { grant_type: 'client_credentials', client_id: 'cli_x' },
      400,
      'invalid_request',
    ],
    [
      'a secret and an assertion',
      { grant_type: 'client_credentials', ...client, client_assertion: 'x' },
      400,
      'invalid_request',
    ],
    [
      'an assertion of no type',
      { grant_type: 'client_credentials', client_assertion: 'x' },
      400,
      'invalid_request',
    ],
    [
      'no password',
      { grant_type: 'password', username: 'a@b.example', totp: '123456' },
      400,
      'invalid_request',
    ],
    ['no code', { grant_type: 'password', username: 'a@b.example', password: 'x' }, 400, 'invalid_request'],
    ['no refresh token', { grant_type: 'refresh_token' }, 400, 'invalid_request'],
    ['a malformed refresh token', { grant_type: 'refresh_token', refresh_token: 'x' }, 400, 'invalid_grant'],
    ['a NUL', { grant_type: 'password', username: 'a\0', password: 'x', totp: '1' }, 400, 'invalid_request'],
  ])('refuses %s', async (_name, form, status, error) => {
    expect(await tokenAnswer(app.url, form)).toMatchObject({ status, error });
  });

  it('refuses a scope that the client does not hold', async () => {
    const { id, secret } = await givenClient();
    const form = { grant_type: 'client_credentials', scope: 'indicator:read' };
    expect(await tokenAnswer(app.url, form, { authorization: basic(id, secret) })).toMatchObject({
      status: 400,
      error: 'invalid_scope',
    });
  });

  it('refuses a parameter given twice', async () => {
    const answer = await request(app.url)
      .post('/oauth/token')
      .type('form')
      .send('grant_type=password&grant_type=password');
    expect([answer.status, answer.body]).toMatchObject([400, { error: 'invalid_request' }]);
  });

  it('refuses JSON', async () => {
    const answer = await request(app.url).post('/oauth/token').send({ grant_type: 'password' });
    expect([answer.status, answer.body]).toMatchObject([400, { error: 'invalid_request' }]);
  });

  it('takes nothing by GET', async () => {
    const answer = await request(app.url).get('/oauth/token?grant_type=password');
    expect(answer.status).toBe(404);
  });
});

describe('a machine with keys', () => {
  const pair = generateKeyPairSync('ed25519');
  const jwks = { keys: [pair.publicKey.export({ format: 'jwk' })] } as unknown as ClientJwks;
  const nowS = (): number => Math.floor(app.clock.now().getTime() / 1000);

  async function presents(id: string, claims: Readonly<Record<string, unknown>> = {}) {
    const payload = {
      iss: id,
      sub: id,
      aud: TEST_PUBLIC_URL,
      exp: nowS() + 60,
      jti: randomUUID(),
      ...claims,
    };
    const assertion = await new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA' }).sign(pair.privateKey);
    return {
      grant_type: 'client_credentials',
      client_assertion: assertion,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    };
  }

  it('gets a token', async () => {
    const { id } = await givenClient(jwks);
    const answer = await tokenAnswer(app.url, await presents(id));
    expect(answer.status).toBe(200);
    expect(await isTaken(answer.access_token)).toBe(true);
  });

  it('is refused when an assertion is presented again, on this instance and on another', async () => {
    const { id } = await givenClient(jwks);
    const form = await presents(id);
    expect(await tokenAnswer(app.url, form)).toMatchObject({ status: 200 });
    expect(await tokenAnswer(app.url, form)).toMatchObject({ status: 401, error: 'invalid_client' });
    expect(await tokenAnswer(other.url, form)).toMatchObject({ status: 401, error: 'invalid_client' });
  });

  it('gets one token when one assertion reaches two instances at the same moment', async () => {
    const { id } = await givenClient(jwks);
    const form = await presents(id);
    const instances = [app, other, app, other, app, other];
    const answers = await Promise.all(instances.map((instance) => tokenAnswer(instance.url, form)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401, 401]);
  });

  it('is refused when client_id names another', async () => {
    const { id } = await givenClient(jwks);
    const form = { ...(await presents(id)), client_id: toGlobalId('client', newId('client')) };
    expect(await tokenAnswer(app.url, form)).toMatchObject({ error: 'invalid_client' });
  });

  it('is refused with the assertion of another client of the same key', async () => {
    const [{ id }, another] = [await givenClient(jwks), await givenClient(jwks)];
    const form = await presents(id, { sub: another.id });
    expect(await tokenAnswer(app.url, form)).toMatchObject({ error: 'invalid_client' });
  });
});

describe('a person', () => {
  it('gets a token and goes on with its session', async () => {
    const person = await givenPerson();
    const first = await signIn(person);
    expect(first).toMatchObject({ status: 200, expires_in: 300 });
    expect(await isTaken(first.access_token)).toBe(true);
    const second = await refresh(first.refresh_token, other);
    expect(second.status).toBe(200);
    expect(await isTaken(second.access_token)).toBe(true);
    expect(second.refresh_token).not.toBe(first.refresh_token);
  });

  it('signs in whatever the case of the address', async () => {
    const person = await givenPerson();
    expect(await signIn(person, { username: person.email.toUpperCase() })).toMatchObject({ status: 200 });
  });

  it('gets one and the same answer for every reason', async () => {
    const [person, suspended, deactivated] = [await givenPerson(), await givenPerson(), await givenPerson()];
    await suspend(suspended.member);
    await asOwner(app.database, (tx) => app.nest.get(UserAccounts).deactivate(tx, deactivated.userId));
    const answers = [
      await signIn(person, { password: 'not the password' }),
      await signIn(person, { totp: '000000' }),
      await signIn(person, { totp: 'abc' }),
      await signIn(person, { username: 'nobody@person.example' }),
      await signIn(person, { username: `${'x'.repeat(300)}@person.example` }),
      await signIn(person, { password: 'x'.repeat(2000) }),
      await signIn(suspended),
      await signIn(deactivated),
    ];
    const [first] = answers;
    expect(first).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect(answers).toEqual(answers.map(() => first));
  });

  it('uses a code once, on whichever instance', async () => {
    const person = await givenPerson();
    expect((await signIn(person)).status).toBe(200);
    expect(await signIn(person, {}, other)).toMatchObject({ error: 'invalid_grant' });
    app.clock.advance({ seconds: 30 });
    expect((await signIn(person, {}, other)).status).toBe(200);
  });

  it('gets one session when one code reaches two instances at the same moment', async () => {
    const person = await givenPerson();
    const answers = await Promise.all(
      [app, other, app, other].map((instance) => signIn(person, {}, instance)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
  });

  it('has five tries in fifteen minutes, after which the right password does not help', async () => {
    const person = await givenPerson();
    for (let tries = 0; tries < 5; tries += 1) await signIn(person, { password: `wrong ${tries}` });
    expect(await signIn(person, {}, other)).toMatchObject({ error: 'invalid_grant' });
    app.clock.advance({ minutes: 14 });
    expect(await signIn(person)).toMatchObject({ error: 'invalid_grant' });
    app.clock.advance({ minutes: 1, seconds: 1 });
    expect((await signIn(person)).status).toBe(200);
  });

  it('has five tries, not more, when they come at the same moment', async () => {
    const person = await givenPerson();
    await Promise.all(
      Array.from({ length: 12 }, (_none, index) =>
        signIn(person, { password: 'wrong' }, index % 2 === 0 ? app : other),
      ),
    );
    const [counted] = await asOwner(app.database, (tx) =>
      tx.query<{ tries: string }>('select count(*) as tries from sign_in_attempt where email = $1', [
        person.email,
      ]),
    );
    expect(counted?.tries).toBe('5');
  });

  it('has all tries again after signing in', async () => {
    const person = await givenPerson();
    for (let tries = 0; tries < 4; tries += 1) await signIn(person, { password: 'wrong' });
    expect((await signIn(person)).status).toBe(200);
    app.clock.advance({ seconds: 30 });
    for (let tries = 0; tries < 4; tries += 1) await signIn(person, { password: 'wrong' });
    expect((await signIn(person)).status).toBe(200);
  });

  it('counts tries of addresses that nobody has in the same way', async () => {
    const person = await givenPerson();
    const username = `${newId('user')}@nobody.example`;
    for (let tries = 0; tries < 7; tries += 1) await signIn(person, { username });
    const [counted] = await asOwner(app.database, (tx) =>
      tx.query<{ tries: string }>('select count(*) as tries from sign_in_attempt where email = $1', [
        username,
      ]),
    );
    expect(counted?.tries).toBe('5');
  });
});

describe('a session', () => {
  it('ends when an old refresh token is presented, for whoever holds the new one as well', async () => {
    const first = await signIn(await givenPerson());
    const second = await refresh(first.refresh_token);
    expect(await refresh(first.refresh_token)).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect(await refresh(second.refresh_token)).toMatchObject({ status: 400, error: 'invalid_grant' });
  });

  it('goes on for one of those who present one refresh token at the same moment, and then ends', async () => {
    const first = await signIn(await givenPerson());
    const answers = await Promise.all([app, other].map((instance) => refresh(first.refresh_token, instance)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    const next = answers.find(({ status }) => status === 200)?.refresh_token;
    expect(await refresh(next)).toMatchObject({ error: 'invalid_grant' });
  });

  it('ends after standing idle for fifteen minutes', async () => {
    const first = await signIn(await givenPerson());
    app.clock.advance({ minutes: 15 });
    const second = await refresh(first.refresh_token);
    expect(second.status).toBe(200);
    app.clock.advance({ minutes: 15, seconds: 1 });
    expect(await refresh(second.refresh_token)).toMatchObject({ error: 'invalid_grant' });
  });

  it('ends after eight hours however busy, and its last token with it', async () => {
    let session = await signIn(await givenPerson());
    for (let minutes = 0; minutes < 8 * 60 - 10; minutes += 10) {
      app.clock.advance({ minutes: 10 });
      session = await refresh(session.refresh_token);
    }
    app.clock.advance({ minutes: 9 });
    session = await refresh(session.refresh_token);
    expect(session).toMatchObject({ status: 200, expires_in: 60 });
    app.clock.advance({ minutes: 1 });
    expect(await isTaken(session.access_token)).toBe(false);
    expect(await refresh(session.refresh_token)).toMatchObject({ error: 'invalid_grant' });
  });

  it('ends when its token is revoked', async () => {
    const session = await signIn(await givenPerson());
    const revoked = await postForm(
      app.url,
      { token: session.refresh_token ?? '' },
      { path: '/oauth/revoke' },
    );
    expect(revoked.status).toBe(200);
    expect(await refresh(session.refresh_token)).toMatchObject({ error: 'invalid_grant' });
  });

  it('answers the revocation of an unknown token as that of a known one', async () => {
    for (const token of ['x', `${randomUUID()}.${'A'.repeat(43)}`]) {
      const revoked = await postForm(app.url, { token }, { path: '/oauth/revoke' });
      expect([revoked.status, revoked.text]).toEqual([200, '']);
    }
    const none = await postForm(app.url, {}, { path: '/oauth/revoke' });
    expect([none.status, none.body]).toMatchObject([400, { error: 'invalid_request' }]);
  });

  it('does not go on for a suspended member', async () => {
    const person = await givenPerson();
    const session = await signIn(person);
    await suspend(person.member);
    expect(await refresh(session.refresh_token)).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('an access token', () => {
  it('ends after five minutes, also where it was seen before', async () => {
    const { access_token: token } = await signIn(await givenPerson());
    app.clock.advance({ seconds: 299 });
    expect(await isTaken(token)).toBe(true);
    app.clock.advance({ seconds: 1 });
    expect(await isTaken(token)).toBe(false);
    expect(await isTaken(token, other)).toBe(false);
  });

  it('is refused at the next request once the member is suspended, on every instance', async () => {
    const person = await givenPerson();
    const { access_token: token } = await signIn(person);
    expect([await isTaken(token), await isTaken(token, other)]).toEqual([true, true]);
    await suspend(person.member);
    expect([await isTaken(token), await isTaken(token, other)]).toEqual([false, false]);
  });

  it('is refused at the next request once the roles have changed', async () => {
    const person = await givenPerson();
    const { access_token: token } = await signIn(person);
    await asOwner(app.database, (tx) =>
      app.nest.get(UserAccounts).changeRoles(tx, person.userId, ['SCREENER']),
    );
    expect([await isTaken(token), await isTaken(token, other)]).toEqual([false, false]);
  });

  it('is taken from the header alone', async () => {
    const { access_token: token = '' } = await signIn(await givenPerson());
    const answer = await request(app.url).post(`/graphql?access_token=${token}`).send({ query: VIEWER });
    expect(answer.body).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });
});

describe('signing keys', () => {
  const kidsOf = async (instance: TestApp): Promise<string[]> => {
    const answer = await request(instance.url).get('/.well-known/jwks.json');
    return (answer.body as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
  };

  it('are published without their private halves', async () => {
    const answer = await request(app.url).get('/.well-known/jwks.json');
    const key = { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' };
    const text = expect.any(String) as string;
    const published = { ...key, kid: text, x: text };
    expect(answer.body).toEqual({ keys: [published, published] });
    expect(answer.headers['cache-control']).toBe('public, max-age=30');
  });

  it('rotate without a gap on any instance', async () => {
    const person = await givenPerson();
    const before = await signIn(person);
    const [known, knownElsewhere] = [await kidsOf(app), await kidsOf(other)];
    expect(new Set(knownElsewhere)).toEqual(new Set(known));

    await app.nest.get(SigningKeys).rotate();
    app.clock.advance({ seconds: 1 });
    const after = await refresh(before.refresh_token);
    const elsewhere = await refresh(after.refresh_token, other);
    for (const token of [before.access_token, after.access_token, elsewhere.access_token]) {
      expect([await isTaken(token), await isTaken(token, other)]).toEqual([true, true]);
    }
    expect(await kidsOf(app)).toHaveLength(3);
  });

  it('rotate twice in a row, and an instance that has seen neither still verifies', async () => {
    app.clock.advance({ seconds: 31 });
    await kidsOf(other);
    await app.nest.get(SigningKeys).rotate();
    await app.nest.get(SigningKeys).rotate();
    const { access_token: token } = await signIn(await givenPerson());
    expect(await isTaken(token, other)).toBe(true);
  });

  it('rotate by themselves after thirty days, and forget those that nothing names any more', async () => {
    const keys = app.nest.get(SigningKeys);
    await keys.rotateWhenDue();
    app.clock.advance({ seconds: RETIRED_KEY_KEPT_S + 1 });
    await keys.rotateWhenDue();
    const before = await kidsOf(app);
    expect(before).toHaveLength(2);

    app.clock.advance({ days: 30 });
    await Promise.all([keys.rotateWhenDue(), other.nest.get(SigningKeys).rotateWhenDue()]);
    const after = await kidsOf(app);
    expect(after).toHaveLength(3);
    expect(after).toEqual(expect.arrayContaining(before));
  });

  it('stand in the database sealed', async () => {
    const rows = await asOwner(app.database, (tx) =>
      tx.query<{ sealed: Buffer }>('select private_sealed as sealed from signing_key'),
    );
    for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toContain('"d"');
  });
});

it('describes itself', async () => {
  const answer = await request(app.url).get('/.well-known/oauth-authorization-server');
  expect(answer.body).toMatchObject({
    issuer: TEST_PUBLIC_URL,
    token_endpoint: `${TEST_PUBLIC_URL}/oauth/token`,
    jwks_uri: `${TEST_PUBLIC_URL}/.well-known/jwks.json`,
    grant_types_supported: ['client_credentials', 'password', 'refresh_token'],
  });
});

it('keeps no secret in the database that could be read', async () => {
  const person = await givenPerson();
  const { secret } = await givenClient();
  const { refresh_token: refreshToken = '' } = await signIn(person);
  await givenCoalition(app);
  const rows = await asOwner(app.database, (tx) =>
    tx.query<{ row: string }>(
      `select row_to_json(u)::text as row from app_user u union all select row_to_json(c)::text from client c
       union all select row_to_json(s)::text from session s union all select row_to_json(a)::text from audit_entry a`,
    ),
  );
  const stored = rows.map(({ row }) => row).join('\n');
  for (const canary of [person.password, person.totpSecret, secret, refreshToken.slice(37)]) {
    const isStored = stored.includes(canary) || stored.includes(Buffer.from(canary).toString('hex'));
    expect([canary.length > 20, isStored]).toEqual([true, false]);
  }
});
