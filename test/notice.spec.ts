import { AlertEscalation } from '../src/alert/index.js';
import type { Actor } from '../src/common/actor.js';
import { fromGlobalId, type MerchantId, toGlobalId, type UserId } from '../src/common/id.js';
import { Notices } from '../src/notice/index.js';
import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import type { Caller, Variables } from './support/caller.js';
import { holdsAccounts, liftsHold, placesHold } from './support/holds.js';
import { givenCoalition, givenGroup, givenMember, givenMembers, type TestMember } from './support/members.js';
import { noticeSeen, noticesOf, serves } from './support/notices.js';
import { aReport, createRegister, reports, settled } from './support/register.js';

let numbers = 0;

/** An account at the bank that the code names, with right check digits, and that no other call gives. */
function accountAt(bank: string): string {
  numbers += 1;
  const country = bank.slice(0, 2);
  const account = `${bank.slice(2)}${String(numbers).padStart(10, '0')}`;
  const digits = Array.from(`${account}${country}00`, (character) => parseInt(character, 36)).join('');
  return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${account}`;
}

const iban = (value: string): Variables => ({ type: 'IBAN', value });

let codes = 0;

/** A bank of the Netherlands that no other call gives. */
function aBank(): string {
  codes += 1;
  return `NL${String.fromCharCode(65 + (codes % 26), 65 + Math.floor(codes / 26))}QV`;
}

/** The members that serve a listed merchant are told to act, as far as they see it (product.md, "notice"). */
describe('a notice', () => {
  let app: TestApp;
  let reporter: TestMember;
  let server: TestMember;
  let bystander: TestMember;
  let liaison: Caller;
  let coalition: Awaited<ReturnType<typeof givenCoalition>>;
  let bank: string;

  beforeAll(async () => {
    app = await createRegister();
    coalition = await givenCoalition(app);
    const agency = await givenMember(app, { name: 'agency', kind: 'LAW_ENFORCEMENT_LIAISON' });
    liaison = await agency.as('LIAISON');
  });

  beforeEach(async () => {
    ({ reporter, server, bystander } = await givenMembers(app, 'reporter', 'server', 'bystander'));
    bank = aBank();
    await serves(server, 'IBAN_BANK', bank);
    await settled(app);
  });

  afterAll(() => app.close());

  async function listed(by: TestMember, report: Variables): Promise<string> {
    const id = await reports(by, aReport(report));
    await settled(app);
    return id;
  }

  /** As recording an action will act for the member. */
  async function actorOf({ memberId }: TestMember): Promise<Actor> {
    const [user] = await asOwner(app.database, (tx) =>
      tx.query<{ id: UserId }>('select id from principal where member_id = $1', [memberId]),
    );
    if (user === undefined) throw new Error('A test member has a person.');
    const authenticatedAt = app.clock.now();
    return {
      kind: 'user',
      memberId,
      userId: user.id,
      roles: ['SCREENER'],
      epoch: 0,
      requestId: 'test',
      authenticatedAt,
    };
  }

  it('is raised for the member that serves an account of a listed merchant, and for nobody else', async () => {
    const account = accountAt(bank);
    await listed(reporter, { identifiers: [iban(account)], legalName: 'Quorvane Parcels' });

    const [notice, ...others] = await noticesOf(server);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      status: 'OPEN',
      reason: 'CSAM_SALE',
      forwarded: false,
      hotlines: [],
      ranges: [{ kind: 'IBAN_BANK', value: bank }],
      alert: {
        status: 'DELIVERED',
        urgency: 'NORMAL',
        overdue: false,
        raisedAt: '2026-06-01T12:00:00.000Z',
        acknowledgeBy: '2026-06-02T12:00:00.000Z',
        actBy: '2026-06-08T12:00:00.000Z',
      },
    });
    expect(notice?.indicators.nodes.map(({ type }) => type).sort()).toEqual(['IBAN', 'LEGAL_NAME']);
    expect(await noticesOf(bystander)).toEqual([]);
    expect(await noticesOf(reporter)).toEqual([]);
    expect(JSON.stringify(notice)).not.toContain(reporter.name);
    expect(await noticeSeen(bystander, notice?.id ?? '')).toBeNull();
  });

  it('ends with what was said of its merchant, though that was taken for another one that is listed', async () => {
    const other = await listed(bystander, { identifiers: [iban(accountAt(aBank()))] });
    app.clock.advance({ seconds: 1 });
    const reportId = await listed(reporter, { identifiers: [iban(accountAt(bank))] });
    const [notice] = await noticesOf(server);
    const otherMerchant = await asOwner(app.database, (tx) =>
      tx.query<{ id: MerchantId }>('select own_merchant_id as id from description where id = $1', [
        fromGlobalId('report', other),
      ]),
    );
    const merchantIds = [...otherMerchant.map(({ id }) => toGlobalId('merchant', id)), notice?.merchantId];
    const merged = await coalition.analyst.mutate('mergeMerchants', { merchantIds, reason: 'One owner.' });
    expect(merged.userErrors).toEqual([]);
    await settled(app);
    expect(await noticesOf(server)).toMatchObject([{ id: notice?.id }]);

    await reporter.mutate('withdrawReport', { reportId, reason: 'A mistake of ours.' });
    await settled(app);
    expect(await noticesOf(server)).toEqual([]);
    const { alerts } = await server.query<{ alerts: { nodes: unknown } }>(
      '{ alerts(filter: { kinds: [NOTICE] }) { nodes { id status } } }',
    );
    expect(alerts.nodes).toEqual([{ id: notice?.alert.id, status: 'CLOSED' }]);
  });

  it('tells the acquirer of a card acceptor ID, by the beginning of its numbers', async () => {
    await serves(server, 'ACQUIRER', '540912');
    await listed(reporter, {
      identifiers: [{ type: 'CARD_ACCEPTOR_ID', scope: '54091277', value: 'QV0044712' }],
    });
    expect(await noticesOf(server)).toMatchObject([{ ranges: [{ kind: 'ACQUIRER', value: 'BIN:540912' }] }]);
  });

  it('finds what was listed before the range was registered', async () => {
    const other = aBank();
    await listed(reporter, { identifiers: [iban(accountAt(other))] });
    expect(await noticesOf(server)).toEqual([]);
    await serves(server, 'IBAN_BANK', other);
    await settled(app);
    expect(await noticesOf(server)).toHaveLength(1);
  });

  it('is not raised for what the member reported itself, and is for what others report of the same merchant', async () => {
    const [own, shared] = [accountAt(bank), accountAt(bank)];
    await listed(server, { identifiers: [iban(own)] });
    expect(await noticesOf(server)).toEqual([]);
    await listed(reporter, { identifiers: [iban(own)] });
    expect(await noticesOf(server)).toEqual([]);
    await listed(bystander, { identifiers: [iban(own), iban(shared)] });
    expect(await noticesOf(server)).toHaveLength(1);
  });

  it.each([
    ['is withdrawn', 'withdrawReport', (reportId: string) => ({ reportId, reason: 'Not ours to say.' })],
    [
      'is corrected to leave it out',
      'correctReport',
      (reportId: string) => ({ reportId, report: aReport() }),
    ],
  ])('is raised at once when what the member reported itself %s', async (_title, step, inputOf) => {
    const account = accountAt(bank);
    await listed(reporter, { identifiers: [iban(account)] });
    expect(await noticesOf(server)).toHaveLength(1);
    const second = aBank();
    const identifiers = [iban(accountAt(second))];
    await listed(reporter, { identifiers });
    app.clock.advance({ seconds: 1 });
    const own = await listed(bystander, { identifiers });
    await serves(bystander, 'IBAN_BANK', second);
    await settled(app);
    expect(await noticesOf(bystander)).toEqual([]);

    const { userErrors } = await bystander.mutate(step, inputOf(own));
    expect(userErrors).toEqual([]);
    await settled(app);
    expect(await noticesOf(bystander)).toHaveLength(1);
    expect(await noticesOf(server)).toHaveLength(1);
  });

  it('is one for each merchant, however many of its accounts and reports there are', async () => {
    const [first, second] = [accountAt(bank), accountAt(bank)];
    await listed(reporter, { identifiers: [iban(first)] });
    await listed(bystander, { identifiers: [iban(first), iban(second)] });
    expect(await noticesOf(server)).toHaveLength(1);
  });

  it('stays one when two merchants of it become one', async () => {
    const [first, second] = [accountAt(bank), accountAt(bank)];
    await listed(reporter, { identifiers: [iban(first)] });
    await listed(bystander, { identifiers: [iban(second)] });
    expect(await noticesOf(server)).toHaveLength(2);
    await listed(reporter, { identifiers: [iban(first), iban(second)] });
    const notices = await noticesOf(server);
    expect(new Set(notices.map(({ merchantId }) => merchantId)).size).toBe(1);
  });

  it.each([
    ['in a group that the member is not in', false],
    ['in a group that it is in', true],
  ])('follows handling: %s', async (_, inside) => {
    const group = await givenGroup(app, reporter, ...(inside ? [server] : []));
    await listed(reporter, {
      identifiers: [iban(accountAt(bank))],
      handling: { tlp: 'AMBER', sharingGroupId: group },
    });
    expect(await noticesOf(server)).toHaveLength(inside ? 1 : 0);
  });

  it('comes when the member comes into the group, and goes when it goes out of it', async () => {
    const group = await givenGroup(app, reporter);
    await listed(reporter, {
      identifiers: [iban(accountAt(bank))],
      handling: { tlp: 'AMBER', sharingGroupId: group },
    });
    await coalition.admin.mutate('addSharingGroupMembers', { sharingGroupId: group, memberIds: [server.id] });
    await settled(app);
    const [notice] = await noticesOf(server);
    expect(notice?.status).toBe('OPEN');
    await coalition.admin.mutate('removeSharingGroupMembers', {
      sharingGroupId: group,
      memberIds: [server.id],
    });
    expect(await noticeSeen(server, notice?.id ?? '')).toBeNull();
    await settled(app);
    expect(await noticesOf(server)).toEqual([]);
    const alerts = await alertsOf(server);
    expect(alerts.filter(({ kind }) => kind === 'NOTICE')).toMatchObject([
      { status: 'CLOSED', notice: null },
    ]);
  });

  it('is for the members that a RED report names', async () => {
    await listed(reporter, { identifiers: [iban(accountAt(bank))], handling: { tlp: 'RED' } });
    expect(await noticesOf(server)).toEqual([]);
    await listed(reporter, {
      identifiers: [iban(accountAt(bank))],
      handling: { tlp: 'RED', namedMemberIds: [server.id] },
    });
    expect(await noticesOf(server)).toHaveLength(1);
  });

  interface ShownAlert {
    readonly id: string;
    readonly kind: string;
    readonly status: string;
    readonly closedAt: string | null;
    readonly notice: { readonly id: string } | null;
  }

  async function alertsOf(by: Pick<Caller, 'query'>): Promise<readonly ShownAlert[]> {
    const { alerts } = await by.query<{ alerts: { nodes: ShownAlert[] } }>(
      '{ alerts { nodes { id kind status closedAt notice(purpose: INVESTIGATION) { id } } } }',
    );
    return alerts.nodes;
  }

  describe('under a hold', () => {
    it('is not raised, whichever comes first', async () => {
      const account = accountAt(bank);
      await placesHold(liaison, { identifiers: [iban(account)] });
      await listed(reporter, { identifiers: [iban(account)], childAtRisk: true });
      expect(await noticesOf(server)).toEqual([]);
      expect(await alertsOf(server)).toEqual([]);

      const later = aBank();
      await listed(reporter, { identifiers: [iban(accountAt(later)), iban(account)] });
      await serves(server, 'IBAN_BANK', later);
      await settled(app);
      expect(await alertsOf(server)).toEqual([]);
    });

    it('ends as by a withdrawal: whole answers are the same', async () => {
      const other = await givenMember(app, { name: 'other server' });
      const otherBank = aBank();
      await serves(other, 'IBAN_BANK', otherBank);
      const [held, withdrawn] = [accountAt(bank), accountAt(otherBank)];
      await listed(reporter, { identifiers: [iban(held)] });
      const report = await listed(reporter, { identifiers: [iban(withdrawn)] });
      const [heldNotice] = await noticesOf(server);
      const [withdrawnNotice] = await noticesOf(other);

      app.clock.advance({ hours: 1 });
      await holdsAccounts(app, liaison, held);
      await reporter.mutate('withdrawReport', { reportId: report, reason: 'Gone.' });
      await settled(app);

      expect(await noticeSeen(server, heldNotice?.id ?? '')).toBeNull();
      expect(await noticeSeen(other, withdrawnNotice?.id ?? '')).toBeNull();
      const answers = async (by: TestMember): Promise<unknown> =>
        (await alertsOf(by)).map((alert) => ({ ...alert, id: '' }));
      expect(await answers(server)).toEqual(await answers(other));
      expect(await answers(server)).toMatchObject([
        { kind: 'RECALL', notice: null },
        { kind: 'NOTICE', status: 'CLOSED', notice: null },
      ]);
    });

    it('is raised anew when it is lifted', async () => {
      const account = accountAt(bank);
      await listed(reporter, { identifiers: [iban(account)] });
      const [before] = await noticesOf(server);
      const hold = await holdsAccounts(app, liaison, account);
      expect(await noticesOf(server)).toEqual([]);
      await liftsHold(coalition, hold);
      await settled(app);
      const [after] = await noticesOf(server);
      expect(after).toMatchObject({ status: 'OPEN', merchantId: before?.merchantId });
      expect(after?.id).not.toBe(before?.id);
    });
  });

  describe('when it is late', () => {
    it('is overdue by the business days of the member, and is escalated once', async () => {
      const riyadh = await givenMember(app, { name: 'riyadh', country: 'SA' });
      await serves(riyadh, 'BIC', 'QVRNSARI');
      // 2026-06-04 is a Thursday: Friday and Saturday are the weekend there.
      app.clock.advance({ days: 3 - (app.clock.now().getUTCDate() - 1) });
      await listed(reporter, {
        identifiers: [{ type: 'BANK_ACCOUNT', scope: 'QVRNSARI', value: '00112233' }, iban(accountAt(bank))],
      });
      const due = async (by: TestMember): Promise<unknown> => {
        const [notice] = await noticesOf(by);
        return [notice?.alert.acknowledgeBy.slice(0, 10), notice?.alert.actBy.slice(0, 10)];
      };
      expect(await due(riyadh)).toEqual(['2026-06-07', '2026-06-11']);
      expect(await due(server)).toEqual(['2026-06-05', '2026-06-11']);

      app.clock.advance({ days: 2 });
      expect(await noticesOf(server, { overdue: true })).toHaveLength(1);
      expect(await noticesOf(riyadh, { overdue: true })).toHaveLength(0);
      await app.nest.get(AlertEscalation).sweep();
      const { escalatedAlerts } = await coalition.analyst.query<{
        escalatedAlerts: readonly { memberId: string; kind: string; count: number }[];
      }>('{ escalatedAlerts { memberId kind count } }');
      expect(escalatedAlerts).toContainEqual({ memberId: server.id, kind: 'NOTICE', count: 1 });
      expect(escalatedAlerts.map(({ memberId }) => memberId)).not.toContain(riyadh.id);
    });

    it('is acknowledged by its alert', async () => {
      await listed(reporter, { identifiers: [iban(accountAt(bank))] });
      const [notice] = await noticesOf(server);
      await server.mutate('acknowledgeAlert', { alertId: notice?.alert.id });
      expect(await noticesOf(server, { statuses: ['ACKNOWLEDGED'] })).toMatchObject([{ id: notice?.id }]);
      expect(await noticesOf(server, { statuses: ['OPEN'] })).toEqual([]);
    });
  });

  describe('that is critical', () => {
    it('goes first and names whom to call: hotlines of the own country, else all that gave a number', async () => {
      const hotline = async (country: string, telephone: string): Promise<TestMember> => {
        const member = await givenMember(app, { name: `hotline ${country}`, kind: 'HOTLINE', country });
        const set = await member.mutate<{ telephone: string }>(
          'setHotlineTelephone',
          { telephone },
          'telephone',
        );
        expect(set.userErrors).toEqual([]);
        return member;
      };
      await givenMember(app, { name: 'silent', kind: 'HOTLINE', country: 'FR' });
      const dutch = await hotline('NL', '+31 20 794 0800');
      await hotline('GB', '+44 20 7946 0018');
      const paris = await givenMember(app, { name: 'paris', country: 'FR' });
      const parisBank = aBank();
      await serves(paris, 'IBAN_BANK', parisBank);

      await listed(reporter, { identifiers: [iban(accountAt(bank))], childAtRisk: true });
      app.clock.advance({ minutes: 1 });
      await listed(reporter, { identifiers: [iban(accountAt(bank)), iban(accountAt(parisBank))] });
      const [first, second] = await noticesOf(server);
      expect(first).toMatchObject({
        alert: { urgency: 'CRITICAL' },
        hotlines: [{ name: dutch.name, country: 'NL', telephone: '+31207940800' }],
      });
      expect(second).toMatchObject({ alert: { urgency: 'NORMAL' }, hotlines: [] });

      await listed(bystander, { identifiers: [iban(accountAt(parisBank))], childAtRisk: true });
      const [critical] = await noticesOf(paris, { urgencies: ['CRITICAL'] });
      expect(critical?.hotlines.map(({ country }) => country)).toEqual(['GB', 'NL']);
    });

    it('becomes so when a later report says it', async () => {
      const account = accountAt(bank);
      await listed(reporter, { identifiers: [iban(account)] });
      await listed(bystander, { identifiers: [iban(account)], childAtRisk: true });
      expect(await noticesOf(server)).toMatchObject([{ alert: { urgency: 'CRITICAL' } }]);
    });

    it('needs a hotline that is one, and a number that can be called', async () => {
      const hotline = await givenMember(app, { kind: 'HOTLINE' });
      const codes = async (by: TestMember, telephone: string): Promise<string[]> =>
        (await by.mutate('setHotlineTelephone', { telephone })).userErrors.map(({ code }) => code);
      expect(await codes(server, '+31207940800')).toEqual(['NOT_A_HOTLINE']);
      expect(await codes(hotline, '020 794 0800')).toEqual(['SCOPE_REQUIRED']);
      expect(await codes(hotline, '+31')).toEqual(['INVALID_CHARACTERS']);
    });
  });

  describe('that is answered or forwarded', () => {
    const step = async (
      by: TestMember,
      noticeId: string,
      what: 'answer' | 'forward',
      to?: TestMember,
    ): Promise<readonly string[]> => {
      const id = fromGlobalId('notice', noticeId);
      const notices = app.nest.get(Notices);
      const actor = await actorOf(by);
      const result = await app.database.asActor(actor, (tx) =>
        what === 'answer'
          ? notices.answer(tx, actor, id ?? ('' as never))
          : notices.forward(tx, actor, id ?? ('' as never), to?.memberId ?? ('' as never)),
      );
      await settled(app);
      return result.ok ? [] : result.refusals.map(({ code }) => code);
    };

    it('waits for nobody any more', async () => {
      await listed(reporter, { identifiers: [iban(accountAt(bank))] });
      const [notice] = await noticesOf(server);
      expect(await step(server, notice?.id ?? '', 'answer')).toEqual([]);
      expect(await noticesOf(server)).toMatchObject([{ status: 'ANSWERED', alert: { status: 'CLOSED' } }]);
      expect(await step(bystander, notice?.id ?? '', 'answer')).toEqual(['NOT_FOUND']);
    });

    describe('before it is said that a child is at risk', () => {
      let late: TestMember;

      beforeEach(async () => {
        late = await givenMember(app, { name: 'late' });
      });

      const childAtRisk = async (by: TestMember): Promise<unknown> => {
        const { alerts } = await by.query<{ alerts: { nodes: unknown } }>(
          `{ alerts(filter: { kinds: [CHILD_AT_RISK] }) { nodes {
             id status urgency actBy notice(purpose: INVESTIGATION) { id alert { status urgency } } } } }`,
        );
        return alerts.nodes;
      };

      it('is told anew to who answered it, once, until that is looked into or the listing is gone', async () => {
        const account = accountAt(bank);
        await listed(reporter, { identifiers: [iban(account)] });
        const [notice] = await noticesOf(server);
        const id = notice?.id ?? '';
        expect(await step(server, id, 'answer')).toEqual([]);
        await listed(bystander, { identifiers: [iban(account)], childAtRisk: true });
        await listed(late, { identifiers: [iban(account)], childAtRisk: true });
        const told = [
          {
            status: 'DELIVERED',
            urgency: 'CRITICAL',
            actBy: null,
            notice: { id, alert: { status: 'CLOSED', urgency: 'CRITICAL' } },
          },
        ];
        expect(await childAtRisk(server)).toMatchObject(told);
        expect(await childAtRisk(reporter)).toEqual([]);
        expect(await noticesOf(server, { urgencies: ['CRITICAL'] })).toMatchObject([
          { id, status: 'ANSWERED' },
        ]);
        expect(await step(server, id, 'answer')).toEqual([]);
        expect(await childAtRisk(server)).toMatchObject([{ ...told[0], status: 'CLOSED' }]);
      });

      it('is closed with the listing', async () => {
        const account = accountAt(bank);
        await listed(reporter, { identifiers: [iban(account)] });
        const [notice] = await noticesOf(server);
        expect(await step(server, notice?.id ?? '', 'answer')).toEqual([]);
        await listed(bystander, { identifiers: [iban(account)], childAtRisk: true });
        expect(await childAtRisk(server)).toMatchObject([{ status: 'DELIVERED' }]);
        await placesHold(coalition.analyst, { identifiers: [iban(account)] });
        await settled(app);
        expect(await childAtRisk(server)).toMatchObject([{ status: 'CLOSED', notice: null }]);
      });

      it('is told to whom it was forwarded, and not again to who forwarded it', async () => {
        const account = accountAt(bank);
        await listed(reporter, { identifiers: [iban(account)] });
        const [notice] = await noticesOf(server);
        expect(await step(server, notice?.id ?? '', 'forward', bystander)).toEqual([]);
        expect(await noticesOf(bystander)).toMatchObject([{ alert: { urgency: 'NORMAL' } }]);
        await listed(late, { identifiers: [iban(account)], childAtRisk: true });
        expect(await noticesOf(bystander)).toMatchObject([{ alert: { urgency: 'CRITICAL' } }]);
        expect(await childAtRisk(server)).toEqual([]);
        expect(await noticesOf(server, { urgencies: ['CRITICAL'] })).toMatchObject([{ status: 'FORWARDED' }]);
      });
    });

    it('is raised for the member that it names, if that may see the merchant', async () => {
      const group = await givenGroup(app, reporter, server, bystander);
      const outsider = await givenMember(app, { name: 'outsider' });
      await listed(reporter, {
        identifiers: [iban(accountAt(bank))],
        handling: { tlp: 'AMBER', sharingGroupId: group },
      });
      const [notice] = await noticesOf(server);
      const id = notice?.id ?? '';
      expect(await step(server, id, 'forward', outsider)).toEqual(['UNKNOWN_MEMBER']);
      expect(await step(server, id, 'forward', server)).toEqual(['UNKNOWN_MEMBER']);
      expect(await step(server, id, 'forward', bystander)).toEqual([]);
      expect(await noticesOf(server)).toMatchObject([{ status: 'FORWARDED', alert: { status: 'CLOSED' } }]);
      expect(await noticesOf(bystander)).toMatchObject([
        { status: 'OPEN', forwarded: true, ranges: [], alert: { status: 'DELIVERED' } },
      ]);
      expect(await noticesOf(outsider)).toEqual([]);
    });

    it('is forwarded to nobody where it is RED: the answer would tell whom the report names', async () => {
      await listed(reporter, {
        identifiers: [iban(accountAt(bank))],
        handling: { tlp: 'RED', namedMemberIds: [server.id, bystander.id] },
      });
      const [notice] = await noticesOf(server);
      expect(await step(server, notice?.id ?? '', 'forward', bystander)).toEqual(['UNKNOWN_MEMBER']);
    });
  });

  it('is stored for nobody whom the scope does not show it, and none is left open of what is not listed', async () => {
    const rows = await asOwner(app.database, (tx) =>
      tx.query(
        `select n.id from notice n join handling_scope s on s.id = n.handling_scope_id
         where n.ended_at is null and (s.held_for is not null or not may_see_scope(s, n.member_id, false))`,
      ),
    );
    expect(rows).toEqual([]);
  });
});
