import { ExpirySweep } from '../src/indicator/index.js';
import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import type { Caller } from './support/caller.js';
import { answers, disputes, rules } from './support/disputes.js';
import { displays } from './support/holds.js';
import { givenCoalition, givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, settled } from './support/register.js';

const iban = (value: string): object => ({ type: 'IBAN', value });

interface Seen {
  readonly outcome: string;
  readonly markers: readonly { readonly validUntil: string }[];
}

/** A firm whose identity was misused is marked, and never hit (product.md, Codes, MERCHANT_IDENTITY_MISUSED). */
describe('a marker of a misused identity', () => {
  let app: TestApp;
  let reporter: TestMember;
  let filer: TestMember;
  let reader: TestMember;
  let analysts: readonly [Caller, Caller];
  let appealed: readonly [Caller, Caller];

  beforeAll(async () => {
    app = await createRegister();
    ({ reporter, filer, reader } = await givenMembers(app, 'reporter', 'filer', 'reader'));
    const { analyst, otherAnalyst } = await givenCoalition(app);
    const others = await givenCoalition(app);
    analysts = [analyst, otherAnalyst];
    appealed = [others.analyst, others.otherAnalyst];
  });

  afterAll(() => app.close());

  async function seen(account: string): Promise<Seen> {
    const { screenings } = await reader.mutate<{ screenings: Seen[] }>(
      'screenMerchants',
      { purpose: 'ONBOARDING', merchants: [{ ref: 'one', identifiers: [iban(account)] }] },
      'screenings { outcome markers { validUntil } }',
    );
    return screenings[0] ?? { outcome: 'none', markers: [] };
  }

  async function marked(account: string): Promise<string> {
    const id = await reports(
      reporter,
      aReport({ identifiers: [iban(account)], reason: 'MERCHANT_IDENTITY_MISUSED' }),
    );
    await settled(app);
    return id;
  }

  /** Marked by a dispute that was upheld for identity theft. */
  async function upheld(account: string): Promise<{ reportId: string; disputeId: string }> {
    const reportId = await reports(reporter, aReport({ identifiers: [iban(account)] }));
    await settled(app);
    const { indicators } = await filer.query<{
      indicators: { nodes: { display: string; merchantId: string }[] };
    }>('{ indicators(purpose: INVESTIGATION, first: 50) { nodes { display merchantId } } }');
    const listed = indicators.nodes.find(({ display }) => display.endsWith(account.slice(-4)));
    const disputeId = await disputes(app, filer, {
      merchantId: listed?.merchantId,
      grounds: 'IDENTITY_THEFT',
    });
    await answers(app, reporter, disputeId);
    await rules(app, analysts, disputeId, 'UPHELD');
    expect(await seen(account)).toMatchObject({ outcome: 'CLEAR', markers: [{}] });
    return { reportId, disputeId };
  }

  async function withdraws(reportId: string): Promise<void> {
    const { userErrors } = await reporter.mutate('withdrawReport', { reportId, reason: 'It was an error.' });
    expect(userErrors).toEqual([]);
    await settled(app);
  }

  async function rowsLeft(): Promise<number> {
    const [row] = await asOwner(app.database, (tx) =>
      tx.query<{ count: number }>('select count(*)::int as count from identity_marker'),
    );
    return row?.count ?? -1;
  }

  it('says so for a year, and lists nothing', async () => {
    const account = anIban();
    await marked(account);
    expect(await seen(account)).toEqual({
      outcome: 'CLEAR',
      markers: [{ validUntil: '2027-06-01T00:00:00.000Z' }],
    });
    expect(await displays(reader)).toEqual([]);
    app.clock.advance({ days: 364 });
    expect((await seen(account)).markers).toHaveLength(1);
    app.clock.advance({ days: 1 });
    expect(await seen(account)).toEqual({ outcome: 'CLEAR', markers: [] });
    await app.nest.get(ExpirySweep).sweep();
    await settled(app);
    expect(await rowsLeft()).toBe(0);
  });

  it('ends with its report', async () => {
    const [withdrawn, corrected] = [anIban(), anIban()];
    await withdraws(await marked(withdrawn));
    expect(await seen(withdrawn)).toEqual({ outcome: 'CLEAR', markers: [] });

    const reportId = await marked(corrected);
    await reporter.mutate('correctReport', {
      reportId,
      report: aReport({ identifiers: [iban(corrected)], reason: 'CSAM_SALE' }),
    });
    await settled(app);
    expect(await seen(corrected)).toEqual({ outcome: 'MATCHES', markers: [] });
  });

  it('ends when the ruling for identity theft is overturned on appeal', async () => {
    const account = anIban();
    const { disputeId } = await upheld(account);
    const { userErrors } = await reporter.mutate('appealDispute', {
      disputeId,
      statement: 'It is no victim.',
    });
    expect(userErrors).toEqual([]);
    await settled(app);
    expect((await seen(account)).markers).toHaveLength(1);
    await rules(app, appealed, disputeId, 'REJECTED');
    expect(await seen(account)).toEqual({ outcome: 'MATCHES', markers: [] });
  });

  it('ends when the report is withdrawn by which the firm was listed', async () => {
    const account = anIban();
    const { reportId } = await upheld(account);
    await withdraws(reportId);
    expect(await seen(account)).toEqual({ outcome: 'CLEAR', markers: [] });
  });

  it('lives for a year from the ruling on', async () => {
    const account = anIban();
    await upheld(account);
    app.clock.advance({ days: 358 });
    expect((await seen(account)).markers).toHaveLength(1);
    app.clock.advance({ days: 8 });
    expect(await seen(account)).toEqual({ outcome: 'CLEAR', markers: [] });
  });
});
