import { HoldReviewSweep } from '../src/hold/index.js';
import { UserAccounts } from '../src/auth/index.js';
import type { UserActor } from '../src/common/actor.js';
import { newId } from '../src/common/id.js';
import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import type { Caller, Variables } from './support/caller.js';
import { liftsHold } from './support/holds.js';
import { givenCoalition, givenMember, givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, settled } from './support/register.js';

interface Held {
  readonly id: string;
  readonly status: string;
  readonly placedAt: string;
  readonly until: string;
  readonly extendableUntil: string;
  readonly identifiers: readonly { readonly type: string; readonly display: string }[];
  readonly history: readonly { readonly status: string; readonly reason: string | null }[];
}

const HOLD = `id status memberId reason identifiers { type scope display } merchantId placedAt until extendableUntil
  history { status until reason at }`;

const DAY_MS = 86_400_000;
/** What a caller is told of the trigger's CD403. */
const REFUSED_BY_TRIGGER = { code: 'FORBIDDEN', cause: { code: 'CD403' } };
const REASON = 'Operation in progress.';

describe('a hold', () => {
  let app: TestApp;
  let liaison: Caller;
  let agency: TestMember;
  let otherLiaison: Caller;
  let analyst: Caller;
  let otherAnalyst: Caller;
  let auditor: Caller;
  let coalition: TestMember;

  beforeAll(async () => {
    app = await createRegister();
    agency = await givenMember(app, { name: 'agency', kind: 'LAW_ENFORCEMENT_LIAISON' });
    liaison = await agency.as('LIAISON');
    otherLiaison = await (
      await givenMember(app, { name: 'other agency', kind: 'LAW_ENFORCEMENT_LIAISON' })
    ).as('LIAISON');
    ({ analyst, otherAnalyst, auditor, coalition } = await givenCoalition(app));
  });

  afterAll(() => app.close());

  async function placed(by: Caller = liaison, input: Variables = {}): Promise<Held> {
    const { hold, userErrors } = await by.mutate<{ hold: Held | null }>(
      'placeHold',
      { identifiers: [{ type: 'IBAN', value: anIban() }], reason: REASON, ...input },
      `hold { ${HOLD} }`,
    );
    if (hold === null) throw new Error(JSON.stringify(userErrors));
    return hold;
  }

  async function step(by: Caller, name: string, holdId: string, input: Variables = {}): Promise<string[]> {
    return by.refusalCodes(name, { holdId, reason: REASON, ...input });
  }

  async function read(by: Caller, id: string): Promise<Held | null> {
    const { hold } = await by.query<{ hold: Held | null }>(
      `query ($id: ID!) { hold(id: $id, purpose: LAW_ENFORCEMENT) { ${HOLD} } }`,
      { id },
    );
    return hold;
  }

  it('is asked for by a liaison for ten days, and shows what it names masked', async () => {
    const account = anIban();
    const hold = await placed(liaison, { identifiers: [{ type: 'IBAN', value: account }] });

    expect(hold).toEqual({
      id: hold.id,
      status: 'REQUESTED',
      memberId: agency.id,
      reason: REASON,
      identifiers: [{ type: 'IBAN', scope: null, display: `•••• ${account.slice(-4)}` }],
      merchantId: null,
      placedAt: app.clock.now().toISOString(),
      until: new Date(app.clock.now().getTime() + 10 * DAY_MS).toISOString(),
      extendableUntil: new Date(app.clock.now().getTime() + 90 * DAY_MS).toISOString(),
      history: [
        {
          status: 'REQUESTED',
          until: hold.until,
          reason: REASON,
          at: hold.placedAt,
        },
      ],
    });
    expect(await read(liaison, hold.id)).toEqual(hold);
  });

  it('goes from request by an analyst to active, by the end of its term into review, and back by an extension', async () => {
    const { id, placedAt } = await placed();
    expect(await step(analyst, 'activateHold', id)).toEqual([]);
    app.clock.advance({ days: 10 });
    expect(await app.nest.get(HoldReviewSweep).sweep()).toBeGreaterThan(0);
    expect(await read(liaison, id)).toMatchObject({ status: 'REVIEW' });
    expect(await step(liaison, 'extendHold', id, { days: 30 })).toEqual([]);

    const hold = await read(analyst, id);
    expect(hold).toMatchObject({
      status: 'ACTIVE',
      until: new Date(Date.parse(placedAt) + 40 * DAY_MS).toISOString(),
    });
    expect(hold?.history.map(({ status, reason }) => [status, reason])).toEqual([
      ['REQUESTED', REASON],
      ['ACTIVE', REASON],
      ['REVIEW', null],
      ['ACTIVE', REASON],
    ]);
  });

  it('is lifted by two analysts, and by none of them alone', async () => {
    const { id } = await placed();
    await step(analyst, 'activateHold', id);
    await step(liaison, 'reviewHold', id);
    const approve = (by: Caller): Promise<Variables> =>
      by.mutate('approveHoldRelease', { holdId: id, reason: REASON }, 'approvalsNeeded hold { status }');

    expect(await approve(analyst)).toMatchObject({ approvalsNeeded: 1, hold: { status: 'REVIEW' } });
    expect(await approve(analyst)).toMatchObject({ hold: null, userErrors: [{ code: 'SAME_PERSON' }] });
    expect(await approve(otherAnalyst)).toMatchObject({ approvalsNeeded: 0, hold: { status: 'RELEASED' } });
  });

  it('needs new approvals once it has changed', async () => {
    const { id } = await placed();
    await step(analyst, 'activateHold', id);
    await step(liaison, 'reviewHold', id);
    expect(await step(analyst, 'approveHoldRelease', id)).toEqual([]);
    await step(liaison, 'extendHold', id, { days: 5 });
    await step(liaison, 'reviewHold', id);

    // The first approval was of the term before: this one is the first again.
    const { approvalsNeeded } = await otherAnalyst.mutate<{ approvalsNeeded: number }>(
      'approveHoldRelease',
      { holdId: id, reason: REASON },
      'approvalsNeeded',
    );
    expect(approvalsNeeded).toBe(1);
    expect(await step(analyst, 'approveHoldRelease', id)).toEqual([]);
    expect(await read(liaison, id)).toMatchObject({ status: 'RELEASED' });
  });

  it('is not lifted by people of a member that reported what it hides', async () => {
    const account = anIban();
    const reporter = await givenMember(app, { name: 'reporter' });
    const party = await reporter.as('COALITION_ANALYST');
    const { id } = await placed(liaison, { identifiers: [{ type: 'IBAN', value: account }] });
    await reports(reporter, aReport({ identifiers: [{ type: 'IBAN', value: account }] }));
    await settled(app);
    await step(analyst, 'activateHold', id);
    await step(analyst, 'reviewHold', id);

    expect(await step(party, 'approveHoldRelease', id)).toEqual(['OWN_MEMBER']);
    expect(await step(analyst, 'approveHoldRelease', id)).toEqual([]);
    expect(await read(analyst, id)).toMatchObject({ status: 'REVIEW' });
  });

  /** A hold in each state, and every step from there. Written by hand from product.md, Life cycles, Hold. */
  const STATES: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
    REQUESTED: () => Promise.resolve(),
    ACTIVE: (id) => step(analyst, 'activateHold', id),
    REVIEW: async (id) => {
      await step(analyst, 'activateHold', id);
      await step(analyst, 'reviewHold', id);
    },
    RELEASED: async (id) => {
      await liftsHold({ analyst, otherAnalyst }, id);
    },
  };
  const REFUSED: readonly (readonly [string, string])[] = [
    ['REQUESTED', 'reviewHold'],
    ['REQUESTED', 'extendHold'],
    ['REQUESTED', 'approveHoldRelease'],
    ['ACTIVE', 'activateHold'],
    ['ACTIVE', 'extendHold'],
    ['ACTIVE', 'approveHoldRelease'],
    ['REVIEW', 'activateHold'],
    ['REVIEW', 'reviewHold'],
    ['RELEASED', 'activateHold'],
    ['RELEASED', 'reviewHold'],
    ['RELEASED', 'extendHold'],
    ['RELEASED', 'approveHoldRelease'],
  ];

  it.each(REFUSED)('that is %s is refused %s', async (state, name) => {
    const { id } = await placed();
    await STATES[state]?.(id);
    const days = name === 'extendHold' ? { days: 5 } : {};
    expect(await step(analyst, name, id, days)).toEqual(['NOT_ALLOWED_IN_STATE']);
    expect(await read(analyst, id)).toMatchObject({ status: state });
  });

  it('is not extended for longer than thirty days, nor past ninety in all', async () => {
    const { id } = await placed();
    await step(analyst, 'activateHold', id);
    await step(analyst, 'reviewHold', id);
    expect(await step(liaison, 'extendHold', id, { days: 31 })).toEqual(['TERM_TOO_LONG']);
    app.clock.advance({ days: 89 });
    expect(await step(liaison, 'extendHold', id, { days: 2 })).toEqual(['TERM_TOO_LONG']);
    app.clock.advance({ days: 1 });
    expect(await step(liaison, 'extendHold', id, { days: 1 })).toEqual(['TERM_TOO_LONG']);
    expect(await read(liaison, id)).toMatchObject({ status: 'REVIEW' });
  });

  it('that nobody looked at goes on hiding, and is put into review as soon as it is activated', async () => {
    const { id } = await placed();
    app.clock.advance({ days: 30 });
    await app.nest.get(HoldReviewSweep).sweep();
    expect(await read(liaison, id)).toMatchObject({ status: 'REQUESTED' });
    await step(analyst, 'activateHold', id);
    await app.nest.get(HoldReviewSweep).sweep();
    expect(await read(liaison, id)).toMatchObject({ status: 'REVIEW' });
  });

  it.each([
    ['no identifier', { identifiers: [] }, ['NO_IDENTIFIER']],
    ['nothing named', { identifiers: null }, ['REQUIRED']],
    ['both ways of naming', { merchantId: 'mer_AAAAAAAAAAAAAAAAAAAAAA' }, ['REQUIRED']],
    ['no reason', { reason: ' ' }, ['REQUIRED']],
    ['what the gate refuses', { reason: 'See 4111 1111 1111 1111.' }, ['CARD_NUMBER']],
    [
      'wrong check digits',
      { identifiers: [{ type: 'IBAN', value: 'GB82WEST12345698765431' }] },
      ['INVALID_CHECK_DIGITS'],
    ],
    ['a name alone', { identifiers: [{ type: 'LEGAL_NAME', value: 'Nomu Imports' }] }, ['WEAK_IDENTIFIER']],
    [
      'more than fifty',
      { identifiers: Array.from({ length: 51 }, () => ({ type: 'IBAN', value: 'x' })) },
      ['TOO_MANY'],
    ],
  ])('is refused with %s', async (_, input, codes) => {
    expect(
      await liaison.refusalCodes('placeHold', {
        identifiers: [{ type: 'IBAN', value: anIban() }],
        reason: REASON,
        ...input,
      }),
    ).toEqual(codes);
  });

  it('is activated and lifted by analysts alone, and is nothing to a member', async () => {
    const { id } = await placed();
    const member = await givenMember(app, { name: 'member' });
    for (const name of ['activateHold', 'approveHoldRelease'])
      expect(await liaison.mutationErrorCodes(name, { holdId: id, reason: REASON })).toEqual(['FORBIDDEN']);
    for (const name of ['activateHold', 'reviewHold', 'approveHoldRelease'])
      expect(await member.mutationErrorCodes(name, { holdId: id, reason: REASON })).toEqual(['FORBIDDEN']);
    expect(
      await liaison.errorCodes(
        'query ($id: ID!) { holdCoverage(holdId: $id, purpose: LAW_ENFORCEMENT) { merchantCount } }',
        { id },
      ),
    ).toEqual(['FORBIDDEN']);
  });

  it('is listed to a liaison with its own alone, to an analyst with all, page by page', async () => {
    const mine = [await placed(), await placed(), await placed()].map(({ id }) => id).sort();
    const theirs = (await placed(otherLiaison)).id;
    const all = async (by: Caller): Promise<string[]> => {
      const ids: string[] = [];
      let after: string | null = null;
      do {
        const { holds }: { holds: { nodes: { id: string }[]; pageInfo: Variables } } = await by.query(
          `query ($after: Cursor) { holds(purpose: LAW_ENFORCEMENT, first: 2, after: $after,
             filter: { statuses: [REQUESTED] }) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
          { after },
        );
        ids.push(...holds.nodes.map(({ id }) => id));
        after = holds.pageInfo['hasNextPage'] === true ? (holds.pageInfo['endCursor'] as string) : null;
      } while (after !== null);
      return ids;
    };

    const [own, every] = [await all(liaison), await all(analyst)];
    expect(own).toEqual(expect.arrayContaining(mine));
    expect(own).not.toContain(theirs);
    expect(every).toEqual(expect.arrayContaining([...mine, theirs]));
    expect(new Set(every).size).toBe(every.length);
  });

  it('tells an analyst what it hides', async () => {
    const [account, unknown] = [anIban(), anIban()];
    const { reporter, other } = await givenMembers(app, 'reporter', 'other');
    for (const member of [reporter, other])
      await reports(member, aReport({ identifiers: [{ type: 'IBAN', value: account }] }));
    const coverage = async (identifier: string): Promise<unknown> => {
      const { id } = await placed(liaison, { identifiers: [{ type: 'IBAN', value: identifier }] });
      await settled(app);
      const { holdCoverage } = await analyst.query<{ holdCoverage: unknown }>(
        `query ($id: ID!) { holdCoverage(holdId: $id, purpose: LAW_ENFORCEMENT) {
           merchantIds merchantCount reportCount } }`,
        { id },
      );
      return holdCoverage;
    };
    expect(await coverage(account)).toEqual({
      merchantIds: [expect.stringMatching(/^mer_/)],
      merchantCount: 1,
      reportCount: 2,
    });
    expect(await coverage(unknown)).toEqual({ merchantIds: [], merchantCount: 0, reportCount: 0 });
  });

  it('stands in the audit log with every step and read', async () => {
    const { id } = await placed();
    await liftsHold({ analyst, otherAnalyst }, id);
    const { auditEntries } = await auditor.query<{
      auditEntries: { nodes: { action: string; purpose: string | null; objectIds: string[] }[] };
    }>('{ auditEntries(first: 100) { nodes { action purpose objectIds } } }');
    expect(
      auditEntries.nodes
        .filter(({ objectIds }) => objectIds.includes(id))
        .map(({ action, purpose }) => (purpose === null ? action : `${action} ${purpose}`))
        .reverse(),
    ).toEqual([
      'hold.place',
      'hold.read LAW_ENFORCEMENT',
      'hold.activate',
      'hold.review',
      'hold.approve-release',
      'hold.approve-release',
    ]);
  });

  /** Whichever code writes: as the service's own role, entered as an analyst or a liaison. */
  describe('is kept by the database', () => {
    const actorOf = async (member: TestMember, role: 'COALITION_ANALYST' | 'LIAISON'): Promise<UserActor> => {
      const { userId } = await asOwner(app.database, async (tx) => {
        const made = await app.nest.get(UserAccounts).create(tx, {
          memberId: member.memberId,
          email: `${newId('user')}@person.example`,
          name: 'A person',
          roles: [role],
        });
        if (made === undefined) throw new Error('A random address is not taken.');
        return made;
      });
      const { memberId } = member;
      const authenticatedAt = app.clock.now();
      return { kind: 'user', memberId, userId, roles: [role], epoch: 0, requestId: 'spec', authenticatedAt };
    };

    it.each([
      ['lifted by nobody’s approval', 'REVIEW', "update hold set status = 'RELEASED' where id = $1"],
      ['lifted out of turn', 'ACTIVE', "update hold set status = 'RELEASED' where id = $1"],
      ['taken back', 'ACTIVE', "update hold set status = 'REQUESTED' where id = $1"],
      ['given a term alone', 'ACTIVE', "update hold set until = until + interval '1 day' where id = $1"],
    ])('not %s', async (_, state, sql) => {
      const { id } = await placed();
      await STATES[state]?.(id);
      const actor = await actorOf(coalition, 'COALITION_ANALYST');
      await expect(app.database.asActor(actor, (tx) => tx.query(sql, [uuidOf(id)]))).rejects.toMatchObject(
        REFUSED_BY_TRIGGER,
      );
    });

    it.each([
      ['said anew', "update hold set reason = 'Another.' where id = $1", { code: '42501' }],
      ['made to name more', "insert into hold_key (hash, hold_id) values ('\\x00', $1)", REFUSED_BY_TRIGGER],
      [
        'made to cover more',
        'insert into hold_coverage (hold_id, description_id, named) values ($1, gen_random_uuid(), true)',
        REFUSED_BY_TRIGGER,
      ],
    ])('not %s', async (_, sql, error) => {
      const { id } = await placed();
      const actor = await actorOf(coalition, 'COALITION_ANALYST');
      await expect(app.database.asActor(actor, (tx) => tx.query(sql, [uuidOf(id)]))).rejects.toMatchObject(
        error,
      );
    });

    it('not activated by a liaison, and no other liaison finds it', async () => {
      const { id } = await placed();
      const own = await actorOf(agency, 'LIAISON');
      await expect(
        app.database.asActor(own, (tx) =>
          tx.query("update hold set status = 'ACTIVE' where id = $1", [uuidOf(id)]),
        ),
      ).rejects.toMatchObject(REFUSED_BY_TRIGGER);
      const other = await actorOf(await givenMember(app), 'LIAISON');
      expect(
        await app.database.asActor(other, (tx) =>
          tx.query('select id from hold where id = $1', [uuidOf(id)]),
        ),
      ).toEqual([]);
    });
  });

  it('is nothing to another liaison', async () => {
    const { id } = await placed();
    expect(await read(otherLiaison, id)).toBeNull();
    expect(await step(otherLiaison, 'reviewHold', id)).toEqual(['NOT_FOUND']);
  });
});

function uuidOf(globalId: string): string {
  const hex = Buffer.from(globalId.slice(4), 'base64url').toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
