import { fromGlobalId, newId, type ReportId } from '../src/common/id.js';
import { ExpirySweep } from '../src/indicator/index.js';
import { Rulings } from '../src/report/index.js';
import type { TestApp } from './support/app.js';
import type { Caller, Variables } from './support/caller.js';
import { FeedReader, liftsHold, placesHold } from './support/holds.js';
import { givenCoalition, givenGroup, givenMembers, type TestMember } from './support/members.js';
import { serves } from './support/notices.js';
import { lists, recallsOf, withdraws } from './support/recalls.js';
import { aReport, anIban, createRegister, reports, screens, settled } from './support/register.js';

let app: TestApp;
beforeAll(async () => {
  app = await createRegister();
});
afterAll(() => app.close());

/** What a member is told of recalls, without ids, which differ from one to the next. */
async function toldOf(member: Pick<Caller, 'query'>): Promise<unknown> {
  return (await recallsOf(member)).map(({ reason, merchantId, alert, indicators }) => ({
    reason,
    aboutOne: merchantId !== null,
    alert: { ...alert, id: '' },
    indicators: indicators.nodes.map((node) => ({ ...node, indicatorId: '' })),
  }));
}

async function corrects(member: TestMember, reportId: string, report: Variables): Promise<void> {
  const { userErrors } = await member.mutate('correctReport', { reportId, report });
  expect(userErrors).toEqual([]);
  await settled(app);
}

describe('a recall', () => {
  it('reaches whoever received it by the list, one by one, by the feed, as a merchant or by screening, and nobody else', async () => {
    const { reporter, lister, finder, follower, looker, screener, stranger } = await givenMembers(
      app,
      'reporter',
      'lister',
      'finder',
      'follower',
      'looker',
      'screener',
      'stranger',
    );
    const value = anIban();
    const report = await reports(reporter, aReport({ identifiers: [{ type: 'IBAN', value }] }));
    await settled(app);
    const display = `${value.slice(0, 4)}…${value.slice(-4)}`;
    const [listed] = (await lists(lister)).filter((indicator) => indicator.display.endsWith(value.slice(-4)));
    expect(listed?.display.length).toBeGreaterThan(display.length - 4);
    await finder.query('query ($id: ID!) { indicator(id: $id, purpose: INVESTIGATION) { id } }', {
      id: listed?.id,
    });
    await looker.query('query ($id: ID!) { merchant(id: $id, purpose: INVESTIGATION) { id } }', {
      id: listed?.merchantId,
    });
    await new FeedReader(follower).news();
    await screens(screener, { identifiers: [{ type: 'IBAN', value }] });
    await screens(stranger, { identifiers: [{ type: 'IBAN', value: anIban() }] });

    await withdraws(app, reporter, report);

    for (const member of [lister, finder, follower, looker, screener]) {
      expect(await recallsOf(member)).toEqual([
        expect.objectContaining({
          reason: 'WITHDRAWN',
          merchantId: listed?.merchantId,
          indicators: { nodes: [expect.objectContaining({ type: 'IBAN', display: listed?.display })] },
        }),
      ]);
    }
    expect(await recallsOf(stranger)).toEqual([]);
    expect(await recallsOf(reporter)).toEqual([]);
  });

  it('is one for all identifiers of a merchant, each with what the member itself received', async () => {
    const { reporter, lister, screener } = await givenMembers(app, 'reporter', 'lister', 'screener');
    const [one, other, third] = [anIban(), anIban(), anIban()];
    const identifiers = [one, other, third].map((value) => ({ type: 'IBAN', value }));
    const report = await reports(reporter, aReport({ identifiers }));
    await settled(app);
    await lists(lister);
    await screens(screener, { identifiers: [{ type: 'IBAN', value: one }] });

    await withdraws(app, reporter, report);

    const [ofLister, ...more] = await recallsOf(lister);
    expect(ofLister?.indicators.nodes.length).toBe(3);
    expect(more).toEqual([]);
    const [ofScreener] = await recallsOf(screener);
    expect(ofScreener?.indicators.nodes.length).toBe(1);
  });

  it('reaches whoever a notice told of it, read or not', async () => {
    const { reporter, bank } = await givenMembers(app, 'reporter', 'bank');
    await serves(bank, 'IBAN_BANK', 'NLTEST');
    await settled(app);
    const report = await reports(reporter, aReport());
    await settled(app);
    expect(await recallsOf(bank)).toEqual([]);
    await withdraws(app, reporter, report);
    expect((await recallsOf(bank)).map(({ reason }) => reason)).toEqual(['WITHDRAWN']);
    const { serviceRanges } = await bank.query<{ serviceRanges: { nodes: { id: string }[] } }>(
      '{ serviceRanges { nodes { id } } }',
    );
    await bank.mutate('removeServiceRange', { serviceRangeId: serviceRanges.nodes[0]?.id });
  });

  it('says that a dispute was upheld', async () => {
    const { reporter, other, reader } = await givenMembers(app, 'reporter', 'other', 'reader');
    const identifiers = [{ type: 'IBAN', value: anIban() }];
    const [report, second] = [
      await reports(reporter, aReport({ identifiers })),
      await reports(other, aReport({ identifiers })),
    ];
    await settled(app);
    await lists(reader);
    const ruledOut = [report, second].map((id) => ({
      reportId: fromGlobalId('report', id) as ReportId,
      valueHashes: null,
    }));
    await app.database.asSystem('resolver', (tx) =>
      app.nest.get(Rulings).apply(tx, newId('dispute'), ruledOut),
    );
    await settled(app);
    expect((await recallsOf(reader)).map(({ reason }) => reason)).toEqual(['RULED_OUT']);
  });

  it('shows beside it what the member did on account of it, to whoever may read that', async () => {
    const { reporter, bank } = await givenMembers(app, 'reporter', 'bank');
    const value = anIban();
    const report = await reports(reporter, aReport({ identifiers: [{ type: 'IBAN', value }] }));
    await settled(app);
    const { screenings } = await bank.mutate<{
      screenings: { id: string; matches: { merchantId: string }[] }[];
    }>(
      'screenMerchants',
      { purpose: 'ONBOARDING', merchants: [{ ref: 'row', identifiers: [{ type: 'IBAN', value }] }] },
      'screenings { id matches { merchantId } }',
    );
    const match = { screeningId: screenings[0]?.id, merchantId: screenings[0]?.matches[0]?.merchantId };
    const assessed = { ...match, assessment: 'SAME_MERCHANT', rationale: 'The same account.' };
    expect(await bank.refusalCodes('recordDisposition', assessed)).toEqual([]);
    const day = app.clock.now().toISOString().slice(0, 10);
    const action = { kind: 'DECLINED', effectiveOn: day };
    expect(
      await bank.refusalCodes('recordAction', { ...match, action, clientReference: 'declined' }),
    ).toEqual([]);
    await withdraws(app, reporter, report);
    const query = '{ recalls { nodes { derivedActions { kind status } } } }';
    expect(await bank.query(query)).toEqual({
      recalls: { nodes: [{ derivedActions: [{ kind: 'DECLINED', status: 'RECORDED' }] }] },
    });
    const submitter = await bank.as('SUBMITTER');
    expect(await submitter.query(query)).toEqual({ recalls: { nodes: [{ derivedActions: [] }] } });
  });

  it('looks the same for a withdrawal, a hold and a narrower handling', async () => {
    const coalition = await givenCoalition(app);
    const told: unknown[] = [];
    for (const end of ['withdrawal', 'hold', 'narrower'] as const) {
      const { reporter, reader, friend } = await givenMembers(app, 'reporter', 'reader', 'friend');
      const group = await givenGroup(app, reporter, friend);
      const value = 'DE89370400440532013000';
      const given = aReport({ identifiers: [{ type: 'IBAN', value }], handling: { tlp: 'AMBER' } });
      const report = await reports(reporter, given);
      await settled(app);
      await lists(reader);
      await lists(friend);
      if (end === 'withdrawal') await withdraws(app, reporter, report);
      else if (end === 'hold') {
        const hold = await placesHold(coalition.analyst, { identifiers: [{ type: 'IBAN', value }] });
        await settled(app);
        told.push(await toldOf(reader));
        expect(await toldOf(friend)).toEqual(told[0]);
        await liftsHold(coalition, hold);
        await settled(app);
        // What comes back is news of its own: what was recalled stays so.
        expect(await toldOf(reader)).toEqual(told[0]);
        await withdraws(app, reporter, report);
        continue;
      } else {
        const handling = { tlp: 'AMBER', sharingGroupId: group };
        await corrects(reporter, report, { ...given, handling });
        // It goes on for whoever is in the narrower audience, until it ends there.
        expect(await toldOf(friend)).toEqual([]);
        await withdraws(app, reporter, report);
        expect(await toldOf(friend)).toEqual(told[0]);
      }
      told.push(await toldOf(reader));
    }
    expect(told[0]).toEqual([
      expect.objectContaining({ reason: 'WITHDRAWN', aboutOne: true, indicators: [expect.anything()] }),
    ]);
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
  });

  it('comes once, and again only for what was received again', async () => {
    const { reporter, other, reader } = await givenMembers(app, 'reporter', 'other', 'reader');
    const identifiers = [{ type: 'IBAN', value: anIban() }];
    const feed = new FeedReader(reader);
    const report = await reports(reporter, aReport({ identifiers }));
    await settled(app);
    await feed.news();
    await withdraws(app, reporter, report);
    expect((await recallsOf(reader)).length).toBe(1);

    const second = await reports(other, aReport({ identifiers }));
    await settled(app);
    await withdraws(app, other, second);
    expect((await recallsOf(reader)).length).toBe(1);

    const third = await reports(other, aReport({ identifiers }));
    await settled(app);
    await feed.news();
    await withdraws(app, other, third);
    expect((await recallsOf(reader)).length).toBe(2);
  });

  it('does not come for what is listed all the same', async () => {
    const { reporter, other, reader } = await givenMembers(app, 'reporter', 'other', 'reader');
    const identifiers = [{ type: 'IBAN', value: anIban() }];
    const first = await reports(reporter, aReport({ identifiers }));
    const second = await reports(other, aReport({ identifiers }));
    await settled(app);
    await lists(reader);
    await withdraws(app, reporter, first);
    expect(await recallsOf(reader)).toEqual([]);
    // The handle was the first report's, and is the second one's now: who received the one is told of the other's end.
    await withdraws(app, other, second);
    expect((await recallsOf(reader)).length).toBe(1);
  });

  it('reaches a member that left the group, once, when it leaves', async () => {
    const { admin } = await givenCoalition(app);
    const { reporter, leaver, stayer } = await givenMembers(app, 'reporter', 'leaver', 'stayer');
    const sharingGroupId = await givenGroup(app, reporter, leaver, stayer);
    const report = await reports(reporter, aReport({ handling: { tlp: 'AMBER', sharingGroupId } }));
    const another = await reports(reporter, aReport({ handling: { tlp: 'AMBER', sharingGroupId } }));
    await settled(app);
    await lists(leaver);
    await new FeedReader(stayer).news();
    const { userErrors } = await admin.mutate('removeSharingGroupMembers', {
      sharingGroupId,
      memberIds: [leaver.id],
    });
    expect(userErrors).toEqual([]);
    await settled(app);
    const [left, ...others] = (await recallsOf(leaver)).filter(({ merchantId }) => merchantId === null);
    expect(others).toEqual([]);
    expect(left?.reason).toBe('WITHDRAWN');
    expect(left?.indicators.nodes.length).toBe(2);
    const before = (await recallsOf(leaver)).length;
    await withdraws(app, reporter, report);
    await withdraws(app, reporter, another);
    expect((await recallsOf(leaver)).length).toBe(before);
    expect((await recallsOf(stayer)).length).toBe(2);
  });

  it('is acknowledged and closed, or overdue, and the analysts see how far it is', async () => {
    const { analyst } = await givenCoalition(app);
    const { reporter, good, bad } = await givenMembers(app, 'reporter', 'good', 'bad');
    const report = await reports(reporter, aReport());
    await settled(app);
    await lists(good);
    await lists(bad);
    await withdraws(app, reporter, report);
    const [recall] = await recallsOf(good);
    expect(recall?.alert).toMatchObject({ status: 'DELIVERED', overdue: false });
    const { alert } = await good.mutate<{ alert: { status: string } }>(
      'acknowledgeAlert',
      { alertId: recall?.alert.id },
      'alert { status recall { id } }',
    );
    expect(alert).toEqual({ status: 'ACKNOWLEDGED', recall: { id: recall?.id } });
    const progress = (): Promise<unknown> =>
      analyst.query(
        `query ($id: ID!) { recallProgress(id: $id) { reason settled recipients delivered acknowledged overdue
           waiting { nodes { memberId memberName deliveredAt } } } }`,
        { id: recall?.id },
      );
    const waiting = { nodes: [{ memberId: bad.id, memberName: bad.name, deliveredAt: null }] };
    expect(await progress()).toEqual({
      recallProgress: {
        reason: 'WITHDRAWN',
        settled: true,
        recipients: 2,
        delivered: 1,
        acknowledged: 1,
        overdue: 0,
        waiting,
      },
    });
    app.clock.advance({ days: 4 });
    expect(await progress()).toMatchObject({ recallProgress: { overdue: 1, waiting } });
    expect((await recallsOf(bad))[0]?.alert).toMatchObject({ overdue: true });

    const closed = await good.mutate('closeRecall', { recallId: recall?.id }, 'recall { alert { status } }');
    expect(closed).toEqual({ recall: { alert: { status: 'CLOSED' } }, userErrors: [] });
    expect(await recallsOf(good, { open: true })).toEqual([]);
    expect((await recallsOf(good, { open: false })).length).toBe(1);
    const others = await bad.mutate('closeRecall', { recallId: recall?.id }, 'recall { alert { status } }');
    expect(others).toMatchObject({ recall: { alert: { status: 'CLOSED' } } });
    const again = await good.mutate('closeRecall', { recallId: recall?.id }, 'recall { id }');
    expect(again).toMatchObject({
      recall: null,
      userErrors: [{ code: 'NOT_ALLOWED_IN_STATE', field: ['recallId'] }],
    });
    const strangers = await reporter.mutate<{ userErrors: { code: string }[] }>(
      'closeRecall',
      { recallId: recall?.id },
      'recall { id }',
    );
    expect(strangers.userErrors.map(({ code }) => code)).toEqual(['NOT_FOUND']);
  });

  it('is closed once, by two people at one time as well', async () => {
    const { reporter, reader } = await givenMembers(app, 'reporter', 'reader');
    const reportId = await reports(reporter, aReport());
    await settled(app);
    await new FeedReader(reader).news();
    await withdraws(app, reporter, reportId);
    const [recall] = await recallsOf(reader);
    const people = [reader, await reader.as('SUBMITTER'), await reader.as('SCREENER')];
    const answers = await Promise.all(
      people.map((person) => person.mutate('closeRecall', { recallId: recall?.id }, 'recall { id }')),
    );
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual([
      'NOT_ALLOWED_IN_STATE',
      'NOT_ALLOWED_IN_STATE',
    ]);
  });

  it('says that a life is over', async () => {
    const { reporter, reader } = await givenMembers(app, 'reporter', 'reader');
    await reports(reporter, aReport({ reason: 'CSAM_ADVERTISING' }));
    await settled(app);
    await new FeedReader(reader).news();
    app.clock.advance({ days: 2 * 366 });
    await app.nest.get(ExpirySweep).sweep();
    await settled(app);
    expect((await recallsOf(reader)).map(({ reason }) => reason)).toContain('EXPIRED');
  });
});
