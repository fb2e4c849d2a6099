import { fromGlobalId, type IndicatorId, type MerchantId, toGlobalId } from '../../src/common/id.js';
import { ExpirySweep } from '../../src/indicator/index.js';
import { asOwner } from '../support/as-owner.js';
import type { TestApp } from '../support/app.js';
import type { Caller, Variables } from '../support/caller.js';
import { withoutAccessRules, withoutRowPolicies } from '../support/layers.js';
import { givenCoalition, givenGroup, givenMembers } from '../support/members.js';
import { anIban, aReport, createRegister, reports, screens, settled } from '../support/register.js';

const RELATIONS = ['open', 'group', 'red', 'redNamed', 'withdrawn', 'expired'] as const;
type Relation = (typeof RELATIONS)[number];
type Reader = 'reporter' | 'insider' | 'named' | 'outsider' | 'analyst' | 'auditor';

/** Who sees what is shared of a report. `insider` is in its sharing group; `named` is a member that it names. */
const SHARED: Readonly<Record<Exclude<Reader, 'auditor'>, string>> = {
  /*         open group red named withdrawn expired */
  reporter: 'yes  yes   yes yes   no        no',
  insider: ' yes  yes   no  no    no        no',
  named: '   yes  no    no  yes   no        no',
  outsider: 'yes  no    no  no    no        no',
  analyst: ' yes  no    yes no    no        no',
};

/** Who reads the report itself. */
const REPORTS: Readonly<Record<Reader, string>> = {
  /*         open group red named withdrawn expired */
  reporter: 'yes  yes   yes yes   yes       yes',
  insider: ' no   no    no  no    no        no',
  named: '   no   no    no  no    no        no',
  outsider: 'no   no    no  no    no        no',
  analyst: ' yes  yes   yes no    yes       yes',
  auditor: ' yes  yes   no  no    yes       yes',
};

interface Place {
  readonly reportId: string;
  readonly iban: string;
  readonly indicatorId: string;
  readonly merchantId: string;
}

let app: TestApp;
let readers: Record<Reader, Caller>;
const places = {} as Record<Relation, Place>;

beforeAll(async () => {
  app = await createRegister();
  const { gone, ...members } = await givenMembers(app, 'reporter', 'insider', 'named', 'outsider', 'gone');
  const { auditor, coalition } = await givenCoalition(app);
  readers = { ...members, analyst: await coalition.as('COALITION_ANALYST', 'SCREENER'), auditor };
  const groupId = await givenGroup(app, members.reporter, members.insider);
  const given: Record<Relation, Variables> = {
    open: { handling: { tlp: 'AMBER' } },
    group: { handling: { tlp: 'AMBER_STRICT', sharingGroupId: groupId } },
    red: { handling: { tlp: 'RED' } },
    redNamed: { handling: { tlp: 'RED', namedMemberIds: [members.named.id] } },
    withdrawn: { handling: { tlp: 'GREEN' } },
    expired: { handling: { tlp: 'GREEN' }, reason: 'CSAM_ADVERTISING' },
  };
  for (const relation of RELATIONS) {
    const iban = anIban();
    const identifiers = [{ type: 'IBAN', value: iban }];
    const reportId = await reports(members.reporter, aReport({ ...given[relation], identifiers }));
    await settled(app);
    places[relation] = { reportId, iban, ...(await listingOf(reportId)) };
  }
  await members.reporter.mutate('withdrawReport', {
    reportId: places.withdrawn.reportId,
    reason: 'It was another merchant.',
  });
  // Past the two years of an advertisement, and not past the five of a sale.
  app.clock.advance({ days: 3 * 365 });
  await app.nest.get(ExpirySweep).sweep();
  await settled(app);
  await asOwner(app.database, (tx) =>
    tx.query(`update member set status = 'SUSPENDED' where id = $1`, [gone.memberId]),
  );
});

afterAll(async () => {
  await app.close();
});

/** The indicator that a report was listed by, and the merchant's handle. */
async function listingOf(reportId: string): Promise<Pick<Place, 'indicatorId' | 'merchantId'>> {
  const [row] = await asOwner(app.database, (tx) =>
    tx.query<{ id: IndicatorId; handle: MerchantId }>(
      `select i.id, i.merchant_view_id as handle from indicator i
       join description d on d.own_merchant_id = i.merchant_view_id where d.id = $1`,
      [fromGlobalId('report', reportId)],
    ),
  );
  if (row === undefined) throw new Error('Nothing is listed.');
  return {
    indicatorId: toGlobalId('indicator', row.id),
    merchantId: toGlobalId('merchant', row.handle),
  };
}

const yesOrNo = (seen: Iterable<boolean>): string => Array.from(seen, (is) => (is ? 'yes' : 'no')).join(' ');
const inOrder = (row: string): string => row.trim().split(/ +/).join(' ');

/** By each path that leads to what is shared. */
async function sharedBy(reader: Caller): Promise<Record<string, string>> {
  const each = <T>(work: (place: Place) => Promise<T>): Promise<T[]> =>
    Promise.all(RELATIONS.map((relation) => work(places[relation])));
  const screened = await screens(
    reader,
    ...RELATIONS.map((relation) => ({ identifiers: [{ type: 'IBAN', value: places[relation].iban }] })),
  );
  const { indicators, indicatorChanges } = await reader.query<{
    indicators: { nodes: { id: string }[] };
    indicatorChanges: { nodes: { kind: string; indicatorId: string }[] };
  }>(
    `{ indicators(purpose: INVESTIGATION, first: 100) { nodes { id } }
       indicatorChanges(purpose: INVESTIGATION, first: 100) { nodes { kind indicatorId } } }`,
  );
  const listed = new Set(indicators.nodes.map(({ id }) => id));
  const followed = new Set(
    indicatorChanges.nodes.flatMap(({ kind, indicatorId }) => (kind === 'REMOVED' ? [] : indicatorId)),
  );
  const one = await each(async ({ indicatorId }) => {
    const { indicator } = await reader.query<{ indicator: object | null }>(
      'query ($id: ID!) { indicator(id: $id, purpose: INVESTIGATION) { id } }',
      { id: indicatorId },
    );
    return indicator !== null;
  });
  const merchants = await each(async ({ merchantId }) => {
    const { merchant } = await reader.query<{ merchant: { indicators: { nodes: object[] } } | null }>(
      'query ($id: ID!) { merchant(id: $id, purpose: INVESTIGATION) { indicators { nodes { id } } } }',
      { id: merchantId },
    );
    return (merchant?.indicators.nodes.length ?? 0) > 0;
  });
  return {
    screening: yesOrNo(screened.map(({ outcome }) => outcome === 'MATCHES')),
    list: yesOrNo(RELATIONS.map((relation) => listed.has(places[relation].indicatorId))),
    feed: yesOrNo(RELATIONS.map((relation) => followed.has(places[relation].indicatorId))),
    one: yesOrNo(one),
    merchant: yesOrNo(merchants),
  };
}

async function reportsBy(reader: Caller): Promise<Record<string, string>> {
  const { reports: page } = await reader.query<{ reports: { nodes: { id: string }[] } }>(
    '{ reports(purpose: TRIAGE, first: 100) { nodes { id } } }',
  );
  const listed = new Set(page.nodes.map(({ id }) => id));
  const one = await Promise.all(
    RELATIONS.map(async (relation) => {
      const { report } = await reader.query<{ report: object | null }>(
        'query ($id: ID!) { report(id: $id, purpose: TRIAGE) { id history { status } } }',
        { id: places[relation].reportId },
      );
      return report !== null;
    }),
  );
  return {
    list: yesOrNo(RELATIONS.map((relation) => listed.has(places[relation].reportId))),
    one: yesOrNo(one),
  };
}

/** What is one's own member's, and the directory. `null` where the reader may not ask. */
const OWN = [
  '{ users(first: 100) { nodes { id email roles } } }',
  '{ clients(first: 100) { nodes { id name } } }',
  '{ sharingGroups(first: 100) { nodes { id members(first: 100) { nodes { id } } } } }',
  '{ members(first: 100) { nodes { id name status } } }',
  '{ auditEntries(first: 100, filter: { action: "report.submit" }) { nodes { id } } }',
];

async function ownOf(reader: Caller): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const document of OWN) {
    const answer = await reader.send(document);
    const { data, errors = [] } = answer.body as {
      data: unknown;
      errors?: { extensions: { code: string } }[];
    };
    answers.push(errors.length > 0 ? errors.map(({ extensions }) => extensions.code) : data);
  }
  return answers;
}

const entries = <Key extends string>(rows: Readonly<Record<Key, string>>): [Key, string][] =>
  Object.entries<string>(rows) as [Key, string][];

async function seen(): Promise<object> {
  const all: Record<string, unknown> = {};
  for (const [reader] of entries(SHARED)) all[`${reader} shared`] = await sharedBy(readers[reader]);
  for (const [reader] of entries(REPORTS)) all[`${reader} reports`] = await reportsBy(readers[reader]);
  return all;
}

function expected(): object {
  const all: Record<string, unknown> = {};
  for (const [reader, row] of entries(SHARED)) {
    const same = inOrder(row);
    all[`${reader} shared`] = { screening: same, list: same, feed: same, one: same, merchant: same };
  }
  for (const [reader, row] of entries(REPORTS))
    all[`${reader} reports`] = { list: inOrder(row), one: inOrder(row) };
  return all;
}

describe('each reader sees what the table says', () => {
  it('with both layers', async () => {
    expect(await seen()).toEqual(expected());
  });

  it("with the repositories' rules alone", async () => {
    await withoutRowPolicies(app.database, async () => {
      expect(await seen()).toEqual(expected());
    });
  });

  it('with the row policies alone', async () => {
    await withoutAccessRules(app.database, 'all', async () => {
      expect(await seen()).toEqual(expected());
    });
  });

  it('and neither layer is empty: without both, an outsider sees everything that is current', async () => {
    await withoutRowPolicies(app.database, () =>
      withoutAccessRules(app.database, 'all', async () => {
        const everything = 'yes yes yes yes no no';
        const { screening, list, one } = await sharedBy(readers.outsider);
        expect({ screening, list, one }).toEqual({
          screening: everything,
          list: everything,
          one: everything,
        });
        expect(await reportsBy(readers.outsider)).toEqual({
          list: 'yes yes yes yes yes yes',
          one: 'yes yes yes yes yes yes',
        });
      }),
    );
  });
});

describe('each reader sees its own member, its groups and the directory alike', () => {
  it.each([
    [
      "with the repositories' rules alone",
      (work: () => Promise<void>) => withoutRowPolicies(app.database, work),
    ],
    [
      'with the row policies alone',
      (work: () => Promise<void>) => withoutAccessRules(app.database, 'all', work),
    ],
  ])('%s', async (_, inLayer) => {
    for (const reader of Object.values(readers)) {
      const whole = await ownOf(reader);
      await inLayer(async () => {
        expect(await ownOf(reader)).toEqual(whole);
      });
    }
  });
});
