import type { TestApp } from './support/app.js';
import type { Caller, Variables } from './support/caller.js';
import { givenCoalition, givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, settled } from './support/register.js';

interface Waiting {
  readonly id: string;
  readonly reason: string;
  readonly score: number | null;
  readonly left: { readonly reportId: string };
  readonly right: { readonly reportId: string };
}

interface Case {
  readonly evidence: { readonly bars: readonly { readonly field: string; readonly bits: number }[] };
}

const HOUSE = { line: '14 Quarrel Mill Lane', city: 'Fennowick', postcode: '9911 XK', country: 'NL' };

describe('a possible match by name', () => {
  let app: TestApp;
  let reporter: TestMember;
  let analyst: Caller;

  beforeAll(async () => {
    app = await createRegister();
    ({ reporter } = await givenMembers(app, 'reporter'));
    ({ analyst } = await givenCoalition(app));
  });

  afterAll(() => app.close());

  async function describes(subject: Variables): Promise<string> {
    app.clock.advance({ seconds: 1 });
    const id = await reports(reporter, aReport(subject));
    await settled(app);
    return id;
  }

  /** The possible matches that one of the reports stands in. */
  async function waitingFor(...reportIds: string[]): Promise<Waiting[]> {
    const { possibleMatches } = await analyst.query<{ possibleMatches: { nodes: Waiting[] } }>(
      `{ possibleMatches(first: 100, purpose: RESOLUTION) { nodes { id reason score left { reportId } right { reportId } } } }`,
    );
    return possibleMatches.nodes.filter(({ left, right }) =>
      reportIds.some((id) => id === left.reportId || id === right.reportId),
    );
  }

  it('comes before the analysts once, with the bars that its score is the sum of', async () => {
    const first = await describes({ legalName: 'Quorvex Bright Imports', addresses: [HOUSE] });
    const second = await describes({ legalName: 'Quorvx Bright Imports Ltd', addresses: [HOUSE] });

    const [match, ...others] = await waitingFor(first, second);
    expect(others).toEqual([]);
    expect(match).toMatchObject({ reason: 'NAME' });
    const { possibleMatch } = await analyst.query<{ possibleMatch: Case }>(
      `query ($id: ID!) { possibleMatch(id: $id, purpose: RESOLUTION) { evidence { bars { field bits } } } }`,
      { id: match?.id },
    );
    const { bars } = possibleMatch.evidence;
    expect(bars.map(({ field }) => field)).toEqual(expect.arrayContaining(['NAME', 'STREET']));
    expect(match?.score).toBe(bars.reduce((sum, { bits }) => sum + bits, 0));
  });

  it('is found where both came at once', async () => {
    const both = await Promise.all(
      ['Zavolent Commerce', 'Zavolnet Commerce'].map((legalName) =>
        reports(reporter, aReport({ legalName, addresses: [{ ...HOUSE, line: '8 Tiller Row' }] })),
      ),
    );
    await settled(app);

    expect(await waitingFor(...both)).toHaveLength(1);
  });

  it('waits no more once an identifier makes the two one merchant', async () => {
    const account = { type: 'IBAN', value: anIban() };
    const legalName = 'Halvertin Supplies';
    const first = await describes({ legalName, addresses: [{ ...HOUSE, line: '3 Cooper Way' }] });
    const second = await describes({
      legalName,
      addresses: [{ ...HOUSE, line: '3 Cooper Way' }],
      identifiers: [account],
    });
    expect(await waitingFor(first, second)).toHaveLength(1);

    const { userErrors } = await reporter.mutate('correctReport', {
      reportId: first,
      report: aReport({ legalName, identifiers: [account] }),
    });
    await settled(app);

    expect(userErrors).toEqual([]);
    expect(await waitingFor(first, second)).toEqual([]);
  });

  it('is withdrawn when the name is corrected to another', async () => {
    const first = await describes({
      legalName: 'Perimund Outlet',
      addresses: [{ ...HOUSE, line: '5 Elm Yard' }],
    });
    const second = await describes({
      legalName: 'Perimund Outlets',
      addresses: [{ ...HOUSE, line: '5 Elm Yard' }],
    });
    expect(await waitingFor(first, second)).toHaveLength(1);

    await reporter.mutate('correctReport', {
      reportId: second,
      report: aReport({ legalName: 'Sokan Harbour Media' }),
    });
    await settled(app);

    expect(await waitingFor(first, second)).toEqual([]);
  });
});
