import type { TestApp } from './support/app.js';
import type { Caller, Variables } from './support/caller.js';
import {
  displays,
  FeedReader,
  holdsAccounts,
  liftsHold,
  merchantOfReport,
  merchantSeen,
  placesHold,
  stepsHold,
} from './support/holds.js';
import { givenCoalition, givenGroup, givenMember, givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, screens, settled } from './support/register.js';

const iban = (value: string): Variables => ({ type: 'IBAN', value });
const shown = (account: string): string => `IBAN •••• ${account.slice(-4)}`;

/** product.md, rule 5: a held merchant is an unknown one to all but the analysts and the liaison that asked. */
describe('what a hold hides', () => {
  let app: TestApp;
  let reporter: TestMember;
  let other: TestMember;
  let reader: TestMember;
  let agency: TestMember;
  let liaison: Caller;
  let coalition: Awaited<ReturnType<typeof givenCoalition>>;

  beforeAll(async () => {
    app = await createRegister();
    ({ reporter, other, reader } = await givenMembers(app, 'reporter', 'other', 'reader'));
    agency = await givenMember(app, { name: 'agency', kind: 'LAW_ENFORCEMENT_LIAISON' });
    liaison = await agency.as('LIAISON');
    coalition = await givenCoalition(app);
  });

  afterAll(() => app.close());

  async function listed(by: TestMember, report: Variables): Promise<string> {
    const id = await reports(by, aReport(report));
    await settled(app);
    return id;
  }

  /** What a screening says of an account, without the account. */
  async function screened(by: TestMember, account: string): Promise<unknown> {
    const [answer] = await screens(by, { identifiers: [iban(account)] });
    return answer;
  }

  it('is withdrawn from whoever saw it, as anything is: the tombstones do not say why', async () => {
    const [held, withdrawn, unknown] = [anIban(), anIban(), anIban()];
    const report = await listed(reporter, { identifiers: [iban(held)] });
    const otherReport = await listed(reporter, { identifiers: [iban(withdrawn)] });
    const [merchant, otherMerchant] = [
      await merchantOfReport(app, report),
      await merchantOfReport(app, otherReport),
    ];
    const feed = new FeedReader(reader);
    await feed.news();

    await reporter.mutate('withdrawReport', { reportId: otherReport, reason: 'Gone.' });
    await holdsAccounts(app, liaison, held);

    const news = await feed.news();
    expect(news).toHaveLength(2);
    expect(new Set(news.map((change) => JSON.stringify({ ...change, indicatorId: '' })))).toHaveProperty(
      'size',
      1,
    );
    expect(await merchantSeen(reader, merchant)).toEqual(await merchantSeen(reader, otherMerchant));
    expect(await screened(reader, held)).toEqual(await screened(reader, unknown));
    expect(await displays(reader)).not.toContain(shown(held));
  });

  it('never shows when it is reported only afterwards', async () => {
    const [held, beside] = [anIban(), anIban()];
    const feed = new FeedReader(reader);
    await feed.news();
    await placesHold(liaison, { identifiers: [iban(held)] });

    const report = await listed(reporter, {
      identifiers: [iban(held), iban(beside)],
      legalName: 'Quorvane Trading',
    });

    expect(await feed.news()).toEqual([]);
    expect(await merchantSeen(reader, await merchantOfReport(app, report))).toBeNull();
    for (const asked of [{ identifiers: [iban(beside)] }, { legalName: 'Quorvane Trading' }]) {
      const [answer] = await screens(reader, asked);
      expect(answer).toMatchObject({ outcome: 'CLEAR', matches: [] });
    }
  });

  it('is seen by an analyst, as far as handling allows', async () => {
    const account = anIban();
    await listed(reporter, { identifiers: [iban(account)] });
    const feed = new FeedReader(coalition.analyst);
    await feed.news();
    await holdsAccounts(app, liaison, account);

    expect(await displays(coalition.analyst)).toContain(shown(account));
    expect((await feed.news()).map(({ kind }) => kind)).toEqual(['REMOVED', 'LISTED']);
  });

  it('is seen by the liaison’s member once an analyst has activated it, and by no other liaison', async () => {
    const account = anIban();
    const otherAgency = await givenMember(app, { kind: 'LAW_ENFORCEMENT_LIAISON' });
    await listed(reporter, { identifiers: [iban(account)] });
    const hold = await holdsAccounts(app, liaison, account);
    expect(await displays(agency)).not.toContain(shown(account));

    await stepsHold(coalition.analyst, 'activateHold', hold);
    await settled(app);

    expect(await displays(agency)).toContain(shown(account));
    expect(await displays(otherAgency)).not.toContain(shown(account));
    expect(await displays(reader)).not.toContain(shown(account));
  });

  it('shows a liaison no more than its handling allows', async () => {
    const account = anIban();
    const group = await givenGroup(app, reporter, reader);
    await listed(reporter, {
      identifiers: [iban(account)],
      handling: { tlp: 'AMBER', sharingGroupId: group },
    });
    const hold = await holdsAccounts(app, liaison, account);
    await stepsHold(coalition.analyst, 'activateHold', hold);
    await settled(app);

    expect(await displays(agency)).not.toContain(shown(account));
    expect(await displays(reader)).not.toContain(shown(account));
  });

  it('is listed again when it is lifted, as anything newly listed', async () => {
    const account = anIban();
    await listed(reporter, { identifiers: [iban(account)] });
    const before = await screened(reader, account);
    const hold = await holdsAccounts(app, liaison, account);
    const feed = new FeedReader(reader);
    await feed.news();

    await liftsHold(coalition, hold);
    await settled(app);

    expect((await feed.news()).map(({ kind }) => kind)).toEqual(['LISTED']);
    expect(await screened(reader, account)).toEqual(before);
  });

  it('stays hidden in review, and while another hold covers it', async () => {
    const account = anIban();
    await listed(reporter, { identifiers: [iban(account)] });
    const [first, second] = [
      await holdsAccounts(app, liaison, account),
      await holdsAccounts(app, coalition.analyst, account),
    ];
    await stepsHold(coalition.analyst, 'activateHold', second);
    await stepsHold(coalition.analyst, 'reviewHold', second);
    await liftsHold(coalition, first);
    await settled(app);
    expect(await displays(reader)).not.toContain(shown(account));

    await liftsHold(coalition, second);
    await settled(app);
    expect(await displays(reader)).toContain(shown(account));
  });

  it('is the whole merchant when one that is held merges with another, and the rest comes back when they part', async () => {
    const [held, free] = [anIban(), anIban()];
    const heldReport = await listed(reporter, { identifiers: [iban(held)] });
    const freeReport = await listed(other, { identifiers: [iban(free)] });
    await holdsAccounts(app, liaison, held);
    expect(await displays(reader)).toContain(shown(free));

    const merchantIds = [await merchantOfReport(app, heldReport), await merchantOfReport(app, freeReport)];
    const { decision } = await coalition.analyst.mutate<{ decision: { id: string } }>(
      'mergeMerchants',
      { merchantIds, reason: 'One seller.' },
      'decision { id }',
    );
    await settled(app);
    expect(await displays(reader)).not.toContain(shown(free));
    expect(await displays(reader)).not.toContain(shown(held));

    await coalition.analyst.mutate('undoDecision', { decisionId: decision.id, reason: 'They are two.' });
    await settled(app);
    expect(await displays(reader)).toContain(shown(free));
    expect(await displays(reader)).not.toContain(shown(held));
  });

  it('covers a merchant that an analyst names by its id, and what is reported of it later', async () => {
    const [account, later] = [anIban(), anIban()];
    const report = await listed(reporter, { identifiers: [iban(account)], legalName: 'Velmora Outlet' });
    await placesHold(coalition.analyst, { merchantId: await merchantOfReport(app, report) });
    await settled(app);
    await listed(other, { identifiers: [iban(account), iban(later)] });

    expect(await displays(reader)).not.toContain(shown(account));
    expect(await displays(reader)).not.toContain(shown(later));
  });

  it('answers a liaison that names a merchant by its id as if there were none', async () => {
    const report = await listed(reporter, {});
    const merchantId = await merchantOfReport(app, report);
    for (const id of [merchantId, 'mer_AAAAAAAAAAAAAAAAAAAAAA', 'nonsense'])
      expect(await liaison.refusalCodes('placeHold', { merchantId: id, reason: 'A request.' })).toEqual([
        'NOT_FOUND',
      ]);
  });

  it('leaves the reporter its own report as it was', async () => {
    const account = anIban();
    const id = await listed(reporter, { identifiers: [iban(account)] });
    const report = async (): Promise<unknown> =>
      reporter.query(
        'query ($id: ID!) { report(id: $id) { status version identifiers { display } history { status at } } }',
        { id },
      );
    const before = await report();
    await holdsAccounts(app, liaison, account);
    expect(await report()).toEqual(before);
  });

  it('tells nobody who comes into a group or goes out of it', async () => {
    const account = anIban();
    const joiner = await givenMember(app, { name: 'joiner' });
    const group = await givenGroup(app, reporter);
    await listed(reporter, {
      identifiers: [iban(account)],
      handling: { tlp: 'AMBER', sharingGroupId: group },
    });
    // Never listed but under a hold, so that nobody in the group was ever told.
    const [held, hold] = [anIban(), liaison];
    await placesHold(hold, { identifiers: [iban(held)] });
    await listed(reporter, { identifiers: [iban(held)], handling: { tlp: 'AMBER', sharingGroupId: group } });
    const feed = new FeedReader(joiner);
    await feed.news();

    await coalition.admin.mutate('addSharingGroupMembers', { sharingGroupId: group, memberIds: [joiner.id] });
    await settled(app);
    const come = await feed.news();
    await coalition.admin.mutate('removeSharingGroupMembers', {
      sharingGroupId: group,
      memberIds: [joiner.id],
    });
    await settled(app);
    const gone = await feed.news();

    expect(come.map(({ kind, indicator }) => [kind, indicator?.display])).toEqual([
      ['LISTED', `•••• ${account.slice(-4)}`],
    ]);
    expect(gone.map(({ kind, indicatorId }) => [kind, indicatorId])).toEqual([
      ['REMOVED', come[0]?.indicatorId],
    ]);
  });

  it('goes on covering what it covered when the value comes to be shared by many', async () => {
    const account = anIban();
    await placesHold(liaison, { identifiers: [iban(account)] });
    await listed(reporter, {
      identifiers: [iban(account), { type: 'COMPANY_REG_NO', scope: 'GB', value: '10000001' }],
    });
    for (let stranger = 2; stranger <= 6; stranger += 1)
      await listed(other, {
        identifiers: [
          iban(account),
          { type: 'COMPANY_REG_NO', scope: 'GB', value: `1000000${stranger}` },
          { type: 'DOMAIN', value: `stranger-${stranger}.example` },
        ],
      });
    // Three strangers make a value shared by the limit's default: those that came before are covered, and stay so.
    const seen = (await displays(reader)).filter((display) => display.includes('stranger-'));
    expect(seen).toEqual([4, 5, 6].map((stranger) => `DOMAIN stranger-${stranger}[.]example`));
  });
});
