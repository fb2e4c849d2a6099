import type { TestApp } from './support/app.js';
import { givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, settled } from './support/register.js';

/** One seller, as two members write it. Hyphen and quotes are in what is shown of a name, and not in what is compared. */
const IN_CYRILLIC = { legalName: 'ООО «Кувал-Дрейн»', principals: [{ name: 'Терев Лабо', birthYear: 1980 }] };
const IN_LATIN = { legalName: 'OOO Kuval-Dreyn', principals: [{ name: 'Labo Terev', birthYear: 1980 }] };
/** What is kept of it for comparing: names as written, in either script. */
const KEPT = ['КУВАЛ ДРЕЙН', 'KUVAL DREYN', 'ТЕРЕВ', 'TEREV', '"native"', '"written"'];

describe('names as they were written', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createRegister();
  });

  afterAll(() => app.close());

  /** Every answer that tells a member of listed merchants, whole. */
  async function everythingSeen(reader: TestMember, identifiers: readonly unknown[]): Promise<string> {
    const indicator = 'id type scope display version';
    const shared = await reader.query(
      `query { indicators(purpose: INVESTIGATION, first: 100) { nodes { ${indicator} } }
         indicatorChanges(purpose: PERIODIC_REVIEW, first: 100) { nodes { kind indicator { ${indicator} } } } }`,
    );
    const asked = { ref: 'row 1', identifiers };
    const screened = await reader.mutate(
      'screenMerchants',
      { purpose: 'ONBOARDING', merchants: [asked] },
      `screenings { outcome tier matches { merchantId tier reasons ruleOut evidence { field evidence yours } } }`,
    );
    return JSON.stringify([shared, screened]);
  }

  it('are one indicator whoever wrote them in which script, and are shown to nobody', async () => {
    const { reporter, other, reader } = await givenMembers(app, 'reporter', 'other', 'reader');
    const identifiers = [{ type: 'IBAN', value: anIban() }];
    await reports(reporter, aReport({ ...IN_CYRILLIC, identifiers }));
    await reports(other, aReport({ ...IN_LATIN, identifiers }));
    await settled(app);

    const { indicators } = await reader.query<{ indicators: { nodes: { type: string }[] } }>(
      'query { indicators(purpose: INVESTIGATION, first: 100) { nodes { type } } }',
    );
    expect(indicators.nodes.map(({ type }) => type).sort()).toEqual(['IBAN', 'LEGAL_NAME', 'PERSON']);
    const seen = await everythingSeen(reader, identifiers);
    expect(seen).toContain('MATCHES');
    expect(KEPT.filter((text) => seen.includes(text))).toEqual([]);
  });

  it('do not make two contents of one report that is sent again', async () => {
    const { reporter } = await givenMembers(app, 'reporter');
    const report = aReport(IN_CYRILLIC);
    const submit = (again: object): Promise<{ userErrors: readonly unknown[] }> =>
      reporter.mutate('submitReport', { clientReference: 'twice', report: { ...report, ...again } });

    expect((await submit({})).userErrors).toEqual([]);
    expect((await submit(IN_LATIN)).userErrors).toEqual([]);
    expect((await submit({ legalName: 'OOO Kuval' })).userErrors).toMatchObject([
      { code: 'CLIENT_REFERENCE_CONFLICT' },
    ]);
  });
});
