import { setTimeout as sleep } from 'node:timers/promises';
import type { MerchantId, ReportId } from '../src/common/id.js';
import { OutboxWorker, type Tx } from '../src/database/index.js';
import { HoldReviewSweep } from '../src/hold/index.js';
import { HeldMerchants, IndicatorProjector } from '../src/indicator/index.js';
import { MerchantResolver } from '../src/merchant/index.js';
import { ListedReports } from '../src/report/index.js';
import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import type { Caller, Variables } from './support/caller.js';
import { displays, FeedReader, merchantOfReport, placesHold, stepsHold } from './support/holds.js';
import { givenCoalition, givenMember, givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, settled } from './support/register.js';

const iban = (value: string): Variables => ({ type: 'IBAN', value });
const shown = (account: string): string => `IBAN •••• ${account.slice(-4)}`;

/** How long something is given to happen that must not. */
const PATIENCE_MS = 150;
const ROUNDS = 25;

/** Two things at once, each in a transaction that the test ends. No background work: the test does it step by step. */
describe('a hold and a projection at once', () => {
  let app: TestApp;
  let reporter: TestMember;
  let reader: TestMember;
  let liaison: Caller;

  beforeAll(async () => {
    app = await createRegister({ config: { work: ['web'] } });
    ({ reporter, reader } = await givenMembers(app, 'reporter', 'reader'));
    liaison = await (await givenMember(app, { kind: 'LAW_ENFORCEMENT_LIAISON' })).as('LIAISON');
  });

  afterAll(() => app.close());

  function resolverWork<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return app.database.asSystem('resolver', work);
  }

  /** A report that is resolved and waits to be listed. */
  async function resolved(account: string): Promise<MerchantId> {
    const id = uuidOf(await reports(reporter, aReport({ identifiers: [iban(account)] }))) as ReportId;
    await resolverWork((tx) => app.nest.get(MerchantResolver).resolve(tx, [id]));
    const [row] = await asOwner(app.database, (tx) =>
      tx.query<{ id: MerchantId }>('select merchant_id as id from description where id = $1', [id]),
    );
    if (row === undefined) throw new Error('It was resolved.');
    return row.id;
  }

  /** Runs work in a transaction that stays open until `end` is called. */
  function held(work: (tx: Tx) => Promise<unknown>): { ready: Promise<void>; end: () => Promise<void> } {
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    let ready: () => void = () => undefined;
    const isReady = new Promise<void>((resolve) => (ready = resolve));
    const done = resolverWork(async (tx) => {
      await work(tx);
      ready();
      await ended;
    });
    return {
      ready: Promise.race([isReady, done.then(() => undefined)]),
      end: async () => {
        end();
        await done;
      },
    };
  }

  const project = (merchantId: MerchantId) => (tx: Tx) =>
    app.nest.get(IndicatorProjector).project(tx, [merchantId]);

  it('is placed only once what is being listed is listed, and then withdraws it', async () => {
    const account = anIban();
    const listing = held(project(await resolved(account)));
    await listing.ready;
    let placed = false;
    const placing = placesHold(liaison, { identifiers: [iban(account)] }).then(() => (placed = true));
    await sleep(PATIENCE_MS);
    expect(placed).toBe(false);

    await listing.end();
    await placing;
    expect(await displays(reader)).toContain(shown(account));
    app.nest.get(OutboxWorker).start();
    await settled(app);
    await app.nest.get(OutboxWorker).stop();
    expect(await displays(reader)).not.toContain(shown(account));
  });

  it('lets nothing be listed while it is being placed', async () => {
    const account = anIban();
    const merchantId = await resolved(account);
    const placing = held((tx) => app.nest.get(HeldMerchants).keepProjections(tx));
    await placing.ready;
    let listed = false;
    const listing = resolverWork(project(merchantId)).then(() => (listed = true));
    await sleep(PATIENCE_MS);
    expect(listed).toBe(false);

    await placing.end();
    await listing;
    expect(await displays(reader)).toContain(shown(account));
  });

  it('is seen by a projection that had begun to wait before it was placed', async () => {
    const account = anIban();
    const merchantId = await resolved(account);
    const keeping = held((tx) => app.nest.get(HeldMerchants).keepHolds(tx));
    await keeping.ready;
    const placing = placesHold(liaison, { identifiers: [iban(account)] });
    await sleep(PATIENCE_MS);
    // Behind the hold that waits: it does not get in before it.
    const listing = resolverWork(project(merchantId));
    await sleep(PATIENCE_MS);
    await keeping.end();
    await placing;
    await listing;
    expect(await displays(reader)).not.toContain(shown(account));
  });

  it('covers by what was read of a report, though it was corrected before the projection ends', async () => {
    const [before, after] = [anIban(), anIban()];
    const id = await reports(reporter, aReport({ identifiers: [iban(before)] }));
    await resolverWork((tx) => app.nest.get(MerchantResolver).resolve(tx, [uuidOf(id) as ReportId]));
    await placesHold(liaison, { identifiers: [iban(before)] });
    const merchant = uuidOf(await merchantOfReport(app, id)) as MerchantId;
    // The projection has read the report and waits for the row of its merchant; the correction comes between.
    const listed = await resolverWork(async (tx) => {
      const read = await app.nest.get(ListedReports).ofMerchants(tx, [merchant]);
      await reporter.mutate('correctReport', {
        reportId: id,
        report: aReport({ identifiers: [iban(after)] }),
      });
      return app.nest.get(HeldMerchants).among(tx, [merchant], read);
    });
    expect([...listed.keys()]).toEqual([merchant]);
  });

  it('goes into review once, whichever of many instances finds its term over', async () => {
    const others = await Promise.all([app.anotherInstance(), app.anotherInstance()]);
    const { analyst } = await givenCoalition(app);
    const ids: string[] = [];
    for (let each = 0; each < 8; each += 1) {
      const id = await placesHold(liaison, { identifiers: [iban(anIban())] });
      await stepsHold(analyst, 'activateHold', id);
      ids.push(id);
    }
    app.clock.advance({ days: 10 });
    const swept = await Promise.all(
      [app, ...others, app, ...others].map((instance) => instance.nest.get(HoldReviewSweep).sweep()),
    );
    expect(swept.reduce((sum, count) => sum + count, 0)).toBe(ids.length);
    for (const id of ids) {
      const { hold } = await analyst.query<{ hold: { history: { status: string }[] } }>(
        'query ($id: ID!) { hold(id: $id, purpose: LAW_ENFORCEMENT) { history { status } } }',
        { id },
      );
      expect(hold.history.map(({ status }) => status)).toEqual(['REQUESTED', 'ACTIVE', 'REVIEW']);
    }
  });
});

/** The same with everything running, on two instances. */
describe('holds placed while reports come in', () => {
  let app: TestApp;
  let other: TestApp;

  beforeAll(async () => {
    app = await createRegister();
    other = await app.anotherInstance();
  });

  afterAll(() => app.close());

  it('show nothing again that they have hidden, and withdraw what was first', async () => {
    const { reporter, reader } = await givenMembers(app, 'reporter', 'reader');
    const liaison = await (await givenMember(app, { kind: 'LAW_ENFORCEMENT_LIAISON' })).as('LIAISON');
    const feed = new FeedReader(reader);
    const accounts = Array.from({ length: ROUNDS }, anIban);
    await Promise.all(
      accounts.map(async (account, round) => {
        const report = sleep(round * 7).then(() =>
          reports(reporter, aReport({ identifiers: [iban(account)] })),
        );
        await sleep(round * 7 + (round % 5) * 15);
        await placesHold(liaison, { identifiers: [iban(account)] });
        // From here on it may be there still, and go; gone or never there, it must not come.
        let visible = true;
        for (let look = 0; look < 10; look += 1) {
          const now = (await displays(reader)).includes(shown(account));
          expect([visible, now]).not.toEqual([false, true]);
          visible = now;
          await sleep(10);
        }
        await report;
      }),
    );
    await settled(app);
    await settled(other);

    const seen = await displays(reader);
    expect(accounts.filter((account) => seen.includes(shown(account)))).toEqual([]);
    const copy = new Set<string>();
    for (const { kind, indicatorId } of await feed.news()) {
      if (kind === 'REMOVED') copy.delete(indicatorId);
      else copy.add(indicatorId);
    }
    expect([...copy]).toEqual([]);
  }, 60_000);
});

function uuidOf(globalId: string): string {
  const hex = Buffer.from(globalId.slice(4), 'base64url').toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
