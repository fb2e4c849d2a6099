import type { MerchantId } from '../src/common/id.js';
import { Outbox } from '../src/database/index.js';
import { ExpirySweep } from '../src/indicator/index.js';
import { MERCHANT_CHANGED } from '../src/merchant/index.js';
import type { TestApp } from './support/app.js';
import type { Variables } from './support/caller.js';
import { givenCoalition, givenGroup, givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, screens, settled } from './support/register.js';
import { asOwner } from './support/as-owner.js';

interface Listed {
  readonly id: string;
  readonly merchantId: string;
  readonly type: string;
  readonly display: string;
  readonly version: number;
  readonly sources: string;
  readonly confidence: string;
  readonly validFrom: string;
  readonly validUntil: string;
}

interface Change {
  readonly kind: string;
  readonly indicatorId: string;
  readonly indicator: Listed | null;
}

interface Feed {
  readonly nodes: readonly Change[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const INDICATOR = `id merchantId type scope display strength shared status version reason confidence sources
  handling { tlp sharingGroup { name } } validFrom validUntil changedAt`;

const iban = (value: string): object => ({ type: 'IBAN', value });

describe('indicators', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createRegister();
  });

  afterAll(() => app.close());

  async function indicators(reader: Pick<TestMember, 'query'>, filter: Variables = {}): Promise<Listed[]> {
    const { indicators: page } = await reader.query<{ indicators: { nodes: Listed[] } }>(
      `query ($filter: IndicatorFilter) {
         indicators(purpose: INVESTIGATION, first: 100, filter: $filter) { nodes { ${INDICATOR} } } }`,
      { filter },
    );
    return page.nodes;
  }

  async function changes(reader: Pick<TestMember, 'query'>, after?: string, first = 100): Promise<Feed> {
    const { indicatorChanges } = await reader.query<{ indicatorChanges: Feed }>(
      `query ($after: Cursor, $first: Int!) {
         indicatorChanges(purpose: PERIODIC_REVIEW, after: $after, first: $first) {
           nodes { kind indicatorId changedAt indicator { ${INDICATOR} } } pageInfo { hasNextPage endCursor } } }`,
      { after, first },
    );
    return indicatorChanges;
  }

  /** Where a reader that has read everything so far goes on. */
  async function caughtUp(reader: Pick<TestMember, 'query'>): Promise<string> {
    let page = await changes(reader);
    while (page.pageInfo.hasNextPage) page = await changes(reader, page.pageInfo.endCursor);
    return page.pageInfo.endCursor;
  }

  async function merchantOf(reader: TestMember, account: string): Promise<string> {
    const [answer] = await screens(reader, { identifiers: [iban(account)] });
    return answer?.matches[0]?.merchantId ?? '';
  }

  async function merchant(reader: TestMember, id: string): Promise<unknown> {
    return (
      await reader.query<{ merchant: unknown }>(
        `query ($id: ID!) { merchant(id: $id, purpose: INVESTIGATION) {
           id status reasons indicators { nodes { type display } } } }`,
        { id },
      )
    ).merchant;
  }

  it('lists each identifier of a reported merchant, masked, without reporter, count or day', async () => {
    const { reporter, reader } = await givenMembers(app, 'reporter', 'reader');
    const after = await caughtUp(reader);
    const account = anIban();
    await reports(
      reporter,
      aReport({
        identifiers: [
          iban(account),
          { type: 'DOMAIN', value: 'pay.dravenko.example' },
          { type: 'MCC', value: '5815' },
        ],
        principals: [{ name: 'Mara Voss', birthYear: 1980 }],
      }),
    );
    await settled(app);

    const { nodes } = await changes(reader, after);
    expect(nodes.map(({ indicator }) => indicator?.display).sort()).toEqual(
      [`•••• ${account.slice(-4)}`, 'M. V.', 'pay[.]dravenko[.]example'].sort(),
    );
    expect(nodes.map(({ kind }) => kind)).toEqual(['LISTED', 'LISTED', 'LISTED']);
    expect(nodes[0]?.indicator).toMatchObject({
      status: 'ACTIVE',
      version: 1,
      reason: 'CSAM_SALE',
      confidence: 'MODERATE',
      sources: 'UNDER_THREE',
      handling: { tlp: 'AMBER', sharingGroup: null },
      validFrom: '2026-06-01T00:00:00.000Z',
      validUntil: '2031-06-01T00:00:00.000Z',
      changedAt: '2026-06-01T00:00:00.000Z',
    });
  });

  it('wait for an analyst where the basis is not accepted at once', async () => {
    const { reporter, reader } = await givenMembers(app, 'reporter', 'reader');
    const { analyst } = await givenCoalition(app);
    const after = await caughtUp(reader);
    const reportId = await reports(reporter, aReport({ basis: 'INTERNAL_MONITORING' }));
    await settled(app);
    expect((await changes(reader, after)).nodes).toEqual([]);
    await analyst.mutate('acceptReport', { reportId });
    await settled(app);
    expect((await changes(reader, after)).nodes).toMatchObject([
      { kind: 'LISTED', indicator: { confidence: 'LOW' } },
    ]);
  });

  it('counts members that relay one referral as one source, and independent ones as several', async () => {
    const { one, two, three, four, five, reader } = await givenMembers(
      app,
      'one',
      'two',
      'three',
      'four',
      'five',
      'reader',
    );
    const account = anIban();
    const values = { identifiers: [iban(account)], basis: 'CYBERTIPLINE_REFERRAL' };
    await reports(one, aReport({ ...values, externalReference: 'CT 77001' }));
    await reports(two, aReport({ ...values, externalReference: 'ct-77001' }));
    await settled(app);
    const merchantId = await merchantOf(reader, account);
    expect(await indicators(reader, { merchantId })).toMatchObject([{ version: 1, confidence: 'MODERATE' }]);

    for (const [index, member] of [three, four].entries()) {
      app.clock.advance({ seconds: 1 });
      await reports(member, aReport({ ...values, externalReference: `CT 77002${index}` }));
      await settled(app);
      expect(await indicators(reader, { merchantId })).toMatchObject([
        { version: 1, confidence: 'MODERATE', sources: 'UNDER_THREE' },
      ]);
    }
    await reports(five, aReport({ ...values, externalReference: 'CT 77003' }));
    await settled(app);
    expect(await indicators(reader, { merchantId })).toMatchObject([
      { version: 2, confidence: 'HIGH', sources: 'THREE_TO_NINE' },
    ]);
  });

  it('pages through a list without leaving anything out or giving it twice', async () => {
    const { reporter, reader } = await givenMembers(app, 'reporter', 'reader');
    const descriptors = Array.from({ length: 10 }, (_, index) => `PAGED SELLER ${index}`);
    const account = anIban();
    await reports(reporter, aReport({ identifiers: [iban(account)], descriptors }));
    await settled(app);
    const merchantId = await merchantOf(reader, account);

    const seen: string[] = [];
    let after: string | null = null;
    do {
      const {
        indicators: page,
      }: { indicators: { nodes: Listed[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
        await reader.query(
          `query ($after: Cursor, $filter: IndicatorFilter) {
             indicators(purpose: INVESTIGATION, first: 4, after: $after, filter: $filter) {
               nodes { id } pageInfo { hasNextPage endCursor } } }`,
          { after, filter: { merchantId } },
        );
      seen.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(11);
    expect(new Set(seen).size).toBe(11);
  });

  describe('for a member outside the sharing group', () => {
    it('are not there: list, one, merchant, feed, count', async () => {
      const { reporter, insider, outsider } = await givenMembers(app, 'reporter', 'insider', 'outsider');
      const group = await givenGroup(app, reporter, insider);
      const [before, insideBefore] = [await caughtUp(outsider), await caughtUp(insider)];
      const listedBefore = await indicators(outsider);
      const account = anIban();
      await reports(
        reporter,
        aReport({ identifiers: [iban(account)], handling: { tlp: 'AMBER_STRICT', sharingGroupId: group } }),
      );
      await settled(app);

      const inside = await changes(insider, insideBefore);
      expect(inside.nodes).toHaveLength(1);
      const id = inside.nodes[0]?.indicatorId ?? '';
      const merchantId = inside.nodes[0]?.indicator?.merchantId ?? '';
      const findOne = `query ($id: ID!) { indicator(id: $id, purpose: INVESTIGATION) { id } }`;
      expect(await insider.query(findOne, { id })).toEqual({ indicator: { id } });
      expect(await merchant(insider, merchantId)).toMatchObject({ status: 'LISTED' });

      expect(await outsider.query(findOne, { id })).toEqual({ indicator: null });
      expect(await merchant(outsider, merchantId)).toBeNull();
      expect(await indicators(outsider, { merchantId })).toEqual([]);
      expect(await indicators(outsider)).toEqual(listedBefore);
      expect((await changes(outsider, before)).nodes).toEqual([]);
    });

    it('do not show in the cursor of an empty page either', async () => {
      const { outsider } = await givenMembers(app, 'outsider');
      const after = await caughtUp(outsider);
      const ends = [await changes(outsider, after), await changes(outsider, after)].map(
        ({ pageInfo }) => pageInfo.endCursor,
      );
      expect(new Set([after, ...ends]).size).toBe(3);
      expect(new Set([after, ...ends].map((cursor) => cursor.length)).size).toBe(1);
    });
  });

  it('come to a member that enters the group, and leave with it, though its cursor is far past them', async () => {
    const { reporter, joiner } = await givenMembers(app, 'reporter', 'joiner');
    const { admin } = await givenCoalition(app);
    const sharingGroupId = await givenGroup(app, reporter);
    await reports(reporter, aReport({ handling: { tlp: 'GREEN', sharingGroupId } }));
    await settled(app);
    const outside = await caughtUp(joiner);

    await admin.mutate('addSharingGroupMembers', { sharingGroupId, memberIds: [joiner.id] });
    await settled(app);
    const added = await changes(joiner, outside);
    expect(added.nodes.map(({ kind }) => kind)).toEqual(['LISTED']);

    await admin.mutate('removeSharingGroupMembers', { sharingGroupId, memberIds: [joiner.id] });
    await settled(app);
    const removed = await changes(joiner, added.pageInfo.endCursor);
    expect(removed.nodes).toEqual([
      expect.objectContaining({ kind: 'REMOVED', indicatorId: added.nodes[0]?.indicatorId, indicator: null }),
    ]);
    // Who starts over is told to forget it, and never what it was.
    expect(
      (await changes(joiner)).nodes.filter(({ indicatorId }) => indicatorId === added.nodes[0]?.indicatorId),
    ).toEqual([expect.objectContaining({ kind: 'REMOVED', indicator: null })]);
  });

  it('that are RED and name nobody are seen by the reporter and the analysts of the coalition', async () => {
    const { reporter, other } = await givenMembers(app, 'reporter', 'other');
    const { analyst } = await givenCoalition(app);
    const [before, afterReporter, afterOther] = [
      await caughtUp(analyst),
      await caughtUp(reporter),
      await caughtUp(other),
    ];
    await reports(reporter, aReport({ handling: { tlp: 'RED' } }));
    await settled(app);
    expect((await changes(analyst, before)).nodes).toHaveLength(1);
    expect((await changes(reporter, afterReporter)).nodes).toHaveLength(1);
    expect((await changes(other, afterOther)).nodes).toHaveLength(0);
  });

  it('that were withdrawn are told once as removed, and their content is never given again', async () => {
    const { reporter, reader } = await givenMembers(app, 'reporter', 'reader');
    const before = await caughtUp(reader);
    const account = anIban();
    const reportId = await reports(reporter, aReport({ identifiers: [iban(account)] }));
    await settled(app);
    const merchantId = await merchantOf(reader, account);
    const listed = await changes(reader, before);
    await reporter.mutate('withdrawReport', { reportId, reason: 'A mistake.' });
    await settled(app);

    const removal = { kind: 'REMOVED', indicatorId: listed.nodes[0]?.indicatorId, indicator: null };
    expect((await changes(reader, listed.pageInfo.endCursor)).nodes).toMatchObject([removal]);
    // A reader that was away meets the tombstone alone.
    expect((await changes(reader, before)).nodes).toMatchObject([removal]);
    expect(await indicators(reader, { merchantId })).toEqual([]);
    expect(await merchant(reader, merchantId)).toEqual({
      id: merchantId,
      status: 'UNLISTED',
      reasons: [],
      indicators: { nodes: [] },
    });
  });

  it('end with the life of their reason', async () => {
    const { reporter, reader } = await givenMembers(app, 'reporter', 'reader');
    const before = await caughtUp(reader);
    const account = anIban();
    await reports(reporter, aReport({ identifiers: [iban(account)], reason: 'CSAM_ADVERTISING' }));
    await settled(app);
    const merchantId = await merchantOf(reader, account);

    app.clock.advance({ days: 2 * 365 + 1 });
    expect(await screens(reader, { identifiers: [iban(account)] })).toMatchObject([{ outcome: 'CLEAR' }]);
    await app.nest.get(ExpirySweep).sweep();
    await settled(app);
    expect((await changes(reader, before)).nodes).toMatchObject([{ kind: 'REMOVED', indicator: null }]);
    expect(await merchant(reader, merchantId)).toMatchObject({ status: 'EXPIRED' });
  });

  it('of merchants that turn out to be one stand under one id, and the other id goes on answering', async () => {
    const { reporter, reader } = await givenMembers(app, 'reporter', 'reader');
    const [first, second] = [anIban(), anIban()];
    await reports(reporter, aReport({ identifiers: [iban(first)] }));
    app.clock.advance({ seconds: 1 });
    await reports(reporter, aReport({ identifiers: [iban(second)] }));
    await settled(app);
    const ids = [await merchantOf(reader, first), await merchantOf(reader, second)];
    expect(new Set(ids).size).toBe(2);

    const tie = await reports(reporter, aReport({ identifiers: [iban(first), iban(second)] }));
    await settled(app);
    expect(await merchantOf(reader, second)).toBe(ids[0]);
    expect(await merchant(reader, ids[1] ?? '')).toEqual(await merchant(reader, ids[0] ?? ''));
    expect(await indicators(reader, { merchantId: ids[1] })).toHaveLength(2);

    await reporter.mutate('withdrawReport', { reportId: tie, reason: 'It was another merchant.' });
    await settled(app);
    expect([await merchantOf(reader, first), await merchantOf(reader, second)]).toEqual(ids);
  });

  it('do not change when they are listed again', async () => {
    const merchantIds = await asOwner(app.database, (tx) =>
      tx.query<{ id: MerchantId }>('select id from merchant'),
    );
    const written = (): Promise<unknown[]> =>
      asOwner(app.database, (tx) =>
        tx.query(`select (select count(*) from indicator_change) as changes, (select sum(version) from indicator) as versions,
          (select count(*) from indicator_key) as keys, (select count(*) from merchant_event) as events,
          (select md5(string_agg(v::text, '' order by merchant_view_id, handling_scope_id)) from merchant_view v) as views`),
      );
    const before = await written();
    const payload = { merchantIds: merchantIds.map(({ id }) => id) };
    await asOwner(app.database, (tx) => app.nest.get(Outbox).put(tx, MERCHANT_CHANGED, payload));
    await settled(app);
    expect(await written()).toEqual(before);
  });

  it('refuse a cursor of another member, and one that is none', async () => {
    const { one, other } = await givenMembers(app, 'one', 'other');
    const after = await caughtUp(one);
    const document = `query ($after: Cursor) { indicatorChanges(purpose: INVESTIGATION, after: $after) { pageInfo { endCursor } } }`;
    expect(await one.errorCodes(document, { after })).toEqual([]);
    expect(await other.errorCodes(document, { after })).toEqual(['BAD_USER_INPUT']);
    expect(await one.errorCodes(document, { after: 'MQ' })).toEqual(['BAD_USER_INPUT']);
  });

  it('are not for the admins of the coalition', async () => {
    const { admin } = await givenCoalition(app);
    expect(await admin.errorCodes('{ indicators(purpose: INVESTIGATION) { nodes { id } } }')).toEqual([
      'FORBIDDEN',
    ]);
  });
});
