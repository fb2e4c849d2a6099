import { newId } from '../src/common/id.js';
import { createTestApp, type TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import { FROM_OWN_PAGE } from './support/browser.js';
import { givenPerson, type Person } from './support/people.js';

const REPETITIONS = 60;

let app: TestApp;
let other: TestApp;

beforeAll(async () => {
  app = await createTestApp();
  other = await app.anotherInstance();
});

beforeEach(() => {
  app.clock.advance({ minutes: 16 });
});

afterAll(() => app.close());

/** Tries to sign in from an address, which a real connection of a test could not have. */
async function tries(
  person: Pick<Person, 'email'> & Partial<Person>,
  from: string,
  { password = person.password, on = app }: { password?: string | undefined; on?: TestApp } = {},
): Promise<number> {
  const fastify = on.nest.getHttpAdapter().getInstance();
  const answer = await fastify.inject({
    method: 'POST',
    url: '/sign-in/password',
    headers: FROM_OWN_PAGE,
    remoteAddress: from,
    payload: { email: person.email, password, code: person.code?.() ?? '000000' },
  });
  return answer.statusCode;
}

const WRONG = { password: 'wrong wrong wrong' };

describe('tries to sign in', () => {
  it('are five for all strangers together, from however many networks', async () => {
    const person = await givenPerson(app);
    for (let index = 1; index <= 5; index += 1)
      expect(await tries(person, `192.0.2.${index}`, { ...WRONG, on: index % 2 === 0 ? app : other })).toBe(
        401,
      );
    expect(await tries(person, '192.0.2.6')).toBe(401);
    app.clock.advance({ minutes: 15, seconds: 1 });
    expect(await tries(person, '192.0.2.6')).toBe(200);
  });

  it('of strangers do not lock out a person who comes from where they came from before', async () => {
    const person = await givenPerson(app);
    expect(await tries(person, '198.51.100.7')).toBe(200);
    app.clock.advance({ seconds: 30 });
    for (let index = 1; index <= 9; index += 1) await tries(person, `192.0.2.${index}`, WRONG);
    expect(await tries(person, '203.0.113.9')).toBe(401);
    expect(await tries(person, '198.51.100.7')).toBe(200);
  });

  it('from a familiar network are five as well', async () => {
    const person = await givenPerson(app);
    expect(await tries(person, '198.51.100.8')).toBe(200);
    app.clock.advance({ seconds: 30 });
    for (let index = 0; index < 5; index += 1) expect(await tries(person, '198.51.100.8', WRONG)).toBe(401);
    expect(await tries(person, '198.51.100.8')).toBe(401);
  });

  it('count a network as a stranger again after ninety days, and after ten others', async () => {
    const person = await givenPerson(app);
    const isFamiliar = async (network: string): Promise<boolean> => {
      app.clock.advance({ minutes: 16 });
      for (let index = 1; index <= 5; index += 1) await tries(person, `192.0.2.${index}`, WRONG);
      return (await tries(person, network)) === 200;
    };
    await tries(person, '198.51.100.1');
    expect(await isFamiliar('198.51.100.1')).toBe(true);
    app.clock.advance({ days: 91 });
    expect(await isFamiliar('198.51.100.1')).toBe(false);
    for (let index = 1; index <= 11; index += 1) {
      app.clock.advance({ minutes: 16 });
      expect(await tries(person, `198.51.100.${index}`)).toBe(200);
    }
    expect(await isFamiliar('198.51.100.1')).toBe(false);
    expect(await isFamiliar('198.51.100.11')).toBe(true);
  });

  it('of one network are sixty over all accounts: one password is not tried on everybody', async () => {
    for (let index = 0; index < 60; index += 1)
      expect(await tries({ email: `${newId('user')}@nobody.example` }, '203.0.113.77', WRONG)).toBe(401);
    const person = await givenPerson(app);
    expect(await tries(person, '203.0.113.77')).toBe(401);
    expect(await tries(person, '203.0.113.78')).toBe(200);
  });

  it.each([
    ['2001:db8:0:1::1', '2001:db8::1:ffff:ffff:ffff:ffff', true],
    ['2001:db8:0:1::1', '2001:db8:0:2::1', false],
    ['::ffff:192.0.2.200', '192.0.2.200', true],
    ['192.0.2.201', '192.0.2.202', false],
  ])('from %s and %s come from one network: %s', async (first, second, same) => {
    const person = await givenPerson(app);
    await tries(person, first);
    app.clock.advance({ minutes: 1 });
    for (let index = 1; index <= 5; index += 1) await tries(person, `10.0.0.${index}`, WRONG);
    expect((await tries(person, second)) === 200).toBe(same);
  });
});

describe('the audit log', () => {
  it('keeps failures with their reason, and without the address', async () => {
    const person = await givenPerson(app);
    await tries(person, '192.0.2.90', WRONG);
    await tries({ email: `nobody-${newId('user')}@nobody.example` }, '192.0.2.90', WRONG);
    const entries = await asOwner(app.database, (tx) =>
      tx.query<{ object_ids: string[]; detail: { why: string; account: string }; whole: string }>(
        `select object_ids, detail, row_to_json(e)::text as whole from audit_entry e
         where action = 'sign-in.refuse' order by entry_no desc limit 2`,
      ),
    );
    const [unknown, wrong] = entries;
    expect(wrong).toMatchObject({ object_ids: [person.userId], detail: { why: 'WRONG_PASSWORD' } });
    expect(unknown).toMatchObject({ object_ids: [], detail: { why: 'UNKNOWN' } });
    expect(wrong?.detail.account).toMatch(/^[0-9a-f]{16}$/);
    for (const { whole } of entries) expect(whole).not.toMatch(/person\.example|nobody\.example|192\.0\.2/);
  });

  it('is not filled by whoever has no tries left', async () => {
    const person = await givenPerson(app);
    const failures = async (): Promise<unknown> =>
      asOwner(app.database, (tx) =>
        tx.query(
          `select count(*) from audit_entry where action = 'sign-in.refuse' and $1 = any (object_ids)`,
          [person.userId],
        ),
      );
    for (let index = 0; index < 9; index += 1) await tries(person, '192.0.2.91', WRONG);
    expect(await failures()).toEqual([{ count: '5' }]);
  });
});

describe('a refusal', () => {
  it('takes the same time for every reason', async () => {
    // Each reason on the steps of the refusals, which in tests are 20 ms: what is told apart is the reason, not the step.
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    const person = await givenPerson(app);
    for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
      app.clock.advance({ minutes: 16 });
      // Each goes first as often as the other: the first of a round clears away what the last one left.
      const round = ['known', 'unknown'] as const;
      for (const who of repetition % 2 === 0 ? round : round.toReversed()) {
        const email = who === 'known' ? person.email : `${newId('user')}@person.example`;
        const begun = performance.now();
        await tries({ email }, '192.0.2.92', WRONG);
        times[who].push(performance.now() - begun);
      }
    }
    const share = chanceToTell(times.known, times.unknown);
    console.log(`known and unknown addresses are told apart with an AUC of ${share.toFixed(3)}`);
    expect(share).toBeLessThanOrEqual(0.7);
  });
});

/** The area under the curve: how often a time of one kind is longer than one of the other, at best. */
function chanceToTell(one: readonly number[], another: readonly number[]): number {
  let wins = 0;
  for (const a of one) for (const b of another) wins += a > b ? 1 : a === b ? 0.5 : 0;
  const share = wins / (one.length * another.length);
  return Math.max(share, 1 - share);
}
