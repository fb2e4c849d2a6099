import request from 'supertest';

import { AskedSweep } from '../src/screening/quota/asked-sweep.js';
import type { TestApp } from './support/app.js';
import type { Caller, Variables } from './support/caller.js';
import { asOwner } from './support/as-owner.js';
import { givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, screens, settled } from './support/register.js';

const QUOTA = 20;
const SCREEN = `mutation ($input: ScreenMerchantsInput!) {
  screenMerchants(input: $input) { screenings { ref outcome } userErrors { code } }
}`;

interface Answered {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly outcomes: readonly string[] | undefined;
  readonly quota:
    { readonly limit: number; readonly remaining: number; readonly refillsAt: string } | undefined;
}

const iban = (value = anIban()): Variables => ({ identifiers: [{ type: 'IBAN', value }] });
const ibans = (count: number): Variables[] => Array.from({ length: count }, () => iban());

async function asks(caller: Pick<Caller, 'send'>, subjects: readonly Variables[]): Promise<Answered> {
  const merchants = subjects.map((subject, place) => ({ ref: `row ${place}`, ...subject }));
  const answer = await caller.send(SCREEN, {
    input: { purpose: 'ONBOARDING', merchants },
  });
  const { data, errors, extensions } = answer.body as {
    data?: { screenMerchants: { screenings: { outcome: string }[] } } | null;
    errors?: { message: string; extensions: { code: string } }[];
    extensions?: { screeningQuota?: Answered['quota'] };
  };
  return {
    status: answer.status,
    retryAfter: answer.headers['retry-after'],
    code: errors?.[0]?.extensions.code,
    message: errors?.[0]?.message,
    outcomes: data?.screenMerchants.screenings.map(({ outcome }) => outcome),
    quota: extensions?.screeningQuota,
  };
}

/** Whoever sends to another instance with the same token. */
async function atInstance(member: TestMember, { url }: TestApp): Promise<Pick<Caller, 'send'>> {
  const token = (await member.token()) ?? '';
  return {
    send: async (query, variables) =>
      request(url).post('/graphql').set('authorization', `Bearer ${token}`).send({ query, variables }),
  };
}

async function screeningsOf(app: TestApp, { memberId }: TestMember): Promise<number> {
  return asOwner(app.database, async (tx) => {
    const [row] = await tx.query<{ count: number }>(
      'select count(*)::int as count from screening where member_id = $1',
      [memberId],
    );
    return row?.count ?? 0;
  });
}

describe('the quota of distinct identifiers', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createRegister({ config: { screeningQuotaMax: QUOTA } });
  });

  afterAll(() => app.close());

  it('tells with every answer what is left of it and when it is whole again', async () => {
    const { member } = await givenMembers(app, 'member');
    expect((await asks(member, ibans(3))).quota).toEqual({
      limit: QUOTA,
      remaining: QUOTA - 3,
      refillsAt: '2026-06-02T00:00:00.000Z',
    });
  });

  it('counts names and persons as it counts numbers, and what nobody is looked up by not at all', async () => {
    const { member } = await givenMembers(app, 'member');
    const { quota } = await asks(member, [
      {
        legalName: 'Quiet Harbour Trading Ltd',
        principals: [{ name: 'Ines Falk', birthYear: 1980 }],
        identifiers: [
          { type: 'IBAN', value: anIban() },
          { type: 'MCC', value: '5942' },
        ],
      },
    ]);
    expect(quota?.remaining).toBe(QUOTA - 3);
  });

  it('takes nothing for what was asked before on the same day, in whatever spelling', async () => {
    const { member } = await givenMembers(app, 'member');
    const account = anIban();
    await asks(member, [iban(account)]);
    const again = await asks(member, [
      iban(account),
      iban(`${account.slice(0, 4)} ${account.slice(4).toLowerCase()}`),
    ]);
    expect(again).toMatchObject({ status: 200, quota: { remaining: QUOTA - 1 } });
  });

  it('refuses what is more, with 429 until midnight, and gives, stores and charges nothing of it', async () => {
    const { member } = await givenMembers(app, 'member');
    const asked = ibans(18);
    await asks(member, asked);
    const refused = await asks(member, ibans(3));
    expect(refused).toMatchObject({
      status: 429,
      code: 'QUOTA_EXCEEDED',
      retryAfter: String(12 * 3600),
      outcomes: undefined,
    });
    expect(refused.message).toBe(
      'Your member may ask about 20 different identifiers a day. 18 of them are used, and this request asks about 3 more. ' +
        'Nothing was looked up and nothing is charged: ask about fewer, or again after midnight UTC. What you asked about today you may ask about again.',
    );
    expect(await screeningsOf(app, member)).toBe(18);
    expect(await asks(member, ibans(2))).toMatchObject({ status: 200, quota: { remaining: 0 } });
    expect(await asks(member, asked)).toMatchObject({ status: 200, quota: { remaining: 0 } });
    expect(await asks(member, ibans(1))).toMatchObject({ status: 429, code: 'QUOTA_EXCEEDED' });
  });

  it('answers what a request asked before the part that is refused', async () => {
    const { member } = await givenMembers(app, 'member');
    const twice = `mutation ($one: ScreenMerchantsInput!, $two: ScreenMerchantsInput!) {
      one: screenMerchants(input: $one) { screenings { outcome } }
      two: screenMerchants(input: $two) { screenings { outcome } }
    }`;
    const inputOf = (count: number): Variables => ({
      purpose: 'ONBOARDING',
      merchants: ibans(count).map((subject, place) => ({ ref: `row ${place}`, ...subject })),
    });
    const answer = await member.send(twice, { one: inputOf(15), two: inputOf(6) });
    const { errors } = answer.body as { errors: { path: string[] }[] };
    expect([answer.status, errors[0]?.path]).toEqual([429, ['two']]);
    expect(await screeningsOf(app, member)).toBe(15);
    expect((await asks(member, ibans(1))).quota?.remaining).toBe(QUOTA - 16);
  });

  it('begins anew at midnight UTC', async () => {
    const { member } = await givenMembers(app, 'member');
    await asks(member, ibans(QUOTA));
    app.clock.advance({ hours: 11, minutes: 59 });
    expect(await asks(member, ibans(1))).toMatchObject({ status: 429, retryAfter: '60' });
    app.clock.advance({ minutes: 1 });
    expect(await asks(member, ibans(1))).toMatchObject({ status: 200, quota: { remaining: QUOTA - 1 } });
  });

  it('keeps nothing of a day that is over', async () => {
    const { member } = await givenMembers(app, 'member');
    await asks(member, ibans(2));
    const kept = (): Promise<number> =>
      asOwner(app.database, async (tx) => (await tx.query('select from asked_identifier')).length);
    await app.nest.get(AskedSweep).sweep();
    expect(await kept()).toBeGreaterThanOrEqual(2);
    app.clock.advance({ days: 1 });
    await app.nest.get(AskedSweep).sweep();
    expect(await kept()).toBe(0);
    expect((await asks(member, ibans(1))).quota?.remaining).toBe(QUOTA - 1);
  });

  it("is one for all people, machines and instances of a member, and no other member's", async () => {
    const { member, other } = await givenMembers(app, 'member', 'other');
    const second = await app.anotherInstance();
    const elsewhere = await atInstance(member, second);
    await asks(member, ibans(12));
    expect((await asks(elsewhere, ibans(5))).quota?.remaining).toBe(3);
    expect(await asks(await member.client('screening:run'), ibans(4))).toMatchObject({ status: 429 });
    expect(await asks(elsewhere, ibans(4))).toMatchObject({ status: 429 });
    expect((await asks(other, ibans(4))).quota?.remaining).toBe(QUOTA - 4);
  });

  it('holds exactly for requests that come to two instances at once, and answers each whole or not at all', async () => {
    const { member } = await givenMembers(app, 'member');
    const elsewhere = await atInstance(member, await app.anotherInstance());
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, place) => asks(place % 2 === 0 ? member : elsewhere, ibans(3))),
    );
    const taken = answers.filter(({ status }) => status === 200);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(30 - taken.length);
    expect(await screeningsOf(app, member)).toBe(3 * taken.length);
    expect(3 * taken.length).toBeLessThanOrEqual(QUOTA);
    expect(taken).toHaveLength(Math.floor(QUOTA / 3));
  });

  it('is the same for the listed, the hidden and the unknown', async () => {
    const { reporter, member } = await givenMembers(app, 'reporter', 'member');
    const [listed, hidden] = [anIban(), anIban()];
    await reports(reporter, aReport({ identifiers: [{ type: 'IBAN', value: listed }] }));
    await reports(
      reporter,
      aReport({
        identifiers: [{ type: 'IBAN', value: hidden }],
        handling: { tlp: 'RED', namedMemberIds: [] },
      }),
    );
    await settled(app);
    const left = [];
    for (const account of [listed, hidden, anIban()])
      left.push((await asks(member, [iban(account)])).quota?.remaining);
    expect(left).toEqual([QUOTA - 1, QUOTA - 2, QUOTA - 3]);
  });

  it('charges nothing for a merchant that is refused', async () => {
    const { member } = await givenMembers(app, 'member');
    await screens(member, { identifiers: [{ type: 'IBAN', value: 'GB82WEST12345698765431' }] });
    expect((await asks(member, ibans(1))).quota?.remaining).toBe(QUOTA - 1);
  });
});
