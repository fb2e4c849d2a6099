import { fromGlobalId, type HandlingScopeId, type IndicatorId } from '../src/common/id.js';
import { Deliveries } from '../src/indicator/index.js';
import { FedMerge } from '../src/recall/index.js';
import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import { FeedReader } from './support/holds.js';
import { givenCoalition, givenGroup, givenMembers, type TestMember } from './support/members.js';
import { lists, recallsOf, withdraws } from './support/recalls.js';
import { aReport, createRegister, reports, settled } from './support/register.js';

let app: TestApp;
beforeAll(async () => {
  app = await createRegister();
});
afterAll(() => app.close());

/** A report that is listed, with the indicator that another member sees of it. */
async function givenListed(
  reporter: TestMember,
  reader: TestMember,
  values = {},
): Promise<{
  readonly report: string;
  readonly indicatorId: IndicatorId;
  readonly scopeId: HandlingScopeId;
}> {
  const before = new Set((await lists(reader)).map(({ id }) => id));
  const report = await reports(reporter, aReport(values));
  await settled(app);
  const listed = (await lists(reader)).find(({ id }) => !before.has(id));
  const indicatorId = fromGlobalId('indicator', listed?.id ?? '');
  if (indicatorId === undefined) throw new Error('The report is listed.');
  const [row] = await asOwner(app.database, (tx) =>
    tx.query<{ scopeId: HandlingScopeId }>(
      'select handling_scope_id as "scopeId" from indicator where id = $1',
      [indicatorId],
    ),
  );
  if (row === undefined) throw new Error('The indicator is there.');
  return { report, indicatorId, scopeId: row.scopeId };
}

const place = async (): Promise<bigint> => {
  const [end] = await asOwner(app.database, (tx) =>
    tx.query<{ sequence: string }>('select sequence from feed_end'),
  );
  return BigInt(end?.sequence ?? 0);
};

describe('the search for who received what is recalled', () => {
  it('finds who was reading while it was withdrawn, and noted it only when all others were told', async () => {
    const { reporter, reader, late } = await givenMembers(app, 'reporter', 'reader', 'late');
    const { report, indicatorId } = await givenListed(reporter, reader);
    await withdraws(app, reporter, report);
    expect((await recallsOf(reader)).length).toBe(1);
    await app.database.asSystem('resolver', (tx) =>
      app.nest.get(Deliveries).record(tx, late.memberId, [indicatorId]),
    );
    await settled(app);
    expect((await recallsOf(late)).length).toBe(1);
    expect((await recallsOf(reader)).length).toBe(1);
  });

  it('waits for a page of the feed that was read before, and is handed out after it', async () => {
    const { reporter, reader, late } = await givenMembers(app, 'reporter', 'reader', 'late');
    const { report, scopeId } = await givenListed(reporter, reader);
    const deliveries = app.nest.get(Deliveries);
    await app.database.asSystem('resolver', async (tx) => {
      await deliveries.beginPage(tx);
      const mark = await place();
      await withdraws(app, reporter, report);
      expect((await recallsOf(reader)).length).toBe(1);
      await deliveries.recordPage(tx, late.memberId, { scopeIds: [scopeId], from: 1n, to: mark, mark });
    });
    await settled(app);
    expect((await recallsOf(late)).length).toBe(1);
    expect((await recallsOf(reader)).length).toBe(1);
  });

  it('tells each of many once, by two instances', async () => {
    const { reporter, reader } = await givenMembers(app, 'reporter', 'reader');
    const { report, indicatorId } = await givenListed(reporter, reader);
    await app.anotherInstance();
    const count = 600;
    await asOwner(app.database, (tx) =>
      tx.query(
        `with made as (
           insert into member (id, name, kind, country, status, applied_at, changed_at)
           select gen_random_uuid(), 'One of many ' || n, 'ISSUER', 'NL', 'ACTIVE', $2, $2 from generate_series(1, $3::int) n
           returning id)
         insert into indicator_delivery (indicator_id, member_id, first_at) select $1, id, $2 from made`,
        [indicatorId, app.clock.now(), count],
      ),
    );
    await withdraws(app, reporter, report);
    const told = await asOwner(app.database, (tx) =>
      tx.query<{ alerts: number; members: number }>(
        `select count(*)::int as alerts, count(distinct a.member_id)::int as members
         from alert a join recall_indicator i on i.recall_id = a.object_id where i.indicator_id = $1`,
        [indicatorId],
      ),
    );
    expect(told).toEqual([{ alerts: count + 1, members: count + 1 }]);
    const left = await asOwner(app.database, (tx) =>
      tx.query('select from indicator_delivery where indicator_id = $1', [indicatorId]),
    );
    expect(left.length).toBe(0);
  });
});

describe('what a member read of the feed', () => {
  it('becomes few ranges, that leave out what it could not see when it read on', async () => {
    const { admin } = await givenCoalition(app);
    const { reporter, reader, follower } = await givenMembers(app, 'reporter', 'reader', 'follower');
    const sharingGroupId = await givenGroup(app, reporter, reader, follower);
    const handling = { tlp: 'AMBER', sharingGroupId };
    const feed = new FeedReader(follower);
    const first = await givenListed(reporter, reader, { handling });
    await feed.news();
    const second = await givenListed(reporter, reader, { handling });
    await feed.news();
    await admin.mutate('removeSharingGroupMembers', { sharingGroupId, memberIds: [follower.id] });
    await settled(app);
    const unseen = await givenListed(reporter, reader, { handling });
    await feed.news();
    await admin.mutate('addSharingGroupMembers', { sharingGroupId, memberIds: [follower.id] });
    await settled(app);
    const before = (await recallsOf(follower)).length;
    const ranges = (): Promise<number> =>
      asOwner(app.database, async (tx) => {
        const rows = await tx.query(
          'select from feed_delivery where member_id = $1 and handling_scope_id = $2',
          [follower.memberId, first.scopeId],
        );
        return rows.length;
      });
    expect(await ranges()).toBe(2);
    const merge = app.nest.get(FedMerge);
    do await merge.round();
    while (await merge.round());
    expect(await ranges()).toBe(1);
    // It has not read on since it is inside again: what it never had is not recalled, nor once more what was.
    for (const { report } of [unseen, first, second]) await withdraws(app, reporter, report);
    expect((await recallsOf(follower)).length).toBe(before);
    expect((await recallsOf(reader)).length).toBe(3);
  });
});
