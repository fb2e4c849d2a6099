import type { TestApp } from './support/app.js';
import type { Caller, Variables } from './support/caller.js';
import { answers, disputes } from './support/disputes.js';
import { givenCoalition, givenMembers, type TestMember } from './support/members.js';
import { noticesOf, serves } from './support/notices.js';
import { anIban, aReport, createRegister, reports, settled } from './support/register.js';

/** People of one member who do the same thing at one time: one is first, and the others are answered as if they came later. */
describe('at one time', () => {
  let app: TestApp;
  let coalition: Awaited<ReturnType<typeof givenCoalition>>;
  let server: TestMember;
  let reporter: TestMember;
  let people: readonly Caller[];

  beforeAll(async () => {
    app = await createRegister();
    coalition = await givenCoalition(app);
    ({ server, reporter } = await givenMembers(app, 'server', 'reporter'));
    people = await Promise.all(['1', '2', '3'].map(() => server.as('SUBMITTER', 'SCREENER', 'MEMBER_ADMIN')));
    await serves(server, 'IBAN_BANK', 'NLTEST');
  });

  afterAll(() => app.close());

  beforeEach(() => {
    app.clock.advance({ seconds: 1 });
  });

  /** The codes of what was refused, sorted; an answer that is none, such as INTERNAL, fails the test. */
  async function refusedOf(by: readonly Caller[], mutation: string, input: Variables): Promise<string[]> {
    const all = await Promise.all(by.map((person) => person.mutate(mutation, input)));
    return all.flatMap(({ userErrors }) => userErrors.map(({ code }) => code)).sort();
  }

  async function listed(): Promise<{
    reportId: string;
    noticeId: string;
    indicatorId: string;
    merchantId: string;
  }> {
    const reportId = await reports(reporter, aReport({ identifiers: [{ type: 'IBAN', value: anIban() }] }));
    await settled(app);
    const [notice] = await noticesOf(server);
    const { merchant } = await server.query<{ merchant: { indicators: { nodes: { id: string }[] } } }>(
      'query ($id: ID!) { merchant(id: $id, purpose: INVESTIGATION) { indicators(first: 1) { nodes { id } } } }',
      { id: notice?.merchantId },
    );
    return {
      reportId,
      noticeId: notice?.id ?? '',
      merchantId: notice?.merchantId ?? '',
      indicatorId: merchant.indicators.nodes[0]?.id ?? '',
    };
  }

  it('a member holds one opinion of an indicator, and takes it back once', async () => {
    const { indicatorId } = await listed();
    const given = { indicatorId, opinion: 'CONFIRMED' };
    expect(await refusedOf(people, 'giveOpinion', given)).toEqual([]);
    expect(await refusedOf(people, 'withdrawOpinion', { indicatorId })).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });

  it('a notice is assessed, and acted on, by whoever comes', async () => {
    const { noticeId } = await listed();
    const assessed = { noticeId, assessment: 'SAME_MERCHANT', rationale: 'The account is ours.' };
    expect(await refusedOf(people, 'recordDisposition', assessed)).toEqual([]);
    const effectiveOn = app.clock.now().toISOString().slice(0, 10);
    const action = { noticeId, clientReference: 'once', action: { kind: 'TERMINATED', effectiveOn } };
    expect(await refusedOf(people, 'recordAction', action)).toEqual([]);
    const { actions } = await server.query<{ actions: { nodes: { id: string }[] } }>(
      '{ actions(first: 10) { nodes { id } } }',
    );
    expect(actions.nodes).toHaveLength(1);
    const taken = { actionId: actions.nodes[0]?.id, reason: 'Recorded by mistake.' };
    expect(await refusedOf(people, 'withdrawAction', taken)).toEqual([
      'NOT_ALLOWED_IN_STATE',
      'NOT_ALLOWED_IN_STATE',
    ]);
  });

  it('an alert is acknowledged once', async () => {
    await listed();
    const [notice] = await noticesOf(server);
    const alertId = notice?.alert.id;
    expect(await refusedOf(people, 'acknowledgeAlert', { alertId })).toEqual([
      'NOT_ALLOWED_IN_STATE',
      'NOT_ALLOWED_IN_STATE',
    ]);
  });

  it('a range is registered once', async () => {
    const range = { kind: 'ACQUIRER', value: 'ICA:4711' };
    expect(await refusedOf(people, 'registerServiceRange', range)).toEqual(['DUPLICATE', 'DUPLICATE']);
  });

  it('a listing is disputed once, answered once, ruled on and appealed once', async () => {
    const { merchantId } = await listed();
    const filed = {
      merchantId,
      clientReference: 'at one time',
      grounds: 'MISTAKEN_IDENTITY',
      statement: 'Our merchant is another firm.',
    };
    expect(await refusedOf(people, 'fileDispute', filed)).toEqual([]);
    await settled(app);
    const { disputes: own } = await server.query<{ disputes: { nodes: { id: string }[] } }>(
      '{ disputes(first: 10) { nodes { id } } }',
    );
    expect(own.nodes).toHaveLength(1);
    const disputeId = own.nodes[0]?.id ?? '';

    const submitters = await Promise.all([reporter.as('SUBMITTER'), reporter.as('SUBMITTER')]);
    const answer = { disputeId, answer: 'STAND_BY', statement: 'We have looked again.' };
    expect(await refusedOf(submitters, 'answerDispute', answer)).toEqual(['NOT_ALLOWED_IN_STATE']);
    await settled(app);

    const { analyst, otherAnalyst } = coalition;
    const rejects = { disputeId, outcome: 'REJECTED', reason: 'It is the firm.' };
    expect(await refusedOf([analyst, otherAnalyst], 'ruleDispute', rejects)).toEqual([
      'NOT_ALLOWED_IN_STATE',
    ]);
    await settled(app);
    const appeal = { disputeId, statement: 'It is not.' };
    expect(await refusedOf(people, 'appealDispute', appeal)).toEqual([
      'NOT_ALLOWED_IN_STATE',
      'NOT_ALLOWED_IN_STATE',
    ]);
  });

  it('a ruling that takes two is approved once by each', async () => {
    const { merchantId } = await listed();
    const disputeId = await disputes(app, server, { merchantId });
    await answers(app, reporter, disputeId);
    await settled(app);
    const { analyst, otherAnalyst } = coalition;
    const { rulingId } = await analyst.mutate<{ rulingId: string }>(
      'ruleDispute',
      { disputeId, outcome: 'UPHELD', indicatorIds: [], reason: 'It is another firm.' },
      'rulingId',
    );
    expect(await refusedOf([otherAnalyst, otherAnalyst], 'approveDisputeRuling', { rulingId })).toEqual([
      'NOT_ALLOWED_IN_STATE',
    ]);
  });
});
