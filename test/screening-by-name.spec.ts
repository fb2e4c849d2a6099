import { Database } from '../src/database/index.js';
import type { TestApp } from './support/app.js';
import type { Variables } from './support/caller.js';
import { givenGroup, givenMembers } from './support/members.js';
import { anIban, aReport, createRegister, reports, screens, settled } from './support/register.js';

describe('screening by name', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createRegister();
  });

  afterAll(() => app.close());

  it.each([
    { written: 'as reported', reported: 'Quorvex Imports Ltd', asked: 'Quorvex Imports Ltd' },
    { written: 'with another legal form', reported: 'Belmarn Trading GmbH', asked: 'BELMARN TRADING' },
    { written: 'with a typing error', reported: 'Zavolent Commerce', asked: 'Zavolnet Commerce' },
    {
      written: 'with a letter too many in the register',
      reported: 'Tirrenwald Handel',
      asked: 'Tirenwald Handel',
    },
    { written: 'in another order', reported: 'Marquelan Bright Goods', asked: 'Goods Bright Marquelan' },
    { written: 'in another script', reported: 'Dobrynsk Torgovlya', asked: 'Добрынск Торговля' },
    {
      written: 'with a typing error in every word',
      reported: 'Pelvandora Quistrel',
      asked: 'Pelvadnora Quistrl',
    },
    { written: 'with two words in one', reported: 'Oster Quill Media', asked: 'Osterquill Media' },
  ])('finds a merchant $written, as a lead and no more', async ({ reported, asked }) => {
    const { reporter, screener } = await givenMembers(app, 'reporter', 'screener');
    await reports(reporter, aReport({ legalName: reported, country: 'NL' }));
    await settled(app);

    const [answer] = await screens(screener, { legalName: asked, country: 'NL' });

    expect(answer).toMatchObject({ outcome: 'MATCHES', tier: 'POSSIBLE' });
    expect(answer?.matches).toHaveLength(1);
    expect(answer?.matches[0]?.evidence).toMatchObject([{ field: 'legalName', yours: asked.toUpperCase() }]);
  });

  it('says how the name agrees, and shows no name of the register', async () => {
    const { reporter, screener } = await givenMembers(app, 'reporter', 'screener');
    await reports(reporter, aReport({ legalName: 'Halvertin Supplies', country: 'NL' }));
    await settled(app);

    const [answer] = await screens(screener, { legalName: 'Halvretin Supplies', country: 'NL' });

    expect(answer?.matches[0]?.evidence).toMatchObject([{ evidence: 'PHONETIC' }]);
    expect(JSON.stringify(answer).toUpperCase()).not.toContain('HALVERTIN');
  });

  it('finds more where the address agrees as well', async () => {
    const { reporter, screener } = await givenMembers(app, 'reporter', 'screener');
    const address = { line: '14 Quarrel Mill Lane', city: 'Fennowick', postcode: '9911 XK', country: 'NL' };
    await reports(reporter, aReport({ legalName: 'Ostrivane Retail', addresses: [address] }));
    await settled(app);

    const asked = { line: 'Quarrel Mill Lane 14', city: 'Fennowick', postcode: '9911XK', country: 'NL' };
    const [answer] = await screens(screener, { legalName: 'Ostrivan Retail', addresses: [asked] });

    expect(answer).toMatchObject({ tier: 'PROBABLE' });
  });

  it('answers for a merchant outside of the reader’s sharing groups exactly as for an unknown one', async () => {
    const { reporter, insider, outsider } = await givenMembers(app, 'reporter', 'insider', 'outsider');
    const sharingGroupId = await givenGroup(app, reporter, insider);
    await reports(
      reporter,
      aReport({ legalName: 'Vandrosel Outlet', handling: { tlp: 'AMBER', sharingGroupId } }),
    );
    await settled(app);

    const hidden = { legalName: 'Vandrosel Outlet' };
    const misspelt = { legalName: 'Vandrosl Outlet' };
    const unknown = { legalName: 'Perimund Outlet' };
    expect(await screens(insider, hidden, misspelt)).toMatchObject([
      { tier: 'POSSIBLE' },
      { tier: 'POSSIBLE' },
    ]);
    const [nothing] = await screens(outsider, unknown);
    expect(await screens(outsider, hidden, misspelt)).toEqual([nothing, nothing]);
    expect(nothing).toMatchObject({ outcome: 'CLEAR' });
    expect(await statementsOf(app, () => screens(outsider, hidden))).toEqual(
      await statementsOf(app, () => screens(outsider, unknown)),
    );
  });

  it('finds nothing more once the report is withdrawn', async () => {
    const { reporter, screener } = await givenMembers(app, 'reporter', 'screener');
    const reportId = await reports(reporter, aReport({ legalName: 'Corvalente Digital' }));
    await settled(app);
    const subject = { legalName: 'Corvalente Digitl' };
    expect(await screens(screener, subject)).toMatchObject([{ outcome: 'MATCHES' }]);

    await reporter.mutate('withdrawReport', { reportId, reason: 'Entered twice.' });
    await settled(app);

    expect(await screens(screener, subject)).toMatchObject([{ outcome: 'CLEAR' }]);
  });

  it('looks for no name where an identifier found the merchant', async () => {
    const { reporter, screener } = await givenMembers(app, 'reporter', 'screener');
    const identifiers = [{ type: 'IBAN', value: anIban() }];
    await reports(reporter, aReport({ legalName: 'Marisondine', identifiers }));
    await settled(app);
    const statements = (subject: Variables): Promise<string[]> =>
      statementsOf(app, () => screens(screener, subject));

    expect(await statements({ legalName: 'Marisondine', identifiers })).toEqual([
      'screening.lookup',
      'screening.record',
    ]);
    expect(await statements({ legalName: 'Marisondine' })).toEqual([
      'screening.retrieve',
      'screening.record',
    ]);
    expect(await statements({ legalName: 'Maricondine' })).toEqual([
      'screening.retrieve',
      'merchant.near-words',
      'screening.retrieve',
      'screening.record',
    ]);
  });

  // Its clock goes on by years: the last one.
  it('does not find a listing whose life is over, though nobody has swept it yet', async () => {
    const { reporter, screener } = await givenMembers(app, 'reporter', 'screener');
    await reports(reporter, aReport({ legalName: 'Elmsortia Ventures' }));
    await settled(app);
    const subject = { legalName: 'Elmsortia Venturs' };
    expect(await screens(screener, subject)).toMatchObject([{ outcome: 'MATCHES' }]);

    app.clock.advance({ days: 6 * 366 });
    const later = await screener.as('SCREENER');

    expect(await screens(later, subject)).toMatchObject([{ outcome: 'CLEAR' }]);
  });
});

/** The names of the prepared statements that run outside of transactions while `work` does. */
async function statementsOf(app: TestApp, work: () => Promise<unknown>): Promise<string[]> {
  const database = app.nest.get(Database);
  const names: string[] = [];
  const [statement, systemStatement] = [
    database.statement.bind(database),
    database.systemStatement.bind(database),
  ];
  const note = (name: string): void => {
    if (/^(screening|merchant)/.test(name)) names.push(name);
  };
  database.statement = (asked, values) => {
    note(asked.name);
    return statement(asked, values);
  };
  database.systemStatement = (role, asked, values) => {
    note(asked.name);
    return systemStatement(role, asked, values);
  };
  try {
    await work();
  } finally {
    Object.assign(database, { statement, systemStatement });
  }
  return names;
}
