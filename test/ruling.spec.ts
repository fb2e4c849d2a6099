import { fromGlobalId, type MerchantId, newId, type ReportId } from '../src/common/id.js';
import { Challenges, ExpirySweep } from '../src/indicator/index.js';
import { Rulings } from '../src/report/index.js';
import { asOwner } from './support/as-owner.js';
import type { TestApp } from './support/app.js';
import { displays, FeedReader } from './support/holds.js';
import { givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, screens, settled } from './support/register.js';

const iban = (value: string): object => ({ type: 'IBAN', value });
const shown = (account: string): string => `IBAN •••• ${account.slice(-4)}`;

describe('a listing that is challenged or ruled out', () => {
  let app: TestApp;
  let reporter: TestMember;
  let other: TestMember;
  let reader: TestMember;

  beforeAll(async () => {
    app = await createRegister();
    ({ reporter, other, reader } = await givenMembers(app, 'reporter', 'other', 'reader'));
  });

  afterAll(() => app.close());

  async function listed(member: TestMember, values: Parameters<typeof aReport>[0]): Promise<ReportId> {
    const id = fromGlobalId('report', await reports(member, aReport(values)));
    await settled(app);
    if (id === undefined) throw new Error('A report has an id.');
    return id;
  }

  async function ownMerchant(reportId: ReportId): Promise<MerchantId> {
    const [row] = await asOwner(app.database, (tx) =>
      tx.query<{ id: MerchantId }>('select own_merchant_id as id from description where id = $1', [reportId]),
    );
    if (row === undefined) throw new Error('The report has a description.');
    return row.id;
  }

  async function ruleOut(
    disputeId: ReturnType<typeof newId<'dispute'>>,
    ...ruledOut: Parameters<Rulings['apply']>[2]
  ): Promise<void> {
    await app.database.asSystem('resolver', (tx) => app.nest.get(Rulings).apply(tx, disputeId, ruledOut));
    await settled(app);
  }

  async function disputedIn(member: TestMember, account: string): Promise<unknown> {
    const { screenings } = await member.mutate<{ screenings: { matches: { disputed: boolean }[] }[] }>(
      'screenMerchants',
      { purpose: 'ONBOARDING', merchants: [{ ref: 'one', identifiers: [iban(account)] }] },
      'screenings { matches { disputed } }',
    );
    return screenings[0]?.matches;
  }

  it('is shown as disputed in feed, list, merchant and screening while it is challenged', async () => {
    const account = anIban();
    const report = await listed(reporter, { identifiers: [iban(account)] });
    const feed = new FeedReader(reader);
    await feed.news();
    const id = newId('dispute');
    const ownMerchantIds = [await ownMerchant(report)];
    const challenges = app.nest.get(Challenges);
    await app.database.asSystem('resolver', (tx) =>
      challenges.open(tx, { id, kind: 'DISPUTE', ownMerchantIds }),
    );
    await settled(app);

    expect(await feed.news()).toMatchObject([{ kind: 'UPDATED', indicator: { status: 'DISPUTED' } }]);
    expect(await displays(reader)).toContain(shown(account));
    expect(await disputedIn(reader, account)).toEqual([{ disputed: true }]);
    const [{ matches } = { matches: [] }] = await screens(reader, { identifiers: [iban(account)] });
    const { merchant } = await reader.query<{ merchant: unknown }>(
      `query ($id: ID!) { merchant(id: $id, purpose: INVESTIGATION) { status indicators { nodes { disputed } } } }`,
      { id: matches[0]?.merchantId },
    );
    expect(merchant).toEqual({ status: 'DISPUTED', indicators: { nodes: [{ disputed: true }] } });

    await app.database.asSystem('resolver', (tx) => challenges.end(tx, id));
    await settled(app);
    expect(await feed.news()).toMatchObject([{ kind: 'UPDATED', indicator: { status: 'ACTIVE' } }]);
    expect(await disputedIn(reader, account)).toEqual([{ disputed: false }]);
  });

  it('is gone everywhere when its report is ruled out, and back when that is overturned', async () => {
    const account = anIban();
    const reportId = await listed(reporter, { identifiers: [iban(account)] });
    const feed = new FeedReader(reader);
    await feed.news();
    const disputeId = newId('dispute');

    await ruleOut(disputeId, { reportId, valueHashes: null });
    expect((await feed.news()).map(({ kind }) => kind)).toEqual(['REMOVED']);
    expect((await screens(reader, { identifiers: [iban(account)] }))[0]).toMatchObject({ outcome: 'CLEAR' });
    expect(await displays(reader)).not.toContain(shown(account));

    await ruleOut(disputeId);
    expect((await feed.news()).map(({ kind }) => kind)).toEqual(['LISTED']);
  });

  it('goes on with the identifiers that are not ruled out', async () => {
    const [kept, gone] = [anIban(), anIban()];
    const reportId = await listed(reporter, { identifiers: [iban(kept), iban(gone)] });
    const hashes = await asOwner(app.database, (tx) =>
      tx.query<{ hash: string }>(
        `select encode(value_hash, 'hex') as hash from indicator where display = $1 and status = 'ACTIVE'`,
        [`•••• ${gone.slice(-4)}`],
      ),
    );
    await ruleOut(newId('dispute'), { reportId, valueHashes: hashes.map(({ hash }) => hash) });
    const seen = await displays(reader);
    expect(seen).toContain(shown(kept));
    expect(seen).not.toContain(shown(gone));
  });

  it('is not renewed, once its life is over, by saying the same again', async () => {
    const account = anIban();
    const identifiers = [iban(account)];
    const said = { identifiers, reason: 'CSAM_ADVERTISING', externalReference: 'HOTLINE-SAID-AGAIN' };
    const first = await reports(reporter, aReport(said));
    await settled(app);
    app.clock.advance({ days: 2 * 366 });
    await app.nest.get(ExpirySweep).sweep();
    await settled(app);
    expect(await displays(reader)).not.toContain(shown(account));

    await reporter.mutate('withdrawReport', { reportId: first, reason: 'To say it again.' });
    await listed(reporter, said);
    expect(await displays(reader)).not.toContain(shown(account));
    await listed(other, { ...said, externalReference: 'HOTLINE-SAID-BY-ANOTHER' });
    expect(await displays(reader)).toContain(shown(account));
  });

  it('comes back by what is new and independent, and by nothing else', async () => {
    const account = anIban();
    const identifiers = [iban(account)];
    const reference = 'HOTLINE-RULED-OUT';
    const reportId = await listed(reporter, { identifiers, externalReference: reference });
    await ruleOut(newId('dispute'), { reportId, valueHashes: null });

    await listed(other, { identifiers, externalReference: 'hotline ruled out' });
    await listed(reporter, { identifiers });
    expect(await displays(reader)).not.toContain(shown(account));

    await reporter.mutate('withdrawReport', {
      reportId: (
        await reporter.query<{ reports: { nodes: { id: string }[] } }>(
          '{ reports(first: 1) { nodes { id } } }',
        )
      ).reports.nodes[0]?.id,
      reason: 'Taken back to say it again.',
    });
    await listed(reporter, { identifiers, externalReference: 'HOTLINE-SAID-AGAIN' });
    expect(await displays(reader)).not.toContain(shown(account));

    await listed(reader, { identifiers });
    expect(await displays(reader)).toContain(shown(account));
  });
});
