import { AlertEscalation } from '../src/alert/index.js';
import { DisputeSweep } from '../src/dispute/index.js';
import { EventRetention, EventSequencer } from '../src/event/index.js';
import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import type { Caller, Variables } from './support/caller.js';
import { answers, disputes, rules } from './support/disputes.js';
import { eventPage, EVENTS, eventsOf, kindsTold, type SeenEvent } from './support/events.js';
import { holdsAccounts } from './support/holds.js';
import { givenCoalition, givenMember, givenMembers, type TestMember } from './support/members.js';
import { noticesOf, serves } from './support/notices.js';
import { lists, recallsOf, withdraws } from './support/recalls.js';
import { anIban, aReport, createRegister, reports, screens, settled } from './support/register.js';
import { untold } from './support/untold.js';

/** The bank of every account that `anIban` gives. */
const BANK = 'NLTEST';

/** What a member is told of what concerns it: each thing once, and nothing that others may know alone. */
describe('the events of a member', () => {
  let app: TestApp;
  let coalition: Awaited<ReturnType<typeof givenCoalition>>;
  let liaison: Caller;
  let reporter: TestMember;
  let reader: TestMember;
  let server: TestMember;

  beforeAll(async () => {
    app = await createRegister();
    coalition = await givenCoalition(app);
    liaison = await (await givenMember(app, { kind: 'LAW_ENFORCEMENT_LIAISON' })).as('LIAISON');
    server = await givenMember(app, { name: 'server' });
    await serves(server, 'IBAN_BANK', BANK);
    await settled(app);
  });

  beforeEach(async () => {
    await settled(app);
    ({ reporter, reader } = await givenMembers(app, 'reporter', 'reader'));
  });

  afterAll(() => app.close());

  async function listed(by: TestMember = reporter): Promise<{ reportId: string; account: string }> {
    const account = anIban();
    const reportId = await reports(by, aReport({ identifiers: [{ type: 'IBAN', value: account }] }));
    app.clock.advance({ seconds: 1 });
    await settled(app);
    return { reportId, account };
  }

  async function takes(
    by: Pick<Caller, 'mutate'>,
    step: string,
    input: Variables,
    shown = '',
  ): Promise<Variables> {
    const { userErrors, ...payload } = await by.mutate<Variables>(step, input, shown);
    if (userErrors.length > 0) throw new Error(`${step} was refused: ${JSON.stringify(userErrors)}`);
    return payload;
  }

  /** What is new to the caller's member since the last time. */
  function follows(by: Pick<Caller, 'query'>): () => Promise<readonly SeenEvent[]> {
    let after: string | null = null;
    return async () => {
      await app.nest.get(EventSequencer).sequence();
      const page = await eventPage(by, { after });
      after = page.pageInfo.endCursor;
      return page.nodes;
    };
  }

  it('tell it what became of its reports, and nobody else', async () => {
    const waiting = (): Promise<string> => reports(reporter, aReport({ basis: 'INTERNAL_MONITORING' }));
    const [asked, accepted, rejected] = [await waiting(), await waiting(), await waiting()];
    await takes(coalition.analyst, 'requestReportInformation', {
      reportId: asked,
      question: 'Which account?',
    });
    await takes(reporter, 'withdrawReport', { reportId: asked, reason: 'We were mistaken.' });
    await takes(coalition.analyst, 'acceptReport', { reportId: accepted });
    await takes(coalition.analyst, 'rejectReport', { reportId: rejected, reason: 'It is no merchant.' });
    const atOnce = await reports(reporter, aReport());
    await settled(app);
    const told = await eventsOf(app, reporter);
    expect(told.map(({ kind, reportId }) => [kind, reportId])).toEqual([
      ['REPORT_NEEDS_INFO', asked],
      ['REPORT_WITHDRAWN', asked],
      ['REPORT_ACCEPTED', accepted],
      ['REPORT_REJECTED', rejected],
      ['REPORT_ACCEPTED', atOnce],
    ]);
    expect(await eventsOf(app, reader)).toEqual([]);
    expect(await eventsOf(app, coalition.analyst)).toEqual([]);
  });

  it('tell it of a notice and all that it does about it, each once', async () => {
    const news = follows(server);
    await news();
    const { reportId } = await listed();
    const [notice] = await noticesOf(server);
    const noticeId = notice?.id ?? '';
    const alertId = notice?.alert.id ?? '';
    expect(await news()).toMatchObject([
      { kind: 'NOTICE_RAISED', noticeId, alertId: null },
      { kind: 'ALERT_RAISED', alertId, noticeId: null },
    ]);

    await takes(server, 'acknowledgeAlert', { alertId });
    const { disposition } = await takes(
      server,
      'recordDisposition',
      { noticeId, assessment: 'SAME_MERCHANT', rationale: 'The account is ours.' },
      'disposition { id }',
    );
    const { id: dispositionId } = disposition as { id: string };
    const action = { kind: 'TERMINATED', effectiveOn: app.clock.now().toISOString().slice(0, 10) };
    const recorded = await takes(
      server,
      'recordAction',
      { noticeId, clientReference: 'events 1', action },
      'action { id }',
    );
    const { id: actionId } = recorded['action'] as { id: string };
    await takes(server, 'recordAction', { noticeId, clientReference: 'events 1', action });
    await takes(server, 'correctAction', { actionId, action: { ...action, accountsClosed: 2 } });
    await takes(server, 'correctAction', { actionId, action: { ...action, accountsClosed: 2 } });
    await takes(server, 'withdrawAction', { actionId, reason: 'It was another account.' });
    expect(await news()).toMatchObject([
      { kind: 'ALERT_ACKNOWLEDGED', alertId },
      { kind: 'DISPOSITION_RECORDED', dispositionId },
      { kind: 'NOTICE_ANSWERED', noticeId },
      { kind: 'ALERT_CLOSED', alertId },
      { kind: 'ACTION_RECORDED', actionId },
      { kind: 'ACTION_CORRECTED', actionId },
      { kind: 'ACTION_WITHDRAWN', actionId },
    ]);

    await withdraws(app, reporter, reportId);
    const [recall] = await recallsOf(server);
    // By two workers, whichever is first.
    expect((await news()).map(({ kind }) => kind).sort()).toEqual([
      'ALERT_RAISED',
      'NOTICE_ENDED',
      'RECALL_RAISED',
    ]);
    await takes(server, 'closeRecall', { recallId: recall?.id });
    expect(await news()).toMatchObject([
      { kind: 'ALERT_ACKNOWLEDGED', alertId: recall?.alert.id },
      { kind: 'ALERT_CLOSED', alertId: recall?.alert.id },
      { kind: 'RECALL_CLOSED', recallId: recall?.id },
    ]);
  });

  it('tell both members of a notice that is forwarded, and of alerts that are overdue once', async () => {
    const news = follows(server);
    await listed();
    await news();
    const [notice] = await noticesOf(server);
    const forwarding = { kind: 'FORWARDED', forwardedToMemberId: reader.id };
    const action = { ...forwarding, effectiveOn: app.clock.now().toISOString().slice(0, 10) };
    await takes(server, 'recordAction', { noticeId: notice?.id, clientReference: 'events 2', action });
    await settled(app);
    expect((await news()).map(({ kind }) => kind)).toEqual([
      'NOTICE_FORWARDED',
      'ALERT_CLOSED',
      'ACTION_RECORDED',
    ]);
    expect(await kindsTold(app, reader)).toEqual(['NOTICE_RAISED', 'ALERT_RAISED']);
    app.clock.advance({ days: 8 });
    while ((await app.nest.get(AlertEscalation).sweep()) > 0);
    await app.nest.get(AlertEscalation).sweep();
    expect(await kindsTold(app, reader, { kinds: ['ALERT_ESCALATED'] })).toEqual(['ALERT_ESCALATED']);
  });

  it('tell it when more of a merchant is listed that it serves, and when a child is at risk', async () => {
    const news = follows(server);
    const { account } = await listed();
    await news();
    const identifiers = [account, anIban()].map((value) => ({ type: 'IBAN', value }));
    await reports(reader, aReport({ identifiers, childAtRisk: true }));
    app.clock.advance({ seconds: 1 });
    await settled(app);
    expect((await news()).map(({ kind }) => kind).sort()).toEqual(['ALERT_HEIGHTENED', 'NOTICE_WIDENED']);
  });

  it('tell it when a recall that it was told of comes to withdraw more of what it received', async () => {
    const { reportId, account } = await listed();
    await screens(reader, { identifiers: [{ type: 'IBAN', value: account }] });
    await withdraws(app, reporter, reportId);
    const news = follows(reader);
    expect((await news()).map(({ kind }) => kind)).toEqual(['ALERT_RAISED', 'RECALL_RAISED']);
    await asOwner(app.database, async (tx) => {
      // As where what is removed at once comes in two batches.
      await tx.query(
        `with more as (
           insert into recall_indicator (recall_id, indicator_id, type, display, value_hash, place)
           select r.recall_id, gen_random_uuid(), r.type, r.display, sha256(r.value_hash), r.place
           from recall_indicator r join recall_recipient p on p.recall_id = r.recall_id and p.member_id = $1 limit 1
           returning recall_id, indicator_id)
         update recall set settled_at = null, looked_up_to = null, last_search = false
         where id = (select recall_id from more)`,
        [reader.memberId],
      );
      await tx.query(
        `insert into indicator_delivery (indicator_id, member_id, first_at)
         select i.indicator_id, $1, now() from recall_indicator i join recall_recipient p on p.recall_id = i.recall_id
         where p.member_id = $1 and not (i.indicator_id = any (p.indicator_ids))`,
        [reader.memberId],
      );
      await tx.query(`delete from outbox where topic = 'delivery.late'`);
    });
    await settled(app);
    const [recall] = await recallsOf(reader);
    expect(await news()).toMatchObject([{ kind: 'RECALL_WIDENED', recallId: recall?.id }]);
  });

  it('tell it of the opinions that it gives and withdraws, and not of the same one twice', async () => {
    await listed();
    const [indicator] = await lists(reader);
    const indicatorId = indicator?.id;
    await takes(reader, 'giveOpinion', { indicatorId, opinion: 'SEEN_TOO' });
    await takes(reader, 'giveOpinion', { indicatorId, opinion: 'SEEN_TOO' });
    await takes(reader, 'withdrawOpinion', { indicatorId });
    expect(await eventsOf(app, reader)).toMatchObject([
      { kind: 'OPINION_GIVEN', opinionIndicatorId: indicatorId },
      { kind: 'OPINION_WITHDRAWN', opinionIndicatorId: indicatorId },
    ]);
  });

  it('end in the same way for a withdrawal and for a hold', async () => {
    const [withdrawn, held] = [await listed(), await listed()];
    await screens(
      reader,
      ...[withdrawn, held].map(({ account }) => ({ identifiers: [{ type: 'IBAN', value: account }] })),
    );
    // Notices and recalls are seen to by two workers, whichever is first.
    const inNoOrder = (events: readonly SeenEvent[]): string[] => events.map(({ kind }) => kind).sort();
    const [server1, reader1] = [follows(server), follows(reader)];
    await server1();
    await reader1();
    await withdraws(app, reporter, withdrawn.reportId);
    const ofWithdrawal = [await server1(), await reader1()].map(inNoOrder);
    await holdsAccounts(app, liaison, held.account);
    const ofHold = [await server1(), await reader1()].map(inNoOrder);
    expect(ofHold).toEqual(ofWithdrawal);
    expect(ofHold[0]).toContain('NOTICE_ENDED');
    expect(ofHold[1]).toContain('RECALL_RAISED');
  });

  describe('of a dispute', () => {
    let second: TestMember;
    let filer: TestMember;
    let disputeId: string;

    beforeEach(async () => {
      ({ second, filer } = await givenMembers(app, 'second', 'filer'));
      const { account } = await listed();
      await reports(second, aReport({ identifiers: [{ type: 'IBAN', value: account }] }));
      await settled(app);
      const [answer] = await screens(reader, { identifiers: [{ type: 'IBAN', value: account }] });
      disputeId = await disputes(app, filer, { merchantId: answer?.matches[0]?.merchantId });
    });

    const ofDisputes = async (by: TestMember): Promise<string[]> =>
      (await eventsOf(app, by)).filter((event) => event.disputeId === disputeId).map(({ kind }) => kind);

    it('tell each side its own part and the common steps, to the end', async () => {
      await answers(app, reporter, disputeId);
      // One of two has answered: the filer is told nothing, or it would count who reported.
      expect(await ofDisputes(filer)).toEqual(['DISPUTE_FILED']);
      await answers(app, second, disputeId);
      await rules(app, [coalition.analyst], disputeId, 'REJECTED');
      await settled(app);
      const common = ['DISPUTE_IN_REVIEW', 'DISPUTE_RULED'];
      expect(await ofDisputes(filer)).toEqual(['DISPUTE_FILED', ...common]);
      for (const party of [reporter, second])
        expect(await ofDisputes(party)).toEqual(['DISPUTE_ANSWER_ASKED', 'DISPUTE_ANSWERED', ...common]);
      expect(await ofDisputes(reader)).toEqual([]);

      app.clock.advance({ days: 30 });
      await app.nest.get(DisputeSweep).sweep();
      await app.nest.get(DisputeSweep).sweep();
      for (const side of [filer, reporter, second])
        expect((await ofDisputes(side)).slice(-2)).toEqual(['DISPUTE_RULED', 'DISPUTE_ENDED']);
    });

    it('tell whoever did not answer that it lost, and of an appeal and its end', async () => {
      app.clock.advance({ days: 11 });
      await app.nest.get(DisputeSweep).sweep();
      await settled(app);
      expect((await ofDisputes(reporter)).slice(-2)).toEqual(['DISPUTE_ANSWER_LAPSED', 'DISPUTE_RULED']);
      await takes(reporter, 'appealDispute', { disputeId, statement: 'We stand by it.' });
      await settled(app);
      const analyst = await (await givenMember(app, { name: 'others' })).as('COALITION_ANALYST');
      await rules(app, [coalition.analyst, analyst], disputeId, 'UPHELD');
      await settled(app);
      const end = ['DISPUTE_RULED', 'DISPUTE_APPEALED', 'DISPUTE_RULED', 'DISPUTE_ENDED'];
      for (const side of [filer, reporter, second]) expect((await ofDisputes(side)).slice(-4)).toEqual(end);
    });
  });

  it('tell nobody of what he may not read', async () => {
    const submitter = await reporter.as('SUBMITTER');
    const screener = await reporter.as('SCREENER');
    const machine = await reporter.client('event:read', 'alert:read');
    const reportId = await reports(reporter, aReport({ basis: 'MEMBER_TIP' }));
    await takes(coalition.analyst, 'acceptReport', { reportId });
    await settled(app);
    expect(await kindsTold(app, submitter)).toEqual(['REPORT_ACCEPTED']);
    expect(await kindsTold(app, screener)).toEqual([]);
    expect(await kindsTold(app, machine)).toEqual([]);
    expect(await kindsTold(app, machine, { kinds: ['REPORT_ACCEPTED'] })).toEqual([]);
  });

  it('wait for a member that is suspended, and leave it nothing out once it is back', async () => {
    const news = follows(reader);
    await news();
    const becomes = (status: string): Promise<unknown> =>
      asOwner(app.database, (tx) =>
        tx.query('update member set status = $2 where id = $1', [reporter.memberId, status]),
      );
    const after = (await eventPage(reporter)).pageInfo.endCursor;
    const reportId = await reports(reporter, aReport({ basis: 'MEMBER_TIP' }));
    await becomes('SUSPENDED');
    await takes(coalition.analyst, 'acceptReport', { reportId });
    await app.nest.get(EventSequencer).sequence();
    expect(await reporter.errorCodes(EVENTS, { after })).toEqual(['UNAUTHENTICATED']);
    await becomes('ACTIVE');
    expect(await kindsTold(app, reporter, { after })).toEqual(['REPORT_ACCEPTED']);
    expect(await news()).toEqual([]);
  });

  it('say all that the tables say, of everything that happened here', async () => {
    await settled(app);
    expect(await untold(app.database)).toEqual([]);
  });

  describe('have cursors that', () => {
    async function cursorOf(by: Pick<Caller, 'query'>, variables: Variables = {}): Promise<string> {
      return (await eventPage(by, variables)).pageInfo.endCursor;
    }

    it('are there on an empty page, and go on from it without a gap, page by page', async () => {
      const after = await cursorOf(reader);
      await listed();
      const [indicator] = await lists(reader);
      for (const opinion of ['SEEN_TOO', 'CONFIRMED', 'OUTDATED'])
        await takes(reader, 'giveOpinion', { indicatorId: indicator?.id, opinion });
      expect(await eventsOf(app, reader, { after, first: 1 })).toHaveLength(3);
    });

    it.each<[string, () => Promise<Caller>, Variables]>([
      ['another member', () => Promise.resolve(server), {}],
      ['other kinds', () => Promise.resolve(reader), { kinds: ['ALERT_RAISED'] }],
      ['one who reads something else', () => reader.as('SUBMITTER'), {}],
    ])('are refused to %s', async (_, by, variables) => {
      const after = await cursorOf(reader);
      expect(await (await by()).errorCodes(EVENTS, { after, ...variables })).toEqual(['BAD_USER_INPUT']);
    });

    it('end with what lies behind them, which is told by a code; who starts anew reads what is kept', async () => {
      const old = await cursorOf(reader);
      const reportId = await reports(reporter, aReport({ basis: 'MEMBER_TIP' }));
      await takes(coalition.analyst, 'acceptReport', { reportId });
      await app.nest.get(EventSequencer).sequence();
      const young = await cursorOf(reader);
      app.clock.advance({ days: 399 });
      const kept = await reports(reporter, aReport({ basis: 'MEMBER_TIP' }));
      await takes(coalition.analyst, 'acceptReport', { reportId: kept });
      app.clock.advance({ days: 2 });
      await app.nest.get(EventRetention).deleteOld();
      expect(await reader.errorCodes(EVENTS, { after: old })).toEqual(['CURSOR_EXPIRED']);
      expect(await reader.errorCodes(EVENTS, { after: young })).toEqual([]);
      expect((await eventsOf(app, reporter)).map(({ reportId: told }) => told)).toEqual([kept]);
    });
  });
});
