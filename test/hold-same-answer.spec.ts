import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import type { Caller, Variables } from './support/caller.js';
import { FeedReader, merchantOfReport, placesHold } from './support/holds.js';
import { givenCoalition, givenMember, givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, settled } from './support/register.js';

/** A merchant by everything that it may be asked for by. No two have anything in common. */
interface Described {
  readonly iban: string;
  readonly host: string;
  readonly name: string;
  readonly street: string;
  readonly person: string;
}

/** What one may ask about: a description, and the ids that the register has for it, whoever knows them. */
interface Asked {
  readonly described: Described;
  readonly merchantId: string;
  readonly indicatorId: string;
}

const NAMES = [
  ...['Quorvane Textiles', 'Melthrop Carriers', 'Ostrivel Foundry', 'Pandeck Orchards'],
  ...['Wickmere Saddlery', 'Brunnock Glassworks', 'Tellowin Apiary', 'Haldor Cordage'],
];
const STREETS = [
  ...['Larchmoor Way 4', 'Tannery Row 9', 'Quillon Gate 2', 'Harrow Bight 7'],
  ...['Cobble End 3', 'Mossgill Lane 8', 'Ropewalk 5', 'Salthouse Yard 6'],
];
const PEOPLE = [
  ...['Irena Valkovic', 'Tobias Ferncastle', 'Maud Ellingsen', 'Castor Brightwell'],
  ...['Ansel Thornbury', 'Petra Lindqvist', 'Joris Wendel', 'Oona Castellane'],
];

let made = 0;

function aDescription(): Described {
  const place = made;
  made += 1;
  const name = NAMES[place] ?? '';
  const host = `${(name.split(' ')[0] ?? '').toLowerCase()}.example`;
  return { iban: anIban(), host, name, street: STREETS[place] ?? '', person: PEOPLE[place] ?? '' };
}

function subjectOf({ iban, host, name, street, person }: Described): Variables {
  return {
    legalName: name,
    addresses: [{ line: street, city: 'Rivermouth', postcode: '1012 AB', country: 'NL' }],
    principals: [{ name: person, birthYear: 1971 }],
    identifiers: [
      { type: 'IBAN', value: iban },
      { type: 'DOMAIN', value: host },
    ],
  };
}

const SCREEN = `mutation ($input: ScreenMerchantsInput!) { screenMerchants(input: $input) {
  screenings { id outcome tier matches { merchantId tier } refusals { code field } } userErrors { code } } }`;
const INDICATOR = 'id merchantId type display version status validFrom changedAt';

/** Every way to ask, each as a document with its variables. */
const QUESTIONS: Readonly<Record<string, (asked: Asked) => readonly [string, Variables]>> = {
  'screening by account': ({ described: { iban } }) =>
    screening({ identifiers: [{ type: 'IBAN', value: iban }] }),
  'screening by host': ({ described: { host } }) =>
    screening({ identifiers: [{ type: 'DOMAIN', value: host }] }),
  'screening by name': ({ described: { name } }) => screening({ legalName: name }),
  'screening by another spelling': ({ described: { name } }) =>
    screening({ legalName: name.replace(/e/, 'ee') }),
  'screening by name and person': ({ described: { name, person } }) =>
    screening({ legalName: name, principals: [{ name: person, birthYear: 1971 }] }),
  'screening by everything': ({ described: whole }) => screening(subjectOf(whole)),
  merchant: ({ merchantId }) => [
    `query ($id: ID!) { merchant(id: $id, purpose: INVESTIGATION) { id status reasons
       indicators { nodes { ${INDICATOR} } pageInfo { hasNextPage endCursor } } } }`,
    { id: merchantId },
  ],
  indicator: ({ indicatorId }) => [
    `query ($id: ID!) { indicator(id: $id, purpose: INVESTIGATION) { ${INDICATOR} } }`,
    { id: indicatorId },
  ],
  'indicators of the merchant': ({ merchantId }) => [
    `query ($id: ID!) { indicators(purpose: INVESTIGATION, filter: { merchantId: $id }) {
       nodes { ${INDICATOR} } pageInfo { hasNextPage endCursor } } }`,
    { id: merchantId },
  ],
};

function screening(subject: Variables): readonly [string, Variables] {
  return [SCREEN, { input: { purpose: 'ONBOARDING', merchants: [{ ref: 'r', ...subject }] } }];
}

describe('the same answer', () => {
  let app: TestApp;
  let reporter: TestMember;
  let analyst: Caller;
  let liaison: Caller;
  const askers: Record<string, Caller> = {};
  /** Held before it was first reported, and one that nobody ever reported. */
  let held: Asked;
  let unknown: Asked;
  /** Held when it was listed already, and one that was listed and withdrawn. */
  let withdrawnByHold: Asked;
  let withdrawn: Asked;
  let feed: FeedReader;
  /** Nothing was ever said against it. */
  let listed: Described | undefined;

  beforeAll(async () => {
    app = await createRegister();
    const members = await givenMembers(app, 'reporter', 'reader');
    reporter = members.reporter;
    ({ analyst } = await givenCoalition(app));
    liaison = await (await givenMember(app, { kind: 'LAW_ENFORCEMENT_LIAISON' })).as('LIAISON');
    askers['a member'] = members.reader;
    askers['a machine of a member'] = await members.reader.client(
      ...['screening:run', 'indicator:read', 'report:submit', 'report:read'],
    );
    askers['its reporter'] = reporter;
    askers['a screener of another liaison’s member'] = await givenMember(app, {
      kind: 'LAW_ENFORCEMENT_LIAISON',
    });

    const [first, second, third, fourth] = [aDescription(), aDescription(), aDescription(), aDescription()];
    await placesHold(liaison, { identifiers: [{ type: 'IBAN', value: first.iban }] });
    held = await reported(first);
    unknown = {
      described: second,
      merchantId: 'mer_AAAAAAAAQACAAAAAAAAAAA',
      indicatorId: 'ind_AAAAAAAAQACAAAAAAAAAAA',
    };
    withdrawnByHold = await reported(third);
    const last = await reports(reporter, aReport(subjectOf(fourth)));
    await settled(app);
    withdrawn = {
      described: fourth,
      merchantId: await merchantOfReport(app, last),
      indicatorId: await indicatorOf(await merchantOfReport(app, last)),
    };
    feed = new FeedReader(members.reader);
    await feed.news();
    await placesHold(liaison, { identifiers: [{ type: 'DOMAIN', value: third.host }] });
    await reporter.mutate('withdrawReport', { reportId: last, reason: 'Gone.' });
    await settled(app);
  });

  afterAll(() => app.close());

  async function reported(whole: Described): Promise<Asked> {
    const report = await reports(reporter, aReport(subjectOf(whole)));
    await settled(app);
    const merchantId = await merchantOfReport(app, report);
    return { described: whole, merchantId, indicatorId: await indicatorOf(merchantId) };
  }

  /** An indicator of a merchant, hidden or not: what only the register knows. */
  async function indicatorOf(merchantId: string): Promise<string> {
    const hex = Buffer.from(merchantId.slice(4), 'base64url').toString('hex');
    const [row] = await asOwner(app.database, (tx) =>
      tx.query<{ id: string }>('select id from indicator where merchant_id = $1 order by id limit 1', [hex]),
    );
    if (row === undefined) throw new Error('The merchant has indicators, if only in the shadow.');
    return `ind_${Buffer.from(row.id.replaceAll('-', ''), 'hex').toString('base64url')}`;
  }

  /** The whole answer, without what is of the question itself or new at each call. */
  async function answer(asker: Caller, question: string, asked: Asked): Promise<unknown> {
    const [document, variables] = QUESTIONS[question]?.(asked) ?? ['', {}];
    const { status, headers, text } = await asker.send(document, variables);
    const own = Object.values(asked.described).flatMap((value: string) => [
      value,
      value.replaceAll('.', '[.]'),
      `•••• ${value.slice(-4)}`,
      initialsOf(value),
    ]);
    const told = own.reduce((rest, value) => rest.replaceAll(value, '?'), text);
    return { status, type: headers['content-type'], text: withoutOwn(told) };
  }

  const cases = ['a member', 'a machine of a member', 'a screener of another liaison’s member'].flatMap(
    (asker) => Object.keys(QUESTIONS).map((question) => [asker, question] as const),
  );

  it.each(cases)(
    'is given to %s about a held merchant as about one that nobody knows: %s',
    async (who, question) => {
      const asker = askers[who];
      if (asker === undefined) throw new Error('It was made above.');
      expect(await answer(asker, question, held)).toEqual(await answer(asker, question, unknown));
    },
  );

  it.each(cases)(
    'is given to %s about what a hold withdrew as about any withdrawn: %s',
    async (who, question) => {
      const asker = askers[who];
      if (asker === undefined) throw new Error('It was made above.');
      expect(await answer(asker, question, withdrawnByHold)).toEqual(
        await answer(asker, question, withdrawn),
      );
    },
  );

  it('is given even to the reporter: of its own merchant it sees its report and no more', async () => {
    for (const question of Object.keys(QUESTIONS))
      expect(await answer(reporter, question, held)).toEqual(await answer(reporter, question, unknown));
  });

  it('is given by the feed: as many tombstones for the one as for the other, and nothing about the hidden', async () => {
    const news = await feed.news();
    expect(new Set(news.map(({ kind }) => kind))).toEqual(new Set(['REMOVED']));
    // Four identifiers each: name, address, account, host, and the person.
    expect(news).toHaveLength(10);
    const bodies = new Set(news.map((change) => JSON.stringify({ ...change, indicatorId: '' })));
    expect(bodies.size).toBe(1);
  });

  it('is given to a liaison that places a hold, whoever knows the merchant', async () => {
    const place = async ({ iban }: Described): Promise<unknown> => {
      const { status, text } = await liaison.send(
        `mutation ($input: PlaceHoldInput!) { placeHold(input: $input) {
           hold { id status reason identifiers { type display } placedAt until history { status at } } userErrors { code } } }`,
        { input: { identifiers: [{ type: 'IBAN', value: iban }], reason: 'A request.' } },
      );
      return { status, text: withoutOwn(text.replaceAll(`•••• ${iban.slice(-4)}`, '?')) };
    };
    const known = aDescription();
    await reports(reporter, aReport(subjectOf(known)));
    await settled(app);
    const [ofKnown, ofUnknown] = [await place(known), await place(aDescription())];
    expect(ofKnown).toEqual(ofUnknown);
  });

  it('is given to a member that reports it, as to one that reports what nobody knows', async () => {
    const report = async (whole: Described): Promise<unknown> => {
      const { status, text } = await (askers['a machine of a member'] ?? app.anonymous).send(
        `mutation ($input: SubmitReportInput!) { submitReport(input: $input) {
           report { id status version notices { code } history { status note } } userErrors { code field message } } }`,
        { input: { clientReference: `probe ${whole.iban}`, report: aReport(subjectOf(whole)) } },
      );
      return { status, text: withoutOwn(text) };
    };
    // Later than the first report, by whose id the merchant goes.
    app.clock.advance({ seconds: 1 });
    expect(await report(held.described)).toEqual(await report(aDescription()));
    await settled(app);
    expect(await feed.news()).not.toContainEqual(
      expect.objectContaining({ indicator: { display: `•••• ${held.described.iban.slice(-4)}` } }),
    );
  });

  /** Without this the cases above could pass because the questions find nothing anyway. */
  it.each(Object.keys(QUESTIONS).filter((name) => name.startsWith('screening')))(
    'is another about a listed merchant: %s',
    async (question) => {
      if (listed === undefined) {
        listed = aDescription();
        await reports(reporter, aReport(subjectOf(listed)));
        await settled(app);
      }
      const asker = askers['a member'];
      if (asker === undefined) throw new Error('It was made above.');
      const asked = { ...unknown, described: listed };
      expect(JSON.stringify(await answer(asker, question, asked))).toContain('MATCHES');
    },
  );

  it('is not given to an analyst, who sees what is held', async () => {
    const { indicator } = await analyst.query<{ indicator: unknown }>(
      'query ($id: ID!) { indicator(id: $id, purpose: INVESTIGATION) { id } }',
      { id: held.indicatorId },
    );
    expect(indicator).toEqual({ id: held.indicatorId });
  });
});

/** Without ids, which are random, and what is left of the asker's limits. */
function withoutOwn(text: string): string {
  return text
    .replaceAll(/"[a-z]{3}_[\w-]{22}"/g, '"id"')
    .replaceAll(/"(?:remaining|refillsAt|resetsAt)":[^,}]+/g, '"left":0');
}

function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((word) => `${word.charAt(0)}.`)
    .join(' ');
}
